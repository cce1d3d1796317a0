import { readFileSync, rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { runCommand } from './run-command';

export interface Check {
  /** Also the name of the npm script, unless there is a `command`. */
  readonly name: string;
  readonly command?: readonly [string, ...string[]];
  /** Starts only when these have passed; where one has not, this one fails too. */
  readonly after?: readonly string[];
  /** Nothing else runs beside it. */
  readonly alone?: boolean;
  /** Vitest runs it, so each of its tests counts. */
  readonly reportsTests?: boolean;
}

export interface Result {
  readonly name: string;
  readonly passed: number;
  readonly failed: number;
  readonly output: string;
}

interface Options {
  readonly atOnce: number;
  /** Epoch milliseconds; what runs then is stopped and has failed. */
  readonly deadline: number;
  readonly print: (line: string) => void;
}

/** Runs all checks in the order given, a few at once, and answers their results in the order in which they ended. */
export async function runChecks(checks: readonly Check[], options: Options): Promise<readonly Result[]> {
  const waiting = [...checks];
  const running = new Map<Check, Promise<void>>();
  const results = new Map<string, Result>();
  const start = (check: Check) => {
    waiting.splice(waiting.indexOf(check), 1);
    const startedAt = Date.now();
    const done = runCheck(check, results, options.deadline).then((result) => {
      running.delete(check);
      results.set(check.name, result);
      options.print(lineOf(result, Date.now() - startedAt));
    });
    running.set(check, done);
  };
  while (waiting.length > 0 || running.size > 0) {
    const ready = waiting.find((check) => isReady(check, checks, results));
    if (ready !== undefined && hasRoom(ready, [...running.keys()], options.atOnce)) start(ready);
    else if (running.size > 0) await Promise.race(running.values());
    else throw new Error(`These checks wait for each other: ${waiting.map(({ name }) => name).join(', ')}.`);
  }
  return [...results.values()];
}

/** What was not chosen is not waited for. */
const isReady = (check: Check, checks: readonly Check[], results: ReadonlyMap<string, Result>) =>
  (check.after ?? []).every((name) => results.has(name) || !checks.some((other) => other.name === name));

const hasRoom = (check: Check, running: readonly Check[], atOnce: number) =>
  check.alone === true ? running.length === 0 : running.length < atOnce && !running.some(({ alone }) => alone === true);

async function runCheck(check: Check, before: ReadonlyMap<string, Result>, deadline: number): Promise<Result> {
  const broken = (check.after ?? []).filter((name) => (before.get(name)?.failed ?? 0) > 0);
  if (broken.length > 0) return failure(check, `Not run: ${broken.join(', ')} failed.`);
  const folder = await mkdtemp(join(tmpdir(), 'candor-check-'));
  const file = join(folder, 'report.json');
  try {
    const command = check.command ?? ['npm', 'run', '--silent', check.name];
    const reporters = ['--', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
    const { exitCode, output } = await runCommand(check.reportsTests ? [...command, ...reporters] : command, deadline);
    if (check.reportsTests) {
      const counts = countTests(file, exitCode);
      return { name: check.name, output: `${failedTestsIn(file)}${output}`, ...counts };
    }
    return exitCode === 0 ? { name: check.name, passed: 1, failed: 0, output } : failure(check, output);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const failure = ({ name }: Check, output: string): Result => ({ name, passed: 0, failed: 1, output });

const report = v.object({
  numTotalTests: v.number(),
  numPassedTests: v.number(),
  testResults: v.array(v.object({ status: v.string(), assertionResults: v.array(v.unknown()) })),
});

const failedTests = v.object({
  testResults: v.array(
    v.object({
      assertionResults: v.array(
        v.object({ status: v.string(), fullName: v.string(), failureMessages: v.optional(v.array(v.string()), []) }),
      ),
    }),
  ),
});

/** The failed tests with their reasons, before all else: whoever shows the beginning of a log only shows these. */
function failedTestsIn(file: string): string {
  try {
    return v
      .parse(failedTests, JSON.parse(readFileSync(file, 'utf8')))
      .testResults.flatMap(({ assertionResults }) => assertionResults)
      .filter(({ status }) => status === 'failed')
      .map(({ fullName, failureMessages }) => `× ${fullName}\n${failureMessages.join('\n')}\n\n`)
      .join('');
  } catch {
    return ''; // no report: the output says why
  }
}

/**
 * A test that did not run has not passed, and a file that broke before its first test counts as one failed test;
 * nor has a run passed that ends badly after its last test, or has none.
 */
function countTests(file: string, exitCode: number | null): { passed: number; failed: number } {
  let counts: v.InferOutput<typeof report>;
  try {
    counts = v.parse(report, JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return { passed: 0, failed: 1 }; // Vitest broke before it could report; its output says why.
  }
  const broken = counts.testResults.filter((it) => it.status === 'failed' && it.assertionResults.length === 0);
  const failed = counts.numTotalTests - counts.numPassedTests + broken.length;
  const endedBadly = exitCode !== 0 || counts.numTotalTests === 0;
  return { passed: counts.numPassedTests, failed: endedBadly ? Math.max(failed, 1) : failed };
}

const lineOf = ({ name, passed, failed }: Result, tookMs: number) =>
  `${failed > 0 ? 'FAIL' : 'ok  '}  ${name.padEnd(17)}${(tookMs / 1000).toFixed(1).padStart(6)} s` +
  (passed + failed > 1 ? `  ${passed} passed, ${failed} failed` : '');
