import { expect, test } from 'vitest';
import type { Browser as WebExtension } from 'webextension-polyfill';
import type { BrowserName } from '../support/driver';
import type { PageKit } from './page-kit';

declare const chrome: WebExtension;
declare const call: (what: string) => Promise<null>;
declare const sayGoodbye: () => void;
declare const wire: (what: string) => string;

/** What a page sends while it is left is its own, and going back shows it again. */
export function testLeaving(
  name: BrowserName,
  { open, go, adopt, report, expectOnly, arrivedFrom, place }: PageKit,
): void {
  test.each(['as it came', 'under another address'])('what a page sends while left (%s) stays with it', async (how) => {
    const [tab, leaver] = await open('/leaving', 'leaver');
    if (how !== 'as it came') await tab.evaluate(() => history.pushState(null, '', '/elsewhere'));
    await expectOnly(tab, leaver, 'image', 'fetch');
    const next = await go(tab, '/page', 'next');
    await expect.poll(() => arrivedFrom(leaver)).toHaveLength(5);
    await expectOnly(tab, next, 'image', 'fetch');
    await tab.back();
    expect(await tab.arrive('leaver')).toBe(leaver);
    await expectOnly(tab, leaver, 'beacon', 'keepalive', 'last-image');
    await tab.evaluate(() => removeEventListener('pagehide', sayGoodbye));
  });

  test('what a page sends while it is reloaded is not on the new one, unless it says that it may not be its own', async () => {
    const [tab, leaver] = await open('/leaving', 'leaver');
    await expectOnly(tab, leaver, 'image', 'fetch');
    await tab.reload();
    const again = await tab.arrive('leaver', leaver);
    await tab.evaluate(() => removeEventListener('pagehide', sayGoodbye));
    await expect.poll(() => arrivedFrom(leaver)).toHaveLength(5);
    // Firefox tells only the address of a keepalive fetch, and that is the same.
    const isInDoubt = async () => {
      const { coverage } = await report(tab);
      return coverage.kind === 'part' && coverage.gaps.some(({ reason }) => reason === 'ambiguous-owner');
    };
    if (!(await isInDoubt())) await expectOnly(tab, again, 'image', 'fetch');
  });

  test('pictures under way when the page is left are not on the next', async () => {
    const [tab, waiter] = await open('/page', 'waiter');
    await tab.evaluate(() => void (new Image().src = `${wire('never-answered')}pending`));
    await expectOnly(tab, waiter, 'image', 'fetch', 'never-answered');
    await expectOnly(tab, await go(tab, '/page', 'next'), 'image', 'fetch');
  });

  test('back and forward show the ledger of that very page again, and it goes on', async () => {
    const [tab, first] = await open('/page', 'first');
    const before = await expectOnly(tab, first, 'image', 'fetch');
    const second = await go(tab, '/page', 'second');
    await expectOnly(tab, second, 'image', 'fetch');
    await tab.back();
    expect(await tab.arrive('first')).toBe(first);
    const { coverage } = await expectOnly(tab, first, 'image', 'fetch');
    expect(coverage).toEqual(before.coverage);
    await tab.evaluate(() => call('returned'));
    await expectOnly(tab, first, 'image', 'fetch', 'returned');
    await tab.forward();
    expect(await tab.arrive('second')).toBe(second);
    await expectOnly(tab, second, 'image', 'fetch');
  });

  test('going back to a page that was not kept is a new page', async () => {
    const [tab, first] = await open('/unkept', 'first');
    await expectOnly(tab, first, 'image', 'fetch');
    await go(tab, '/page', 'second');
    await tab.back();
    const again = await tab.arrive('first');
    expect(again).not.toBe(first);
    const { coverage } = await expectOnly(tab, again, 'image', 'fetch');
    expect(coverage.kind).toBe('all');
  });

  test('a window opened blank and then led somewhere shows only what it sent there', async () => {
    const [tab, opener] = await open('/page', 'opener');
    const idOfWindow = place.driver.inExtension(
      () =>
        new Promise<number>((done) => {
          chrome.webNavigation.onCreatedNavigationTarget.addListener(({ tabId }) => {
            done(tabId);
          });
        }),
    );
    // What is put into the blank window is sent by the opener, says Chromium; by the window, says Firefox.
    await tab.evaluate(
      (host) => {
        const blank = window.open('about:blank');
        if (blank !== null) blank.document.body.innerHTML = `<img src="https://blank.${host}/">`;
        setTimeout(() => blank?.location.assign('/page?as=opened'), 300);
      },
      `${name === 'chromium' ? opener : 'window'}.wire.example`,
    );
    const opened = adopt(await idOfWindow);
    await expectOnly(opened, await opened.arrive('opened'), 'image', 'fetch');
    await expectOnly(tab, opener, 'image', 'fetch');
  });
}
