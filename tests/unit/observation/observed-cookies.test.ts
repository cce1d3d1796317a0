import { describe, expect, test } from 'vitest';
import { observedCookies } from '../../../lib/observation/observed-cookies';
import { recordChange, recordCookies } from '../../../lib/observation/record-cookies';
import type { CookieChange } from '../../../lib/observation/cookie-change';
import type { ObservedCookie } from '../../../lib/observation/observation';
import { contact } from '../../fixtures/observations/make';
import { change, emptyLedger, inJar, inPartitionOf, short, site } from './cookie-kit';

const tenYears = 315_360_000;
const capped = 34_560_000;

type Event = readonly ['answer', string, number] | readonly ['jar', Partial<CookieChange>];

const answer = (line: string, at = 2000) => ['answer', line, at] as const;
const jar = (parts: Partial<CookieChange>) => ['jar', parts] as const;

/** A page of site.example after these events; what the jar tells is this page's doing. */
function after(...events: readonly Event[]) {
  const ledger = emptyLedger();
  for (const event of events) {
    if (event[0] === 'answer') recordCookies(ledger, `${site}/`, [{ name: 'set-cookie', value: event[1] }], event[2]);
    else recordChange(ledger, change(event[1]), { isOwn: true, times: 1, consent: 'refused' });
  }
  return ledger;
}

const told = (...events: readonly Event[]) => observedCookies(after(...events), null).cookies;

describe('who set it', () => {
  test.each<[string, readonly Event[], string]>([
    ['an answer alone', [answer('a=1')], 'a http'],
    ['a change alone', [jar({})], 'a script'],
    ['an answer and the change that follows', [answer('a=1'), jar({ at: 2400 })], 'a http'],
    ['a change, told before its answer', [jar({ at: 2010 }), answer('a=1', 2000)], 'a http'],
    ['a script long after an answer', [answer('a=1'), jar({ at: 2010 }), jar({ at: 9000 })], 'a script'],
    ['an answer long after a script', [jar({}), answer('a=1', 9000)], 'a http'],
    ['a deletion by an answer', [answer('a=; Max-Age=0')], 'a http deleted'],
    ['a deletion of what was there before', [jar({ removed: true })], 'a earlier deleted'],
    ['a deletion by script of what an answer set', [answer('a=1'), jar({ removed: true, at: 9000 })], 'a http deleted'],
    ['a deletion, then a set', [jar({ removed: true }), jar({ at: 2001 })], 'a script'],
    ['a deletion and a set in one answer', [answer('a=; Max-Age=0'), answer('a=1')], 'a http'],
  ])('%s', (_, events, expected) => {
    expect(short(told(...events))).toEqual([expected]);
  });
});

describe('how long it lasts', () => {
  test('as sent, where an answer set it, although browsers keep it for 400 days at most', () => {
    const [cookie] = told(answer(`a=1; Max-Age=${tenYears.toString()}`), jar({ at: 2050, lifetimeSeconds: capped }));
    expect(cookie).toMatchObject({ lifetimeSeconds: tenYears, lifetimeIsStored: false });
  });

  test('as stored, where a script set it', () => {
    expect(told(jar({ lifetimeSeconds: capped }))[0]).toMatchObject({
      lifetimeSeconds: capped,
      lifetimeIsStored: true,
    });
  });

  test('as stored, where a script set it anew after an answer', () => {
    const [cookie] = told(answer('a=1; Max-Age=60'), jar({ at: 9000, lifetimeSeconds: capped }));
    expect(cookie).toMatchObject({ lifetimeSeconds: capped, lifetimeIsStored: true, setBy: 'script' });
  });
});

describe('what became of it', () => {
  test.each<[string, readonly Event[], number]>([
    ['once', [jar({})], 0],
    ['three times by script', [jar({}), jar({ at: 2001 }), jar({ at: 2002 })], 2],
    ['by an answer, then by a script', [answer('a=1'), jar({ at: 9000 })], 1],
    ['by two answers', [answer('a=1'), answer('a=1', 5000)], 1],
    ['once and deleted', [answer('a=1'), answer('a=; Max-Age=0', 5000)], 0],
  ])('set %s: set anew %#', (_, events, expected) => {
    expect(told(...events)[0]?.overwritten).toBe(expected);
  });

  test.each([
    ['explicit', 'deletion'],
    ['expired', 'expiry'],
    ['evicted', 'eviction'],
  ] as const)('gone as %s is %s', (cause, removedBy) => {
    expect(told(answer('a=1'), jar({ removed: true, cause, at: 5000 }))[0]).toMatchObject({ deleted: true, removedBy });
  });

  test('its flags are those of whoever set it; of one only seen going, as it was', () => {
    expect(told(answer('a=1; Secure; HttpOnly; SameSite=Strict'))[0]).toMatchObject({
      secure: true,
      httpOnly: true,
      sameSite: 'strict',
      setByHost: 'site.example',
    });
    expect(told(jar({ removed: true, httpOnly: true }))[0]).toMatchObject({ httpOnly: true, setBy: 'earlier' });
  });

  test('consent is what it was when the page set it', () => {
    expect(told(jar({}))[0]?.consent).toBe('refused');
    expect(told(jar({ removed: true }))[0]?.consent).toBe('unknown');
  });
});

describe('partitions', () => {
  const widget = { domain: 'widget.example', partition: inPartitionOf(site) };
  const ledgerWith = (...parts: readonly Partial<CookieChange>[]) => {
    const ledger = after(...parts.map(jar));
    recordCookies(ledger, 'https://widget.example/', [{ name: 'set-cookie', value: 'a=1' }], 2000);
    return ledger;
  };

  test('an answer that says nothing of it is told where the browser put its cookie', () => {
    expect(short(observedCookies(ledgerWith(widget), null).cookies)).toEqual(['a http in site.example']);
    expect(short(observedCookies(ledgerWith({ ...widget, partition: null }), null).cookies)).toEqual(['a http']);
  });

  test('the jar itself tells as well', () => {
    const lying = inJar({ name: 'a', domain: 'widget.example', party: 'third-party', partition: 'site.example' });
    const { cookies } = observedCookies(ledgerWith(), { cookies: [lying], completeAt: 9000 });
    expect(short(cookies)).toEqual(['a http in site.example']);
  });

  test('one in the partition and one in none are two', () => {
    const { cookies } = observedCookies(ledgerWith(widget, { ...widget, partition: null }), null);
    expect(short(cookies)).toEqual(['a script in site.example', 'a http']);
  });

  test('what asks for a partition is another cookie than what asks for none', () => {
    const ledger = after(answer('a=1; Secure'), answer('a=1; Secure; Partitioned'));
    expect(short(observedCookies(ledger, null).cookies)).toEqual(['a http', 'a http in site.example']);
  });
});

describe('what lies in the jar besides', () => {
  const listed = (...cookies: readonly ObservedCookie[]) => {
    const ledger = emptyLedger();
    for (const host of ['cdn.widget.example', 'shop.site.example'])
      ledger.contacts[host] = contact({ host, samples: [`https://${host}/folder/x`] });
    return observedCookies(ledger, { cookies, completeAt: 9000 }).cookies.map(({ name }) => name);
  };
  const foreign = { domain: 'widget.example', hostOnly: false, party: 'third-party', sameSite: 'none' } as const;

  test.each([
    ['on the page’s host', {}],
    ['on a domain above it', { domain: 'site.example', hostOnly: false }],
    ['on a host of the site that the page contacted', { domain: 'shop.site.example' }],
    ['below a path that the page asked for', { domain: 'shop.site.example', path: '/folder' }],
    ['on a third party that the page contacted', foreign],
    ['on a third party, in this site’s partition', { ...foreign, sameSite: 'lax', partition: 'site.example' }],
  ] as const)('%s is listed', (_, parts) => {
    expect(listed(inJar({ name: 'x', ...parts }))).toEqual(['x']);
  });

  test.each([
    ['on another host of the site', { domain: 'mail.site.example' }],
    ['for another path', { path: '/admin' }],
    ['for a path that only begins alike', { domain: 'shop.site.example', path: '/fold' }],
    ['of a third party, not for other sites', { ...foreign, sameSite: 'lax' }],
    ['of a third party that says nothing of other sites', { ...foreign, sameSite: 'unspecified' }],
    ['for another host of a third party', { ...foreign, hostOnly: true }],
  ] as const)('%s is not', (_, parts) => {
    expect(listed(inJar({ name: 'x', ...parts }))).toEqual([]);
  });

  test('it is cut where there is too much of it', () => {
    const cookies = Array.from({ length: 400 }, (_, number) => inJar({ name: number.toString() }));
    const read = observedCookies(emptyLedger(), { cookies, completeAt: null });
    expect([read.cookies.length, read.cut]).toEqual([300, 100]);
  });
});

describe('with the jar at hand', () => {
  const read = (events: readonly Event[], cookies: readonly ObservedCookie[], completeAt: number | null = 9000) =>
    short(observedCookies(after(...events), { cookies, completeAt }).cookies);

  test('what was seen being set is told once', () => {
    expect(read([answer('a=1; Path=/')], [inJar({ name: 'a' })])).toEqual(['a http']);
  });

  test.each<[string, readonly Event[], readonly ObservedCookie[], number | null, string]>([
    ['is not there', [answer('a=1; Path=/')], [], 9000, 'a http not kept'],
    ['may yet come', [answer('a=1', 8000)], [], 9000, 'a http'],
    ['cannot be looked for', [answer('a=1')], [], null, 'a http'],
    ['has run out', [answer('a=1; Max-Age=3')], [], 9000, 'a http'],
    ['was there and went', [answer('a=1'), jar({ removed: true, at: 5000 })], [], 9000, 'a http deleted'],
    ['was there', [answer('a=1'), jar({})], [], 9000, 'a http'],
  ])('what an answer asked for and %s', (_, events, cookies, completeAt, expected) => {
    expect(read(events, cookies, completeAt)).toEqual([expected]);
  });

  test('what went and is there again is not deleted', () => {
    expect(read([answer('a=1'), jar({ removed: true, at: 5000 })], [inJar({ name: 'a' })])).toEqual(['a http']);
    expect(read([jar({ removed: true })], [inJar({ name: 'a' })])).toEqual(['a earlier']);
    expect(read([answer('a=; Max-Age=0; Path=/')], [inJar({ name: 'a' })])).toEqual(['a earlier']);
  });
});
