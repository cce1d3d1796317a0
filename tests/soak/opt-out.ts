import { parseArgs } from 'node:util';
import { faultTrialFaults, faultTrials } from '../browser/opt-out/fault-trials';
import { browserNames } from '../browser/support/driver';
import { launch } from '../browser/support/launch';
import { startDemoSite } from '../site/demo-site';

/** `tsx tests/soak/opt-out.ts [--trials 100] [--seed 7]`: the opt-out with faults, in each browser. */
const { values } = parseArgs({
  options: { trials: { type: 'string', default: '100' }, seed: { type: 'string', default: '20261123' } },
});
for (const name of browserNames) {
  const server = await startDemoSite();
  const driver = await launch(name, { port: server.port });
  try {
    const figures = await faultTrials(driver, server, { trials: Number(values.trials), seed: Number(values.seed) });
    const { trials, kills, revoked, proven, leaked } = figures;
    console.log(
      `${name}: ${trials} trials, ${kills} kills, ${revoked} with access revoked; ${proven} proven, hits left after ${leaked}`,
    );
    const faults = faultTrialFaults(figures);
    for (const fault of faults) console.log(`  ! ${fault}`);
    console.log(faults.length === 0 ? 'ok    0 wrong' : `FAIL  ${faults.length} wrong`);
    if (faults.length > 0) process.exitCode = 1;
  } finally {
    await driver.close();
    await server.close();
  }
}
