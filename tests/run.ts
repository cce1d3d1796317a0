import { parseArgs } from 'node:util';
import type { Check } from './support/run-checks';
import { runChecks } from './support/run-checks';

/** Every check of the repository, cheap ones first. Each is an npm script of its own. */
const checks: readonly Check[] = [
  { name: 'install-browsers', command: ['npx', '--no-install', 'tsx', 'tests/support/install-browsers.ts'] },
  { name: 'format' },
  { name: 'layers' },
  { name: 'unused' },
  { name: 'lint' },
  { name: 'types' },
  { name: 'unit', reportsTests: true },
  { name: 'build:all' },
  { name: 'size', after: ['build:all'] },
  { name: 'lint:extension', after: ['build:all'] },
  // Real browsers keep time: nothing else runs beside them.
  { name: 'browsers', after: ['install-browsers', 'build:all'], alone: true, reportsTests: true },
];

const limitMs = 10 * 60_000 - 20_000;

const { values } = parseArgs({ options: { without: { type: 'string', multiple: true, default: [] } } });
const left = new Set(values.without.flatMap((name) => (name === 'browsers' ? [name, 'install-browsers'] : [name])));
const chosen = checks.filter(({ name }) => !left.has(name));

const startedAt = Date.now();
const results = await runChecks(chosen, {
  atOnce: 2,
  deadline: startedAt + limitMs,
  print: (line) => console.log(line),
});

const failures = results.filter(({ failed }) => failed > 0);
for (const { name, output } of failures) console.log(`\n── ${name} ──\n${output.trimEnd()}`);
if (failures.length > 0) console.log(`\nFailed: ${failures.map(({ name }) => name).join(', ')}`);

const passed = results.reduce((sum, result) => sum + result.passed, 0);
const failed = results.reduce((sum, result) => sum + result.failed, 0);
process.exitCode = failed > 0 ? 1 : 0;
console.log(`\nTook ${((Date.now() - startedAt) / 1000).toFixed(0)} s.`);
console.log(`${passed} passed, ${failed} failed`);
