import { expect, test } from 'vitest';
import { faultTrialFaults, faultTrials } from '../opt-out/fault-trials';
import type { Scene } from '../support/scene';

export function testOptOutFaults(scene: Scene): void {
  test('whatever fails while the switch is used: nothing that left is called proven', async () => {
    const figures = await faultTrials(scene.driver, scene.server, { trials: 4, seed: 20261123 });
    expect(faultTrialFaults(figures)).toEqual([]);
  });
}
