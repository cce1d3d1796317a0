import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { findPolicy } from '../../../lib/policy/find-policy';
import { type Answer, chunked, jsonFile, portsOf } from '../../support/fake-policy-site';

const at = Date.parse('2026-11-22T12:00:00Z');
const dayMs = 24 * 60 * 60 * 1000;
const pageUrl = 'https://shop.example/';
const linkUrl = 'https://shop.example/link.json';
const headerUrl = 'https://shop.example/header.json';
const wellKnown = 'https://shop.example/.well-known/privacy-policy.json';
const linkHeader = '</header.json>; rel=privacy-policy; type=application/json';
const policy = (more: object = {}) => ({
  privacyPolicy: '1.0',
  updated: '2026-11-22',
  language: 'en',
  policyUrl: 'https://shop.example/privacy',
  controller: { name: 'Shop' },
  processors: [],
  ...more,
});

const search = { pageUrl, linkHrefs: [linkUrl], linkHeader, lookAgain: false };

function find(answers: Readonly<Record<string, Answer>>, more: object = {}) {
  return findPolicy({ ...search, ...more }, portsOf(answers, () => at).ports);
}

test.each([
  [linkUrl, 'link', 0],
  [headerUrl, 'header', 1],
  [wellKnown, 'well-known', 2],
])('a policy only at %s is found by %s', async (url, way, failedBefore) => {
  const file = JSON.stringify(policy());
  expect(await find({ [url]: jsonFile(file) })).toMatchObject({
    kind: 'read',
    url,
    way,
    fetchedAt: at,
    sha256: createHash('sha256').update(file).digest('hex'),
    applies: 'yes',
    differsFrom: null,
    policy: policy(),
    issues: [],
    attempts: ['link', 'header']
      .slice(0, failedBefore)
      .map((before) => ({ way: before, failure: 'not-found', status: 404 })),
  });
});

test('the first that can be read wins; one before it that cannot is told of', async () => {
  const answers = { [linkUrl]: jsonFile('{'), [headerUrl]: jsonFile(policy()), [wellKnown]: jsonFile(policy()) };
  expect(await find(answers)).toMatchObject({
    kind: 'read',
    way: 'header',
    differsFrom: null,
    attempts: [{ way: 'link', url: linkUrl, failure: 'invalid' }],
  });
});

test('a well-known file that says something else is named, one that is only written otherwise is not', async () => {
  const other = jsonFile(policy({ title: 'Other' }));
  expect(await find({ [linkUrl]: jsonFile(policy()), [wellKnown]: other })).toMatchObject({ differsFrom: wellKnown });
  const same = jsonFile(JSON.stringify({ invented: 1, ...policy() }, null, 4));
  expect(await find({ [linkUrl]: jsonFile(policy()), [wellKnown]: same })).toMatchObject({ differsFrom: null });
});

test('a broken well-known file beside a link that can be read is told of', async () => {
  expect(await find({ [linkUrl]: jsonFile(policy()), [wellKnown]: jsonFile('{') })).toMatchObject({
    kind: 'read',
    way: 'link',
    attempts: [{ way: 'well-known', failure: 'invalid' }],
  });
});

test('none is said only where every place answered that nothing is there', async () => {
  const html: Answer = { status: 200, headers: { 'content-type': 'text/html' } };
  expect(await find({ [wellKnown]: html })).toEqual({
    kind: 'none',
    checkedAt: at,
    attempts: [
      { way: 'link', url: linkUrl, failure: 'not-found', status: 404 },
      { way: 'header', url: headerUrl, failure: 'not-found', status: 404 },
      { way: 'well-known', url: wellKnown, failure: 'html-instead', status: 200 },
    ],
  });
});

test.each([
  ['timed-out', 'timeout'],
  ['network', 'network'],
  ['redirected', { status: 0, type: 'opaqueredirect' }],
  ['server-error', { status: 503 }],
  ['wrong-type', { status: 200, headers: { 'content-type': 'text/plain' } }],
  ['too-large', { status: 200, headers: { 'content-type': 'application/json' }, body: chunked(['x'.repeat(300_000)]) }],
] as const)('%s is not the same as none', async (failure, answer) => {
  const state = await find({ [wellKnown]: answer }, { linkHrefs: [], linkHeader: null });
  expect(state).toMatchObject({ kind: 'not-fetched', attempts: [{ way: 'well-known', failure }] });
});

test.each([
  ['https://other.example/p.json', 'other-site'],
  ['http://shop.example/p.json', 'not-https'],
  ['https://127.0.0.1/p.json', 'ip-address'],
])('%s is refused as %s without being asked', async (href, failure) => {
  const site = portsOf({ [href]: jsonFile(policy()) }, () => at);
  const state = await findPolicy({ ...search, linkHrefs: [href], linkHeader: null }, site.ports);
  expect(state).toMatchObject({
    kind: 'not-fetched',
    attempts: [{ way: 'link', url: href, failure }, { failure: 'not-found' }],
  });
  expect(site.requests.map(({ url }) => url)).toEqual([wellKnown]);
});

test('broken is said where something was found and nothing could be read', async () => {
  expect(await find({ [headerUrl]: jsonFile('{"privacyPolicy":"2.0"}'), [wellKnown]: 'network' })).toMatchObject({
    kind: 'broken',
    url: headerUrl,
    way: 'header',
    fetchedAt: at,
    issues: [{ code: 'unsupported-version', found: '2.0' }],
    attempts: [
      { way: 'link', failure: 'not-found' },
      { way: 'well-known', failure: 'network' },
    ],
  });
});

test.each([
  [{ appliesTo: ['other.example'] }, 'not-this-host'],
  [{ status: 'draft' }, 'draft'],
  [{ status: 'superseded' }, 'superseded'],
  [{ validFrom: '2026-11-23' }, 'not-yet-valid'],
  [{ validFrom: '2026-11-22', status: 'active' }, 'yes'],
])('a file with %j is read and shown as %s', async (more, applies) => {
  expect(await find({ [linkUrl]: jsonFile(policy(more)) })).toMatchObject({ kind: 'read', applies });
});

test('a page that is not of the web is not looked at', async () => {
  expect(await find({}, { pageUrl: 'about:blank' })).toEqual({ kind: 'not-looked' });
});

test('a second look within a day asks nobody, neither for the file nor for what is not there', async () => {
  let now = at;
  const site = portsOf({ [wellKnown]: jsonFile(policy()) }, () => now);
  await findPolicy(search, site.ports);
  now += dayMs - 1;
  expect(await findPolicy(search, site.ports)).toMatchObject({ kind: 'read', fetchedAt: at });
  expect(site.requests).toHaveLength(3);
});

test('looking again asks anew and without conditions', async () => {
  const site = portsOf({ [wellKnown]: jsonFile(policy(), { etag: '"1"' }) }, () => at);
  await findPolicy(search, site.ports);
  await findPolicy({ ...search, lookAgain: true }, site.ports);
  expect(site.requests).toHaveLength(6);
  expect(site.requests.every(({ headers }) => !('If-None-Match' in headers))).toBe(true);
});

test('a stale file is asked for by its tag, and "not modified" makes it fresh again', async () => {
  let now = at;
  const answers: Record<string, Answer> = { [wellKnown]: jsonFile(policy(), { etag: '"1"' }) };
  const site = portsOf(answers, () => now);
  const only = { ...search, linkHrefs: [], linkHeader: null };
  const before = await findPolicy(only, site.ports);
  answers[wellKnown] = { status: 304 };
  now += dayMs;
  const after = await findPolicy(only, site.ports);
  expect(site.requests.at(-1)?.headers).toMatchObject({ 'If-None-Match': '"1"' });
  expect(after).toEqual({ ...before, fetchedAt: now });
  expect(site.kept.get(wellKnown)).toMatchObject({ storedAt: now, validity: { etag: '"1"' } });
});

test.each(['timeout', 'network', { status: 500 }, { status: 302 }] as const)('%j is never kept', async (answer) => {
  const site = portsOf({ [linkUrl]: answer, [headerUrl]: answer, [wellKnown]: answer }, () => at);
  await findPolicy(search, site.ports);
  expect([...site.kept]).toEqual([]);
});

test('a broken file is kept too, and still broken from the cache', async () => {
  const site = portsOf(
    { [wellKnown]: { status: 200, headers: { 'content-type': 'application/json' }, body: chunked(['{"a"']) } },
    () => at,
  );
  const before = await findPolicy(search, site.ports);
  expect(before.kind).toBe('broken');
  expect(await findPolicy(search, site.ports)).toEqual(before);
});

test('a store that fails costs a fetch, never the answer', async () => {
  const { ports } = portsOf({ [wellKnown]: jsonFile(policy()) }, () => at);
  const fails = () => Promise.reject(new Error('full'));
  const state = await findPolicy(search, { ...ports, cache: { read: fails, write: fails } });
  expect(state.kind).toBe('read');
});
