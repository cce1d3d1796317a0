import { expect, test } from 'vitest';
import type { Browser as WebExtension } from 'webextension-polyfill';
import type { Driver } from '../support/driver';
import { contactsOf } from '../support/wire';
import type { PageKit } from './page-kit';

declare const chrome: WebExtension;

/** After a restart of the browser tab ids begin anew: what is kept under one may be of another page. */
export function testRestart({ open, report, expectOnly }: PageKit, scene: { readonly driver: Driver }): void {
  test('a ledger of another page, left under the tab’s id, is not shown after a restart of the background', async () => {
    const [tab, real] = await open('/page', 'real');
    const { coverage } = await expectOnly(tab, real, 'image', 'fetch');
    expect(coverage.kind).toBe('all');
    const { driver } = scene;
    const isKept = (id: number) =>
      driver.inExtension(async (key) => {
        const kept = (await chrome.storage.session.get(key))[key] as string | undefined;
        return kept?.includes('"isBusy":false') ?? false;
      }, `tab:${id}`);
    await expect.poll(() => isKept(tab.id), { timeout: 8000 }).toBe(true);
    await driver.inExtension(makeStale, { key: `tab:${tab.id}`, real });
    await driver.stopBackground();
    const seen = await report(tab);
    expect(seen.site.url).toBe('https://walks.example/page');
    expect(contactsOf(seen).filter(({ host }) => host.includes('stale'))).toEqual([]);
    expect(seen.coverage.kind).not.toBe('all');
    const keys = () => driver.inExtension(async () => Object.keys(await chrome.storage.session.get(null)));
    await expect.poll(keys, { timeout: 4000 }).not.toContain('tab:99999');
  });
}

/** In the extension: makes what is kept of the tab that of another document at another address, and a second one of a tab that is gone. */
async function makeStale({ key, real }: { readonly key: string; readonly real: string }): Promise<void> {
  const kept = (await chrome.storage.session.get(key))[key] as string;
  const { current } = JSON.parse(kept) as { readonly current: string };
  const text = kept
    .replaceAll(current, 'stale-document')
    .replaceAll(real, 'stale-page')
    .replaceAll('walks.example', 'stale.example');
  const gone = text.replace(/"tabId":\d+/g, '"tabId":99999');
  await chrome.storage.session.set({ [key]: text, 'tab:99999': gone });
}
