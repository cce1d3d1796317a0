import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What takes long begins first, or the last worker runs alone; the others as they come. */
const longest = [
  'opt-out',
  'cookies',
  'policy-and-services',
  'popup-and-consent',
  'trials',
  'opt-out-blocking',
  'audit',
  'planted',
  'documents',
  'hosting',
  'opt-out-lasting',
  'private-window',
  'load',
].map((name) => `/${name}.test.ts`);

class LongestFirst extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const at = longest.findIndex((name) => moduleId.endsWith(name));
      return at === -1 ? longest.length : at;
    };
    return Promise.resolve([...files].sort((one, other) => rank(one) - rank(other)));
  }
}

export default defineConfig({
  test: {
    root: fileURLToPath(new URL('../..', import.meta.url)),
    include: ['tests/browser/**/*.test.ts'],
    environment: 'node',
    globalSetup: ['tests/browser/support/global-setup.ts'],
    // They wait for browsers more than they work.
    maxWorkers: 4,
    // A file keeps nothing for the next but its browser's driver, which takes seconds to load.
    isolate: false,
    sequence: { sequencer: LongestFirst },
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Each look makes a whole report: more of them would slow down what they wait for.
    expect: { poll: { timeout: 5000, interval: 200 } },
  },
});
