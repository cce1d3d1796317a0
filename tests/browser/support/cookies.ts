import type { SiteReport } from '../../../lib/comparison/site-report';
import type { ObservedCookie } from '../../../lib/observation/observation';
import type { Evaluate } from './driver';
import type { Browser as WebExtension } from 'webextension-polyfill';

declare const chrome: WebExtension;

/** Every cookie of a report, whoever it is put down to. */
export const cookiesIn = ({ processors, unidentified, ownCookies, otherCookies }: SiteReport) => [
  ...[...processors, ...unidentified].flatMap(({ cookies }) => cookies),
  ...ownCookies,
  ...otherCookies,
];

/** What a test cares about of each, by name; names do not repeat in it. */
export const inShort = (cookies: readonly ObservedCookie[]) =>
  Object.fromEntries(
    cookies.map(({ name, setBy, partition, deleted, notKept }) => [
      name,
      [setBy, partition === null ? '' : 'apart', deleted ? 'deleted' : '', notKept === true ? 'not kept' : '']
        .filter((word) => word !== '')
        .join(' '),
    ]),
  );

/** Empties the jar of every cookie store. */
export const emptyJars = (inExtension: Evaluate) =>
  inExtension(async () => {
    for (const { id: storeId } of await chrome.cookies.getAllCookieStores()) {
      for (const { name, domain, path, secure, partitionKey } of await chrome.cookies.getAll({
        storeId,
        partitionKey: {},
      })) {
        const url = `http${secure ? 's' : ''}://${domain.replace(/^\./, '')}${path}`;
        await chrome.cookies.remove({ url, name, storeId, ...(partitionKey ? { partitionKey } : {}) });
      }
    }
  });

/** Opens a page in a tab of another cookie store than the usual one; answers its tab's id. */
export const openElsewhere = (inExtension: Evaluate, url: string, place: 'container' | 'private window') =>
  inExtension(
    async ([address, where]) => {
      const tab =
        where === 'container'
          ? await chrome.tabs.create({ url: address, cookieStoreId: 'firefox-container-1' })
          : (await chrome.windows.create({ url: address, incognito: true })).tabs?.[0];
      return { id: tab?.id ?? -1 };
    },
    [url, place] as const,
  );

/** All that the extension keeps while the browser runs, and for longer, as text. */
export const everythingKept = (inExtension: Evaluate) =>
  inExtension(async () =>
    JSON.stringify([await chrome.storage.session.get(null), await chrome.storage.local.get(null)]),
  );
