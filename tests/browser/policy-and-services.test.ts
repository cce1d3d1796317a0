import { describe } from 'vitest';
import { testEverythingThatLeaves } from './cases/everything-that-leaves';
import { testPolicyStates } from './cases/policy-states';
import { testServices } from './cases/services';
import { browserNames } from './support/driver';
import { setScene } from './support/scene';

/** One browser for all of them: a start costs as much as several tests. */
describe.each(browserNames)('in %s', (name) => {
  const scene = setScene(name);
  describe('policy states', () => testPolicyStates(name, scene));
  describe('services', () => testServices(name, scene));
  describe('everything that leaves', () => testEverythingThatLeaves(name, scene));
});
