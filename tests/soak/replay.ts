import { parseArgs } from 'node:util';
import { replayFaults, replayRuns } from '../browser/replay/replay-runs';

/** `npm run soak:replay [-- --runs 20] [--actions 200] [--seed 7]`: lives of the model, lived in a real Chromium. */
const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '20' },
    actions: { type: 'string', default: '200' },
    seed: { type: 'string', default: '20261122' },
  },
});
const figures = await replayRuns({
  runs: Number(values.runs),
  actions: Number(values.actions),
  seed: Number(values.seed),
});
const { runs, actions, skipped, stops, pages, inPart } = figures;
console.log(
  `${runs} lives of ${actions} actions (${skipped} not possible from outside), ${stops} stops of the background;`,
);
console.log(`${pages} pages looked at, ${inPart} of them said that something may be missing`);
const faults = replayFaults(figures);
for (const fault of faults) console.log(`  ! ${fault}`);
console.log(faults.length === 0 ? 'ok    0 wrong' : `FAIL  ${faults.length} wrong`);
process.exitCode = faults.length === 0 ? 0 : 1;
