import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ObservedCookie } from '../../../lib/observation/observation';
import type { CookieChange } from '../../../lib/observation/cookie-change';
import { contact } from '../../fixtures/observations/make';
import { change, inJar, inPartitionOf, ledgerOf, scene, site } from './cookie-kit';
import { commit } from './recorder-kit';

type Told =
  | { readonly kind: 'answer'; readonly url: string; readonly line: string; readonly at: number }
  | { readonly kind: 'change'; readonly change: CookieChange };

const names = fc.constantFrom('a', 'b', '__proto__', '');
const hosts = fc.constantFrom('site.example', 'widget.example');
/** Seconds apart, so that some explain each other and some do not; no two at once. */
const times = fc.nat({ max: 40 });

const anAnswer = fc
  .record({
    name: names,
    host: hosts,
    partitioned: fc.boolean(),
    deletes: fc.boolean(),
    second: times,
  })
  .map(({ name, host, partitioned, deletes, second }) => ({
    kind: 'answer' as const,
    url: `https://${host}/x`,
    line: `${name}=SECRET; Path=/${partitioned ? '; Partitioned; Secure' : ''}${deletes ? '; Max-Age=0' : ''}`,
    at: 2000 + second * 1000,
  }));

const aChange = fc
  .record({
    name: names,
    domain: hosts,
    isPartitioned: fc.boolean(),
    removed: fc.boolean(),
    cause: fc.constantFrom('explicit' as const, 'expired' as const, 'evicted' as const, 'overwrite' as const),
    second: times,
  })
  .map(({ isPartitioned, second, cause, removed, ...parts }) => ({
    kind: 'change' as const,
    change: change({
      ...parts,
      removed: removed || cause !== 'explicit',
      cause,
      partition: isPartitioned ? inPartitionOf(site) : null,
      at: 2000 + second * 1000,
    }),
  }));

/** Each told at a time of its own. */
const events = fc
  .array(fc.oneof(anAnswer, aChange), { maxLength: 12 })
  .map((list) =>
    list.map((one, place): Told =>
      one.kind === 'answer'
        ? { ...one, at: one.at + place }
        : { ...one, change: { ...one.change, at: one.change.at + place } },
    ),
  );

const aJar = fc.array(
  fc
    .record({ name: names, domain: hosts, partition: fc.constantFrom(null, 'site.example') })
    .map((parts) => inJar({ ...parts, party: parts.domain === 'site.example' ? 'first-party' : 'third-party' })),
);

/** A page of site.example with a frame of widget.example, told all this in this order. */
function tell(order: readonly Told[], settleAt: readonly number[] = []) {
  const { recorder, cookies, answer, read } = scene();
  ledgerOf(recorder).contacts['w'] = contact({ host: 'widget.example' });
  order.forEach((one, place) => {
    if (one.kind === 'answer') answer(one.line, { url: one.url, at: one.at });
    else cookies.changed(one.change);
    if (settleAt.includes(place)) cookies.settle(Infinity);
  });
  cookies.settle(Infinity);
  return { recorder, read };
}

const sorted = (cookies: readonly ObservedCookie[]) => cookies.map((cookie) => JSON.stringify(cookie)).sort();
/** What must not depend on when changes are decided: which there are, who set them, what became of them. */
const essence = (cookies: readonly ObservedCookie[]) =>
  cookies
    .map(({ name, domain, path, partition, setBy, deleted, removedBy }) =>
      JSON.stringify([name, domain, path, partition, setBy, deleted, removedBy]),
    )
    .sort();

const inAnyOrder = (list: readonly Told[]) =>
  fc.record({
    list: fc.constant(list),
    order: fc.shuffledSubarray([...list], { minLength: list.length, maxLength: list.length }),
  });
const shuffled = events.chain(inAnyOrder);
/**
 * As Firefox tells it: third parties' cookies lie apart, others do not. Without answers that name no cookie: they
 * explain any, and what is decided before they are told cannot know.
 */
const shuffledPlain = events
  .map((list) =>
    list.filter((one) =>
      one.kind === 'change'
        ? (one.change.domain === 'widget.example') === (one.change.partition !== null)
        : !one.line.startsWith('='),
    ),
  )
  .chain(inAnyOrder);

describe('whatever is told of cookies', () => {
  test('any order of it gives the same cookies', () => {
    fc.assert(
      fc.property(shuffled, fc.option(aJar), ({ list, order }, cookies) => {
        const jar = cookies === null ? null : { cookies, completeAt: 50_000 };
        expect(sorted(tell(order).read(jar))).toEqual(sorted(tell(list).read(jar)));
      }),
      { numRuns: 300 },
    );
  });

  test('it does not matter when it is decided, nor when the jar is read meanwhile', () => {
    fc.assert(
      fc.property(shuffledPlain, fc.array(fc.nat({ max: 12 })), ({ list, order }, settleAt) => {
        expect(essence(tell(order, settleAt).read())).toEqual(essence(tell(list).read()));
      }),
      { numRuns: 300 },
    );
  });

  test('each cookie is told once, and one that lies in the jar is not told as gone', () => {
    fc.assert(
      fc.property(events, aJar, (list, cookies) => {
        const told = tell(list).read({ cookies, completeAt: 50_000 });
        const keys = told.map(({ name, domain, path, partition }) => JSON.stringify([name, domain, path, partition]));
        expect(new Set(keys).size).toBe(keys.length);
        for (const one of told.filter(({ deleted, notKept }) => deleted || notKept === true))
          expect(
            cookies.some((it) => it.name === one.name && it.domain === one.domain && it.partition === one.partition),
          ).toBe(false);
      }),
      { numRuns: 200 },
    );
  });

  test('no value is in a ledger', () => {
    fc.assert(
      fc.property(events, (list) => {
        const { recorder } = tell(list);
        expect(JSON.stringify([...recorder.tabs])).not.toContain('SECRET');
      }),
    );
  });

  test('a script is named only where one page fits, and no answer explains it', () => {
    fc.assert(
      fc.property(events, fc.constantFrom('https://site.example/', 'https://other.example/'), (list, url) => {
        const { recorder, cookies, answer, read } = scene();
        recorder.commit(commit('other', url, { tabId: 2 }));
        for (const one of list) {
          if (one.kind === 'answer') answer(one.line, { url: one.url, at: one.at, tabId: 2, documentId: 'other' });
          else cookies.changed(one.change);
        }
        cookies.settle(Infinity);
        const byScript = read().filter(({ setBy }) => setBy === 'script');
        if (url === 'https://site.example/') expect(byScript).toEqual([]);
        for (const { name, domain } of byScript) {
          const explains = (one: Told) =>
            one.kind === 'answer' && new URL(one.url).hostname === domain && one.line === `${name}=SECRET; Path=/`;
          const answers = list.flatMap((one) => (one.kind === 'answer' && explains(one) ? [one.at] : []));
          const changes = list.flatMap((one) =>
            one.kind === 'change' && one.change.name === name ? [one.change] : [],
          );
          expect(changes.some(({ at }) => answers.every((answered) => Math.abs(answered - at) > 3000))).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });
});
