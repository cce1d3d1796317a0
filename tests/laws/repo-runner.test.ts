import { expect, test } from 'vitest';
import type { Check } from '../support/run-checks';
import { runChecks } from '../support/run-checks';

const node = (name: string, code: string, more: Partial<Check> = {}): Check => ({
  name,
  command: [process.execPath, '-e', code],
  ...more,
});

/** Stands in for Vitest: writes this report to the file it is told, and ends with this code. */
const vitest = (report: unknown, exitCode: number) => {
  const write = `const file = process.argv.find((word) => word.startsWith('--outputFile.json=')).split('=')[1];`;
  const text = JSON.stringify(JSON.stringify(report));
  return node('tests', `${write} require('fs').writeFileSync(file, ${text}); process.exit(${exitCode})`, {
    reportsTests: true,
  });
};

async function run(checks: readonly Check[], limitMs = 20_000) {
  const lines: string[] = [];
  const options = { atOnce: 2, deadline: Date.now() + limitMs, print: (line: string) => lines.push(line) };
  const results = await runChecks(checks, options);
  return { lines, results, counts: results.map(({ name, passed, failed }) => [name, passed, failed]) };
}

test('a check that ends with 0 counts as one passed, any other as one failed with its output', async () => {
  const { counts, results } = await run([node('good', ''), node('bad', 'console.log("why"); process.exit(3)')]);
  expect(counts.toSorted(([a], [b]) => String(a).localeCompare(String(b)))).toEqual([
    ['bad', 0, 1],
    ['good', 1, 0],
  ]);
  expect(results.find(({ name }) => name === 'bad')?.output).toContain('why');
});

test('what waits for a failed check does not run and has failed', async () => {
  const { results } = await run([
    node('build', 'process.exit(1)'),
    node('size', 'console.log("ran")', { after: ['build'] }),
  ]);
  expect(results[1]).toEqual({ name: 'size', passed: 0, failed: 1, output: 'Not run: build failed.' });
});

test('what waits for a check that was not chosen runs', async () => {
  expect((await run([node('size', '', { after: ['build'] })])).counts).toEqual([['size', 1, 0]]);
});

test('a check that is alone runs beside no other', async () => {
  const wait = 'setTimeout(() => undefined, 300)';
  const { results } = await run([node('first', wait), node('browsers', wait, { alone: true }), node('last', wait)]);
  expect(results.map(({ name }) => name)).toEqual(['first', 'browsers', 'last']);
});

test('what still runs at the deadline is stopped, with what it started, and has failed', async () => {
  const child = `require('child_process').spawnSync(process.execPath, ['-e', 'setTimeout(() => 0, 60000)'], { stdio: 'inherit' })`;
  const startedAt = Date.now();
  const { counts } = await run([node('slow', child)], 500);
  expect(counts).toEqual([['slow', 0, 1]]);
  expect(Date.now() - startedAt).toBeLessThan(10_000);
});

test('checks that wait for each other are our mistake', async () => {
  const circle = [node('a', '', { after: ['b'] }), node('b', '', { after: ['a'] })];
  await expect(run(circle)).rejects.toThrow('a, b');
});

const file = (status: string, tests: number) => ({
  status,
  assertionResults: Array.from({ length: tests }, () => ({})),
});

test.each([
  ['each passed test counts', [5, 5, file('passed', 5)], 0, [5, 0]],
  ['each failed test counts', [5, 3, file('failed', 5)], 1, [3, 2]],
  ['a test that did not run has failed', [5, 4, file('passed', 5)], 0, [4, 1]],
  ['a file that does not load counts as one failed test', [5, 3, file('failed', 5), file('failed', 0)], 1, [3, 3]],
  ['an error after the last test has failed', [5, 5, file('passed', 5)], 1, [5, 1]],
  ['no test at all has failed', [0, 0], 0, [0, 1]],
])('%s', async (_, [numTotalTests, numPassedTests, ...testResults], exitCode, expected) => {
  const { counts } = await run([vitest({ numTotalTests, numPassedTests, testResults }, exitCode)]);
  expect(counts).toEqual([['tests', ...expected]]);
});

test('a failed test is told first, with its reason', async () => {
  const failed = { status: 'failed', fullName: 'the test that fails', failureMessages: ['expected 1 to be 2'] };
  const testResults = [{ status: 'failed', assertionResults: [failed] }];
  const { results } = await run([vitest({ numTotalTests: 1, numPassedTests: 0, testResults }, 1)]);
  expect(results[0]?.output).toMatch(/^× the test that fails\nexpected 1 to be 2/);
});

test('a report that cannot be read has failed', async () => {
  expect((await run([vitest({}, 0)])).counts).toEqual([['tests', 0, 1]]);
});
