import { describe, expect, test } from 'vitest';
import { readHarValue } from '../../../lib/audit/import/read-har';
import { smallCatalogue } from '../observation/small-catalogue';
import { type Parts, at, entry, log, main, script, shop, told } from './har-entries';

function read(file: unknown) {
  const imported = readHarValue(file, smallCatalogue);
  if (!imported.ok) throw new Error(JSON.stringify(imported.issues));
  const visits = imported.session.visits.map(({ observation }) => observation);
  const contacts = visits.map(({ url, contacts: all }) => [
    url,
    ...all.map(
      ({ host, sent, failed, stopped, listed, broughtInBy }) =>
        `${host} ${sent}/${failed}/${stopped}/${listed}${broughtInBy === null ? '' : ` in ${broughtInBy}`}`,
    ),
  ]);
  return { ...imported, visits, contacts };
}

describe('pages', () => {
  test('without pages the first document begins one, and each later top-level document another', () => {
    const entries = [
      main(),
      script('https://a.test/a.js'),
      main('https://shop.example/cart', { startedDateTime: '2026-11-23T09:01:00.000Z' }),
      script('https://b.test/b.js', { startedDateTime: '2026-11-23T09:01:01.000Z' }),
    ];
    expect(read(log(entries)).contacts).toEqual([
      ['https://shop.example/', 'shop.example 1/0/0/0', 'a.test 1/0/0/0'],
      ['https://shop.example/cart', 'shop.example 1/0/0/0', 'b.test 1/0/0/0'],
    ]);
  });

  test('each page of the log is a document; what names no page belongs to the one that began last', () => {
    const pages = [
      { id: 'p1', title: 'One', startedDateTime: at },
      { id: 'p2', title: 'Two', startedDateTime: '2026-11-23T09:01:00.000Z' },
    ];
    const entries = [
      entry({ pageref: 'p1', response: { content: { mimeType: 'text/html' } } }),
      entry({
        pageref: 'p2',
        url: `${shop}2`,
        startedDateTime: '2026-11-23T09:01:00.000Z',
        response: { content: { mimeType: 'text/html; charset=utf-8' } },
      }),
      script('https://late.test/', { pageref: 'p1', startedDateTime: '2026-11-23T09:02:00.000Z' }),
      script('https://none.test/', { startedDateTime: '2026-11-23T09:02:00.000Z' }),
    ];
    expect(read(log(entries, { pages })).contacts).toEqual([
      ['https://shop.example/', 'shop.example 1/0/0/0', 'late.test 1/0/0/0'],
      ['https://shop.example/2', 'shop.example 1/0/0/0', 'none.test 1/0/0/0'],
    ]);
  });

  test('the site is that of the first page, and pages of others are left out', () => {
    const entries = [
      main('https://www.shop.example/'),
      main('https://pay.test/', { startedDateTime: '2026-11-23T09:01:00.000Z' }),
    ];
    const { session } = read(log(entries));
    expect([session.site, session.visits.length, session.state, session.source]).toEqual([
      'shop.example',
      1,
      'finished',
      'har',
    ]);
    expect(told(log(entries))).toEqual(['other-site ']);
  });

  test('a page whose own request is not in the file is known by the address that Chrome gives, and was not seen whole', () => {
    const pages = [{ id: 'p1', title: shop, startedDateTime: at }];
    const { visits, contacts } = read(log([script('https://a.test/', { pageref: 'p1' })], { pages }));
    expect(contacts).toEqual([[shop, 'a.test 1/0/0/0']]);
    expect(visits[0]).toMatchObject({
      headersSeen: false,
      coverage: { kind: 'part', gaps: [{ reason: 'imported-har' }] },
    });
  });

  test('what was sent before the first document of a file without pages is left out, and that is said', () => {
    const entries = [script('https://before.test/'), main(shop, { startedDateTime: '2026-11-23T09:01:00.000Z' })];
    expect(read(log(entries)).contacts).toEqual([[shop, 'shop.example 1/0/0/0']]);
    expect(told(log(entries))).toEqual(['page-without-document ']);
  });
});

describe('frames', () => {
  const frame = 'https://player.video.test/embed';
  const inFrame = (more: Parts) => [
    main(shop, more._frameref === undefined ? {} : { _frameref: 'f0' }),
    entry({ url: frame, dest: 'iframe', ...(more._frameref !== undefined && { _frameref: more._frameref }) }),
    script('https://ads.test/a.js', more),
  ];
  const expected = [[shop, 'shop.example 1/0/0/0', 'player.video.test 1/0/0/0', 'ads.test 1/0/0/0 in video.test']];

  test.each<readonly [string, Parts]>([
    ['Playwright’s name of the frame', { _frameref: 'f1' }],
    ['the document in which Chrome found it', { _initiator: { type: 'parser', url: frame } }],
    ['a Referer of the frame’s origin', { headers: [['Referer', 'https://player.video.test/']] }],
  ])('%s tells who asked', (_, more) => {
    expect(read(log(inFrame(more))).contacts).toEqual(expected);
  });

  test('where nothing tells, it is the page’s', () => {
    const [[, , , last] = []] = read(log(inFrame({}))).contacts;
    expect(last).toBe('ads.test 1/0/0/0');
  });
});

describe('what became of a request', () => {
  const one = (parts: Parts, more: object = {}) =>
    read(log([main(), script('https://a.test/', parts)], more)).contacts[0]?.[2];

  test.each<readonly [string, Parts, string]>([
    ['Chrome: an extension stopped it', { response: { status: 0, _error: 'net::ERR_BLOCKED_BY_CLIENT' } }, '0/0/1/0'],
    ['Chrome: no such host', { response: { status: 0, _error: 'net::ERR_NAME_NOT_RESOLVED' } }, '0/1/0/0'],
    [
      'Chrome: sent and given up',
      { headers: [[':authority', 'a.test']], response: { status: 0, _error: 'net::ERR_ABORTED' } },
      '1/1/0/0',
    ],
    ['Chrome: sent, and the file ends', { headers: [[':authority', 'a.test']], response: { status: 0 } }, '1/0/0/0'],
    ['Chrome: from the cache', { _fromCache: 'disk' }, '0/0/0/1'],
    ['Chrome: a service worker had it', { response: { _fetchedViaServiceWorker: true } }, '0/0/0/1'],
    ['Playwright: failed', { response: { status: -1, _failureText: 'NS_ERROR_UNKNOWN_HOST' } }, '0/1/0/0'],
    [
      'Playwright: the test stopped it',
      { response: { status: -1, _failureText: 'net::ERR_FAILED' }, _wasAborted: true },
      '0/0/1/0',
    ],
    ['Playwright: the test answered it', { _wasFulfilled: true }, '0/0/1/0'],
    ['blocked', { response: { status: 0, _blocked: true } }, '0/0/1/0'],
    ['nothing is told', { response: { status: 0 } }, '0/1/0/0'],
    [
      'the browser went on to https by itself',
      {
        response: {
          status: 307,
          redirectURL: 'https://a.test/',
          headers: [{ name: 'Non-Authoritative-Reason', value: 'HSTS' }],
        },
      },
      '0/0/0/0',
    ],
  ])('%s', (_, parts, counts) => {
    expect(one(parts)).toBe(`a.test ${counts}`);
  });

  test('Firefox writes an empty member for what came from its cache', () => {
    expect(one({ cache: { afterRequest: null } }, { creator: { name: 'Firefox' } })).toBe('a.test 0/0/0/1');
    expect(one({ cache: { afterRequest: null } }, { creator: { name: 'Other' } })).toBe('a.test 1/0/0/0');
  });

  test('a text that is no error name is not kept', () => {
    const file = log([main(), script('https://a.test/', { response: { status: 0, _error: 'secret words' } })]);
    expect(JSON.stringify(read(file))).not.toContain('secret');
  });

  test.each(['data:text/html,x', 'blob:https://shop.example/1', 'chrome-extension://abc/x.js', 'about:blank'])(
    '%s is skipped without a word',
    (url) => {
      expect(read(log([main(), script(url)])).contacts).toEqual([[shop, 'shop.example 1/0/0/0']]);
      expect(told(log([main(), script(url)]))).toEqual([]);
    },
  );

  test('an extension’s own requests are not the site’s', () => {
    const stack = { callFrames: [{ url: 'chrome-extension://abc/content.js' }] };
    expect(read(log([main(), script('https://x.test/', { _initiator: { type: 'script', stack } })])).contacts).toEqual([
      [shop, 'shop.example 1/0/0/0'],
    ]);
  });

  test('several Set-Cookie lines in one header, by line feeds or commas, are cookies of their own', () => {
    const value = 'a=x,n=y; Expires=Tue, 24 Nov 2026 09:00:00 GMT, b=z; Path=/b\nc=1; Max-Age=60';
    const { visits } = read(log([main(shop, { response: { headers: [{ name: 'set-cookie', value }] } })]));
    expect(visits[0]?.cookies.map(({ name, path, lifetimeSeconds }) => [name, path, lifetimeSeconds])).toEqual([
      ['a', '/', 86_400],
      ['b', '/b', null],
      ['c', '/', 60],
    ]);
  });

  test('cookies that stand in no header are taken from the list, without their values', () => {
    const cookies = [
      { name: 'a', value: 'VALUE', path: '/', expires: '2026-11-23T09:01:00.000Z', httpOnly: true, secure: true },
      { name: 'b;c' },
    ];
    const { visits } = read(log([main(shop, { response: { cookies } })]));
    expect(visits[0]?.cookies.map(({ name, lifetimeSeconds, httpOnly }) => [name, lifetimeSeconds, httpOnly])).toEqual([
      ['a', 60, true],
    ]);
    expect(JSON.stringify(visits)).not.toContain('VALUE');
  });
});
