import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';

const running = new Set<ChildProcess>();

/**
 * Runs a command to its end, in a process group of its own and without standard input.
 *
 * `exitCode` is `null` where it was stopped, as everything is that still runs at `deadline` (epoch milliseconds).
 * `output` is both streams as they came.
 */
export function runCommand(
  [program, ...parameters]: readonly [string, ...string[]],
  deadline: number,
): Promise<{ exitCode: number | null; output: string }> {
  return new Promise((done) => {
    const chunks: Buffer[] = [];
    const child = spawn(program, parameters, {
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
      env: { ...process.env, CI: '1', NO_COLOR: '1', FORCE_COLOR: '0' },
    });
    running.add(child);
    const clock = setTimeout(
      () => {
        chunks.push(Buffer.from('\nStopped: the time for all checks is over.\n'));
        stop(child);
      },
      Math.max(deadline - Date.now(), 0),
    );
    const end = (exitCode: number | null) => {
      clearTimeout(clock);
      running.delete(child);
      done({ exitCode, output: Buffer.concat(chunks).toString('utf8') });
    };
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', (error) => {
      chunks.push(Buffer.from(`${error.message}\n`));
      end(null);
    });
    child.on('close', end);
  });
}

/** Ends the child and all that it started. */
function stop(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It ended by itself in between.
  }
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    running.forEach(stop);
    process.exit(1);
  });
}
