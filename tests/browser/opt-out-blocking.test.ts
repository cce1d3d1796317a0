import { describe } from 'vitest';
import { testOptOutBlocking } from './cases/opt-out-blocking';
import { testOptOutFaults } from './cases/opt-out-faults';
import { testPrivacyControls } from './cases/privacy-controls';
import { browserNames } from './support/driver';
import { setScene } from './support/scene';

/** One browser for all of them: a start costs as much as several tests. */
describe.each(browserNames)('in %s', (name) => {
  const scene = setScene(name);
  describe('opt out blocking', () => testOptOutBlocking(name, scene));
  describe('opt out faults', () => testOptOutFaults(scene));
  describe('privacy controls', () => testPrivacyControls(scene));
});
