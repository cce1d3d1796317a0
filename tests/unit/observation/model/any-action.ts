import fc from 'fast-check';
import type { Fault } from '../../browser/fake-session';

export const ways = ['direct', 'redirected', 'through-another-site', 'by-worker', 'download', 'error'] as const;
export const outcomes = ['completed', 'failed', 'stopped', 'open'] as const;
const site = fc.nat(2);
const path = fc.constantFrom('a', 'b');
const tab = fc.nat(5);

/** What a visitor, a page or a browser may do; `tab` and `frame` count what is there. */
const anyAction = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('open' as const), site, path }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('close' as const), tab }) },
  {
    weight: 5,
    arbitrary: fc.record({ do: fc.constant('navigate' as const), tab, site, path, way: fc.constantFrom(...ways) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('reload' as const), tab }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('back' as const), tab, isFromMemory: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('prerender' as const), tab, site, path }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('activate' as const), tab }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('replace' as const), tab }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('frame' as const), tab, frame: fc.nat(4), site }) },
  {
    weight: 14,
    arbitrary: fc.record({
      do: fc.constant('request' as const),
      tab,
      frame: fc.nat(4),
      outcome: fc.constantFrom(...outcomes),
      isKeepalive: fc.boolean(),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('late-beacon' as const), tab }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('worker' as const), site }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('wait' as const), ms: fc.constantFrom(1, 50, 900, 2500) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('kill' as const), lost: fc.nat(4) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('idle-stop' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('restart' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('fault' as const),
      fault: fc.constantFrom<Fault>('none', 'rejects', 'full', 'hangs'),
    }),
  },
);
export type Action = typeof anyAction extends fc.Arbitrary<infer A> ? A : never;

/** Lives of so many actions. */
export const livesOf = (actions: number) =>
  fc.array(anyAction, { minLength: actions, maxLength: actions, size: 'max' });
