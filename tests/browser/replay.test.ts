import { expect, test } from 'vitest';
import { replayFaults, replayRuns } from './replay/replay-runs';

test('lives of the model, lived in Chromium, put nothing on the wrong page and hide nothing', async () => {
  const figures = await replayRuns({ runs: 1, actions: 60, seed: 20261122 });
  expect(replayFaults(figures)).toEqual([]);
}, 120_000);
