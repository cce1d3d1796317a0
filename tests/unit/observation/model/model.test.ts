import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { anyAction } from './any-action';
import type { Kind } from './fake-browser';
import { type RunFigures, runModel } from './run-model';

/** A few runs at each test; many in `npm run soak`. */
const runs = Number(process.env['CANDOR_MODEL_RUNS'] ?? 40);
const actions = Number(process.env['CANDOR_MODEL_ACTIONS'] ?? 80);

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
    const lives = fc.array(anyAction, { minLength: Math.floor(actions / 2), maxLength: actions, size: 'max' });
    await fc.assert(
      fc.asyncProperty(lives, async (life) => {
        all.push(await runModel(kind, life));
      }),
      { numRuns: Math.ceil(runs / 2), endOnFailure: true },
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
  600_000,
);
