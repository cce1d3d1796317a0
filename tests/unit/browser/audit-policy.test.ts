import { expect, test } from 'vitest';
import { cleanShopPolicy } from '../../fixtures/observations/clean-shop';
import { FakeBrowser, look, page, take } from './audit-kit';

test('a draft is compared in place of the published file until it is dropped, also after a stop of the background', async () => {
  const browser = new FakeBrowser();
  browser.seen = [page('D1')];
  const service = browser.start();
  await take(service, look);
  const tried = await take(service, { kind: 'draft', draft: { text: '{ "privacyPolicy": "1.0" }' } });
  expect([tried.isDraft, tried.report?.total?.policy.kind]).toEqual([true, 'broken']);
  const after = await take(browser.start(), look);
  expect([after.isDraft, after.report?.total?.policy.kind]).toEqual([true, 'broken']);
  const dropped = await take(service, { kind: 'draft', draft: null });
  expect([dropped.isDraft, dropped.report?.total?.policy.kind]).toEqual([false, 'read']);
});

test('a draft on this computer is fetched, anew when asked, and why it could not be is told', async () => {
  const browser = new FakeBrowser();
  browser.seen = [page('D1')];
  const service = browser.start();
  const url = 'http://localhost:8080/draft.json';
  const failed = await take(service, { kind: 'draft', draft: { url } });
  expect([failed.isDraft, failed.report?.total?.policy]).toMatchObject([
    true,
    { kind: 'not-fetched', attempts: [{ way: 'draft', url, failure: 'network' }] },
  ]);
  browser.drafts = { [url]: { kind: 'text', text: JSON.stringify(cleanShopPolicy), url } };
  expect((await take(service, look)).report?.total?.policy.kind).toBe('not-fetched');
  expect((await take(service, { kind: 'look-again' })).report?.total?.policy.kind).toBe('read');
});

test('the policy page is asked for once, and what comes of it changes the report', async () => {
  const browser = new FakeBrowser();
  browser.seen = [page('D1')];
  const asked: string[] = [];
  const answers: (() => void)[] = [];
  browser.policyPage = (url) => {
    asked.push(url);
    return new Promise((answer) => answers.push(() => answer({ kind: 'read', url, text: 'We keep nothing.' })));
  };
  const service = browser.start();
  const { revision, report } = await take(service, look);
  expect(report?.policyPage).toBeNull();
  answers.forEach((answer) => answer());
  const after = await take(service, look, null, revision);
  expect(after.report?.policyPage).toEqual({ kind: 'read', url: cleanShopPolicy.policyUrl });
  await take(service, look);
  expect(asked).toEqual([cleanShopPolicy.policyUrl]);
});
