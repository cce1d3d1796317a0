import { describe, expect, test } from 'vitest';
import type { Browser as WebExtension } from 'webextension-polyfill';
import type { SiteReport } from '../../lib/comparison/site-report';
import { pageKit } from './documents/page-kit';
import { browserNames } from './support/driver';
import { setPlainScene } from './support/plain-scene';
import type { SiteTab } from './support/site-tab';
import { broughtInBy, contactsOf } from './support/wire';

declare const chrome: WebExtension;
declare const isServed: () => boolean;
declare const tellWorker: (url: string, afterMs?: number) => void;
declare const wire: (what: string) => string;

describe.each(browserNames)('in %s', (name) => {
  const scene = setPlainScene(name);
  const { open, go, report, expectOnly } = pageKit(scene);

  const openServed = async (host: string, as: string) => {
    const [tab, me] = await open(`https://${host}/page`, as);
    await expect.poll(() => tab.evaluate(() => isServed()), { timeout: 5000 }).toBe(true);
    return [tab, me] as const;
  };
  const tell = (tab: SiteTab, what: string) => tab.evaluate((told) => tellWorker(wire(told)), what);
  const startedBy = (seen: SiteReport, me: string, what: string) =>
    contactsOf(seen)
      .filter(({ host }) => host === `${what}.${me}.wire.example`)
      .map((contact) => contact.startedBy);

  test('a page that a service worker answers is a page of its own', async () => {
    const ways = [
      { as: 'cached', host: 'cached.example', path: '/cached' },
      { as: 'passed', host: 'passed-on.example', path: '/page' },
      { as: 'preloaded', host: 'preloaded.example', path: '/page' },
    ];
    const served: (readonly [SiteTab, string])[] = [];
    for (const { as, host, path } of ways) {
      const [tab, first] = await openServed(host, 'first');
      await expectOnly(tab, first, 'image', 'fetch');
      served.push([tab, await go(tab, `https://${host}${path}`, as)]);
      await tell(tab, 'told');
    }
    for (const [tab, me] of served) {
      const seen = await expectOnly(tab, me, 'image', 'fetch', 'told');
      expect(seen.coverage.kind).toBe('all');
      expect(startedBy(seen, me, 'told')).toEqual(['worker']);
    }
  });

  test('what a service worker sends while two of its pages are open is on neither, and both say so', async () => {
    const [one, first] = await openServed('pushed.example', 'first');
    await tell(one, 'alone');
    const seen = await expectOnly(one, first, 'image', 'fetch', 'alone');
    expect(startedBy(seen, first, 'alone')).toEqual(['worker']);
    const [other, second] = await openServed('pushed.example', 'second');
    const told = 'told.nobody.wire.example';
    await other.evaluate((host) => tellWorker(`https://${host}/`), told);
    for (const [tab, me] of [[one, first] as const, [other, second] as const]) {
      const said = async () => {
        const { coverage, workerContacts } = await report(tab);
        const reasons = coverage.kind === 'all' ? [] : coverage.gaps.map(({ reason }) => reason);
        const ofTold = workerContacts.filter(({ host }) => host === told);
        return [...reasons, ...ofTold.map(({ startedBy, sent }) => `${startedBy} ${sent}`)];
      };
      await expect.poll(said, { timeout: 5000 }).toEqual(['worker-unassigned', 'worker 1']);
      await expectOnly(tab, me, 'image', 'fetch');
    }
  });

  test('what the service worker of another’s frame sends is brought in by that', async () => {
    const [tab, framing] = await open('https://framing.example/page', 'framing');
    await expect.poll(() => inFrame(tab, 'isServed'), { timeout: 5000 }).toBe(true);
    await inFrame(tab, 'tell');
    const seen = await expectOnly(tab, framing, 'image', 'image.framed', 'told.framed');
    expect(startedBy(seen, framing, 'told.framed')).toEqual(['worker']);
    expect(broughtInBy(seen, framing)).toMatchObject({ image: null, 'told.framed': 'framed.example' });
  });

  test('what dedicated and shared workers send is of the page that they work for', async () => {
    const [tab, working] = await open('https://workers.example/working', 'working');
    const seen = await expectOnly(tab, working, 'dedicated', 'shared');
    expect(startedBy(seen, working, 'dedicated')).toEqual(['page']);
    expect(startedBy(seen, working, 'shared')).toEqual(['worker']);
  });

  test('what a service worker sends after its last page is closed is on no page', async () => {
    const [tab] = await openServed('pushed.example', 'gone');
    const pushed = 'push.nobody.wire.example';
    await tab.evaluate((host) => tellWorker(`https://${host}/`, 400), pushed);
    await tab.close();
    const [other, stays] = await openServed('cached.example', 'stays');
    await expect.poll(() => scene.server.requestsTo(pushed).length, { timeout: 5000 }).toBe(1);
    // Requests of workers find their page in their order: with this one, the one before has found none.
    await tell(other, 'later');
    await expectOnly(other, stays, 'image', 'fetch', 'later');
    const [back, again] = await openServed('pushed.example', 'again');
    const { workerContacts } = await expectOnly(back, again, 'image', 'fetch');
    expect(workerContacts).toEqual([]);
  });

  const inFrame = (tab: SiteTab, what: 'isServed' | 'tell') =>
    scene.driver.inExtension(
      async ({ tabId, asked }) => {
        const frames = (await chrome.webNavigation.getAllFrames({ tabId })) ?? [];
        const frameIds = frames.map(({ frameId }) => frameId).filter((id) => id !== 0);
        const [answer] = await chrome.scripting.executeScript({
          target: { tabId, frameIds },
          world: 'MAIN',
          func: (wanted: string) => (wanted === 'isServed' ? isServed() : (tellWorker(wire('told')), true)),
          args: [asked],
        });
        return answer?.result === true;
      },
      { tabId: tab.id, asked: what },
    );

  // It has nothing to do with workers, but needs the same browser.
  test('the audit is a panel of the developer tools too', async () => {
    const url = 'https://cloudops.example/analytics';
    await scene.driver.open(url);
    const shown = await scene.driver.panelText(url);
    expect(shown).toContain('Audit of cloudops.example');
    expect(shown).toContain('Google Analytics');
  });
});
