import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { livesOf } from './any-action';
import type { Kind } from './fake-browser';
import { type RunFigures, runModel } from './run-model';

/** A few runs at each test; many in `npm run soak`. */
const runs = Number(process.env['CANDOR_MODEL_RUNS'] ?? 40);
const seed = process.env['CANDOR_SEED'];
const actions = Number(process.env['CANDOR_MODEL_ACTIONS'] ?? 60);

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
});
afterEach(() => {
  vi.useRealTimers();
});

test.each<Kind>(['chromium', 'firefox'])(
  'in a browser like %s no request is ever on the wrong page, and nothing is missing unsaid',
  async (kind) => {
    const all: RunFigures[] = [];
    await fc.assert(
      fc.asyncProperty(livesOf(actions), async (life) => {
        vi.clearAllTimers(); // those of the life before
        all.push(await runModel(kind, life));
      }),
      { numRuns: Math.ceil(runs / 2), endOnFailure: true, ...(seed === undefined ? {} : { seed: Number(seed) }) },
    );
    const sum = (of: keyof RunFigures) => all.reduce((total, one) => total + one[of], 0);
    console.log(
      `${kind}: ${all.length.toString()} runs, ${(
        ['actions', 'requests', 'kills', 'idleStops', 'pages', 'inPart'] as const
      )
        .map((name) => `${sum(name).toString()} ${name}`)
        .join(', ')}, 0 wrong`,
    );
    expect(sum('requests')).toBeGreaterThan(runs);
  },
  3_600_000,
);
