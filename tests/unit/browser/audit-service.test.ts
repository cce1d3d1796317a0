import { expect, test } from 'vitest';
import type { AuditSession } from '../../../lib/audit/audit-session';
import { harOf } from '../../fixtures/har-kit';
import { visit } from '../../fixtures/recorded-visit';
import { FakeBrowser, type Shown, look, page, pagesOf, take, tracker } from './audit-kit';

test('what was told before a stop of the background is told after it, judgements too', async () => {
  const browser = new FakeBrowser();
  browser.seen = [tracker];
  const first = browser.start();
  const [finding] = (await take(first, look)).report?.findings ?? [];
  const judgement = { state: 'explained', note: 'known' } as const;
  await take(first, { kind: 'judge', key: finding?.key ?? '', judgement });

  browser.seen = [];
  const after = await take(browser.start(), look);
  expect(pagesOf(after)).toBe(1);
  expect(after.report?.findings.find(({ key }) => key === finding?.key)?.judgement).toEqual(judgement);
});

test('a report comes once, and again only when something changed; no revision comes twice', async () => {
  const browser = new FakeBrowser();
  browser.seen = [page('D1')];
  const service = browser.start();
  const { revision } = await take(service, look);
  expect((await take(service, look, null, revision)).report).toBeNull();
  browser.seen = [page('D1'), page('D2')];
  expect(pagesOf(await take(service, look, null, revision))).toBe(2);
  expect((await take(browser.start(), look)).revision).toBeGreaterThan(revision);
});

test('what cannot be kept is said, and goes on in memory', async () => {
  const browser = new FakeBrowser();
  browser.isFull = true;
  browser.seen = [page('D1')];
  const service = browser.start();
  expect((await take(service, look)).isKept).toBe(false);
  browser.isFull = false;
  browser.seen = [page('D1'), page('D2')];
  const later = await take(service, look);
  expect([later.isKept, pagesOf(later)]).toEqual([true, 2]);
});

test('what is kept in another format or under another name is begun anew', async () => {
  const browser = new FakeBrowser();
  browser.seen = [page('D1')];
  await take(browser.start(), look);
  const [kept] = browser.kept.values();
  if (kept === undefined) throw new Error('nothing kept');
  browser.seen = [];
  for (const broken of [{ ...kept, format: 0 }, { ...kept, site: 'other.example' }, 'text', null]) {
    browser.kept.set('shop.example', broken as AuditSession);
    expect(pagesOf(await take(browser.start(), look))).toBe(0);
  }
});

test('an audit begun anew does not take in the pages that were there', async () => {
  const browser = new FakeBrowser();
  browser.seen = [page('D1')];
  const service = browser.start();
  await take(service, look);
  expect(pagesOf(await take(service, { kind: 'begin' }))).toBe(0);
  browser.seen = [page('D1'), page('D2')];
  expect(pagesOf(await take(service, look))).toBe(1);
});

test('a page that is left is taken in before it is forgotten', async () => {
  const browser = new FakeBrowser();
  const service = browser.start();
  await take(service, look);
  browser.seen = [page('D1')];
  await service.pageChanged(1);
  browser.seen = [];
  expect(pagesOf(await take(service, look))).toBe(1);
});

test('private windows have an audit of their own, and it goes with the last of them', async () => {
  const browser = new FakeBrowser();
  browser.seen = [page('D1'), page('P1', { isPrivate: true }), page('P2', { isPrivate: true })];
  const service = browser.start();
  const usual = await take(service, look);
  browser.shown = { site: 'shop.example', isPrivate: true };
  const secret = await take(service, look);
  expect([usual, secret].map((it) => [it.id, it.head.isPrivate, pagesOf(it)])).toEqual([
    ['shop.example', false, 1],
    ['private:shop.example', true, 2],
  ]);
  expect(pagesOf(await take(browser.start(), look, secret.id))).toBe(2);

  await service.forgetPrivate();
  expect([...browser.kept.keys()]).toEqual(['shop.example']);
  expect(await service.step(1, secret.id, 0, look)).toEqual({ kind: 'gone' });
  expect(pagesOf(await take(service, look, usual.id))).toBe(1);
});

test('a look at private windows that ends after the last of them keeps nothing', async () => {
  const browser = new FakeBrowser();
  browser.seen = [page('P1', { isPrivate: true })];
  browser.shown = { site: 'shop.example', isPrivate: true };
  const service = browser.start();
  await take(service, look);
  browser.seen = [page('P1', { isPrivate: true }), page('P2', { isPrivate: true })];
  let go: () => void = () => undefined;
  browser.slow = new Promise((done) => (go = done));
  const late = take(service, look);
  await Promise.resolve();
  await service.forgetPrivate();
  go();
  await late;
  expect([...browser.kept.keys()]).toEqual([]);
});

test('an audit of private windows that a stopped background kept goes too', async () => {
  const browser = new FakeBrowser();
  browser.seen = [page('P1', { isPrivate: true })];
  browser.shown = { site: 'shop.example', isPrivate: true };
  const { id } = await take(browser.start(), look);
  const after = browser.start();
  await after.forgetPrivate();
  expect(browser.kept.size).toBe(0);
  expect(await after.step(1, id, 0, look)).toEqual({ kind: 'gone' });
});

test('a tab without a site has no audit', async () => {
  const browser = new FakeBrowser();
  browser.shown = null;
  expect(await browser.start().step(1, null, 0, look)).toEqual({ kind: 'no-site' });
  expect(browser.kept.size).toBe(0);
});

test('a recording stands beside the audit of the same site, and beginning anew goes back to the site', async () => {
  const browser = new FakeBrowser();
  browser.shown = { site: 'cloudops.example', isPrivate: false };
  const service = browser.start();
  const live = await take(service, look);
  const text = JSON.stringify(harOf(visit));
  const recorded = await take(service, { kind: 'import', name: 'walk.har', text });
  expect([live.id, recorded.id]).toEqual(['cloudops.example', 'import:cloudops.example']);
  expect([recorded.head.source, recorded.head.state]).toEqual(['har', 'finished']);
  expect(recorded.report?.total?.policy.kind).toBe('read');
  expect(pagesOf(await take(browser.start(), look, recorded.id))).toBe(pagesOf(recorded));
  expect(pagesOf(await take(service, look))).toBe(0);
  expect((await take(service, { kind: 'begin' }, recorded.id)).id).toBe('cloudops.example');
});

test('a recording that cannot be read changes nothing', async () => {
  const browser = new FakeBrowser();
  const service = browser.start();
  await take(service, look);
  const before = [...browser.kept];
  const answer = await service.step(1, null, 0, { kind: 'import', name: 'walk.har', text: '{' });
  expect(answer).toMatchObject({ kind: 'not-imported', issues: [{ code: 'not-json' }] });
  expect([...browser.kept]).toEqual(before);
});

test('what two complete walks did not show is told, also after a stop of the background between them', async () => {
  const browser = new FakeBrowser();
  const ids = ({ report }: Shown) => report?.findings.map(({ id }) => id) ?? [];
  browser.seen = [page('D1')];
  const first = browser.start();
  await take(first, look);
  expect(ids(await take(first, { kind: 'finish' }))).not.toContain('declared-never-seen');
  await take(first, { kind: 'begin' });

  const second = browser.start();
  browser.seen = [page('D1'), page('D2')];
  expect(ids(await take(second, look))).not.toContain('declared-never-seen');
  const finished = await take(second, { kind: 'finish' });
  expect(pagesOf(finished)).toBe(1);
  expect(ids(finished)).toContain('declared-never-seen');
});

test('a page of an audit is asked what is chosen when another is about to take its place', async () => {
  const browser = new FakeBrowser();
  const service = browser.start();
  await service.pageLeaving(1);
  expect(browser.asked).toEqual([]);
  await take(service, look);
  await service.pageLeaving(1);
  expect(browser.asked).toEqual([1]);
  await take(service, { kind: 'finish' });
  await service.pageLeaving(1);
  expect(browser.asked).toEqual([1]);
});
