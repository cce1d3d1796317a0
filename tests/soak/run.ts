import { spawnSync } from 'node:child_process';

/**
 * `npm run soak`: every long trial in full, one after the other, with its figures; fails where one of them does. It
 * takes two to three hours, and wants the machine for itself.
 */
const seed = '20261122';
const model = { CANDOR_MODEL_RUNS: '500', CANDOR_MODEL_ACTIONS: '200', CANDOR_SEED: seed };

interface Part {
  readonly name: string;
  readonly command: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

const parts: readonly Part[] = [
  { name: 'builds', command: ['npm', 'run', '--silent', 'build:all'] },
  { name: 'browsers', command: ['npm', 'run', '--silent', 'browsers'], env: { CANDOR_ALL: '1' } },
  { name: 'recorder', command: ['npm', 'run', '--silent', 'soak:recorder'] },
  { name: 'model', command: ['npx', 'vitest', 'run', 'tests/unit/observation/model'], env: model },
  { name: 'replay', command: ['npx', 'tsx', 'tests/soak/replay.ts', '--seed', seed] },
  { name: 'load', command: ['npx', 'tsx', 'tests/soak/load.ts'] },
  { name: 'audit-size', command: ['npx', 'tsx', 'tests/soak/audit-size.ts'] },
  { name: 'opt-out', command: ['npx', 'tsx', 'tests/soak/opt-out.ts', '--seed', seed] },
  { name: 'trials', command: ['npx', 'tsx', 'tests/soak/trials.ts'] },
];

const failed = parts.filter(({ name, command: [program = '', ...args], env }) => {
  console.log(`\n── ${name} ──`);
  const { status } = spawnSync(program, args, { stdio: 'inherit', env: { ...process.env, ...env } });
  return status !== 0;
});
process.exitCode = failed.length > 0 ? 1 : 0;
console.log(failed.length > 0 ? `\nFailed: ${failed.map(({ name }) => name).join(', ')}` : '\nAll of it held.');
