import { expect, test } from 'vitest';
import type { AuditSession } from '../../../lib/audit/audit-session';
import type { AuditAnswer, AuditStep } from '../../../lib/audit/audit-step';
import { type AuditPorts, AuditService } from '../../../lib/browser/audit-service';
import type { Observation } from '../../../lib/observation/observation';
import type { Draft } from '../../../lib/policy/fetch-draft';
import type { PolicyPage } from '../../../lib/policy/policy-page';
import { harOf } from '../../fixtures/har-kit';
import { cleanShopPolicy } from '../../fixtures/observations/clean-shop';
import { contact, noon, observation } from '../../fixtures/observations/make';
import { stateOf } from '../../fixtures/observations/read-policy';
import { testCatalogue } from '../../fixtures/observations/test-catalogue';
import { visit } from '../../fixtures/recorded-visit';

/** A browser with tabs and session storage that outlive the background. */
class FakeBrowser {
  now = noon;
  seen: Observation[] = [];
  shown: { site: string; isPrivate: boolean } | null = { site: 'shop.example', isPrivate: false };
  readonly kept = new Map<string, AuditSession>();
  isFull = false;
  readonly asked: number[] = [];
  policyPage = (url: string): Promise<PolicyPage> => Promise.resolve({ kind: 'failed', url, failure: 'not-found' });
  drafts: Record<string, Draft> = {};

  start(): AuditService {
    const ports: AuditPorts = {
      catalogue: testCatalogue,
      now: () => (this.now += 1),
      pageOf: () => Promise.resolve(this.shown),
      sitesOf: () => (this.shown === null ? [] : [this.shown.site]),
      readConsent: (tabId) => {
        this.asked.push(tabId);
        return Promise.resolve();
      },
      observe: (site) => Promise.resolve(this.seen.filter(({ host }) => host === site)),
      policy: (site) => Promise.resolve(stateOf(cleanShopPolicy, site)),
      policyPage: (url) => this.policyPage(url),
      draftAt: (url) => Promise.resolve(this.drafts[url] ?? { kind: 'failed', url, failure: 'network' }),
      clean: () => Promise.resolve(this.shown !== null),
      reload: () => Promise.resolve(this.shown !== null),
      sha256: () => Promise.resolve('0'.repeat(64)),
      store: {
        read: () => Promise.resolve(Object.fromEntries(this.kept)),
        write: (id, session) => {
          if (this.isFull) return Promise.reject(new Error('full'));
          this.kept.set(id, session);
          return Promise.resolve();
        },
      },
    };
    return new AuditService(ports);
  }
}

type Shown = Extract<AuditAnswer, { kind: 'audit' }>;

async function take(service: AuditService, step: AuditStep, id: string | null = null, seen = 0): Promise<Shown> {
  const answer = await service.step(1, id, seen, step);
  if (answer.kind !== 'audit') throw new Error(`no audit: ${answer.kind}`);
  return answer;
}

const look = { kind: 'look' } as const;
const page = (documentId: string, parts: Partial<Observation> = {}) =>
  observation('shop.example', { documentId, ...parts });
const tracker = page('D1', { contacts: [contact({ host: 'track.nobody.example' })] });
const pagesOf = ({ report }: Shown) => report?.pages.length ?? null;

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

test('a private window is not audited, and a tab without a site neither', async () => {
  const browser = new FakeBrowser();
  browser.seen = [tracker];
  browser.shown = { site: 'shop.example', isPrivate: true };
  expect(await browser.start().step(1, null, 0, look)).toEqual({ kind: 'private' });
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
