import { expect, test } from 'vitest';
import { fetchDraft } from '../../../lib/policy/fetch-draft';
import { fetchPolicyPage } from '../../../lib/policy/policy-page';
import { type Answer, chunked, portsOf } from '../../support/fake-policy-site';

const page = 'https://shop.example/';
const policyUrl = 'https://www.shop.example/privacy';
const html = { 'content-type': 'text/html; charset=utf-8' };
const ask = (answer: Answer, url = policyUrl) => fetchPolicyPage(url, page, portsOf({ [url]: answer }).ports);

test('the text of the policy page comes back as people read it', async () => {
  const body = chunked(['<title>T</title><p>We name ', '<b>all</b>.</p><script>x</script>']);
  expect(await ask({ status: 200, headers: html, body })).toEqual({
    kind: 'read',
    url: policyUrl,
    text: 'We name all.',
  });
});

test('a page longer than a policy file is read, one of more than 2 MiB is not', async () => {
  const long = (bytes: number) => ask({ status: 200, headers: html, body: chunked(['x'.repeat(bytes)]) });
  expect((await long(600_000)).kind).toBe('read');
  expect(await long(2 * 1024 * 1024 + 1)).toMatchObject({ kind: 'failed', failure: 'too-large' });
});

test.each([
  ['https://elsewhere.example/privacy', 'other-site'],
  ['http://shop.example/privacy', 'not-https'],
])('%s is not asked for', async (url, failure) => {
  const { ports, requests } = portsOf({ [url]: { status: 200, headers: html } });
  expect(await fetchPolicyPage(url, page, ports)).toEqual({ kind: 'failed', url, failure });
  expect(requests).toEqual([]);
});

test.each([
  [{ status: 302, headers: html }, 'redirected'],
  [{ status: 404, headers: html }, 'not-found'],
  [{ status: 200, headers: { 'content-type': 'application/pdf' } }, 'wrong-type'],
  ['timeout' as const, 'timed-out'],
])('why a page was not read is told: %j', async (answer, failure) => {
  expect(await ask(answer)).toMatchObject({ kind: 'failed', failure });
});

const draftAt = (url: string, answer: Answer) => fetchDraft(url, portsOf({ [url]: answer }).ports);

test('a draft on this computer is read, whatever its server says of its type', async () => {
  const url = 'http://localhost:8080/draft.json';
  const file = { status: 200, headers: { 'content-type': 'text/plain' }, body: chunked(['{}']) };
  expect(await draftAt(url, file)).toEqual({ kind: 'text', text: '{}', url });
  expect(await draftAt(url, 'network')).toEqual({ kind: 'failed', url, failure: 'network' });
});

test.each(['https://shop.example/d.json', 'http://192.168.0.7/d.json', 'file:///d.json', 'localhost', ''])(
  'a draft is not fetched from "%s"',
  async (url) => {
    const { ports, requests } = portsOf({});
    expect(await fetchDraft(url, ports)).toEqual({ kind: 'failed', url, failure: 'other-site' });
    expect(requests).toEqual([]);
  },
);
