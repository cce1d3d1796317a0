import { describe } from 'vitest';
import { testOptOut } from './cases/opt-out';
import { testOptOutFrames } from './cases/opt-out-frames';
import { testOptOutPreferences } from './cases/opt-out-preferences';
import { testOptOutUnseen } from './cases/opt-out-unseen';
import { browserNames } from './support/driver';
import { setScene } from './support/scene';

/** One browser for all of them: a start costs as much as several tests. */
describe.each(browserNames)('in %s', (name) => {
  const scene = setScene(name);
  describe('opt out', () => testOptOut(scene));
  describe('opt out preferences', () => testOptOutPreferences(name, scene));
  describe('opt out unseen', () => testOptOutUnseen(scene));
  describe('opt out frames', () => testOptOutFrames(scene));
});
