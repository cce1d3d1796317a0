import type { CookieChange } from '../../../lib/observation/cookie-change';
import { CookieRecorder } from '../../../lib/observation/cookie-recorder';
import { createLedger, type DocumentLedger } from '../../../lib/observation/document-ledger';
import type { ObservedCookie } from '../../../lib/observation/observation';
import { type JarReading, observedCookies } from '../../../lib/observation/observed-cookies';
import type { Recorder } from '../../../lib/observation/recorder';
import { cookie } from '../../fixtures/observations/make';
import { recorderOn, request } from './recorder-kit';

export const site = 'https://site.example';

/** A cookie `a` that appears on site.example at 2000, but for what is given. */
export function change(parts: Partial<CookieChange> = {}): CookieChange {
  return {
    name: 'a',
    domain: 'site.example',
    path: '/',
    hostOnly: true,
    secure: false,
    httpOnly: false,
    sameSite: 'unspecified',
    lifetimeSeconds: null,
    partition: null,
    storeId: '0',
    cause: 'explicit',
    removed: false,
    at: 2000,
    ...parts,
  };
}

export const inPartitionOf = (topLevelSite: string) => ({ topLevelSite, hasCrossSiteAncestor: true });

/** A session cookie of site.example that lies in the jar. */
export function inJar(parts: Partial<ObservedCookie> & Pick<ObservedCookie, 'name'>): ObservedCookie {
  return cookie({ domain: 'site.example', setBy: 'earlier', lifetimeIsStored: true, secure: false, ...parts });
}

/** A recorder that saw `page-1` begin on `url`, and beside it what credits changes of the jar. */
export function scene(url = `${site}/`, storeOf: (tabId: number) => string | null = () => '0') {
  const recorder = recorderOn(url);
  const cookies = new CookieRecorder(recorder.tabs, storeOf, () => undefined);
  /** An answer to a request of `page-1`, but for what is given; told as the background tells it. */
  const answer = (line: string, more: Parameters<typeof request>[1] & { readonly url?: string } = {}) => {
    const asked = request(more.url ?? `${site}/`, { at: 1990, ...more });
    const headers = [{ name: 'set-cookie', value: line }];
    cookies.answered(asked.url, headers, asked.at);
    recorder.record(asked, { kind: 'headers', headers });
  };
  const read = (jar: JarReading | null = null, page = 'page-1', tabId = 1) =>
    observedCookies(ledgerOf(recorder, page, tabId), jar).cookies;
  return { recorder, cookies, answer, read };
}

export function ledgerOf(recorder: Recorder, page = 'page-1', tabId = 1): DocumentLedger {
  const ledger = recorder.tabs.get(tabId)?.documents[page];
  if (ledger === undefined) throw new Error(`no ${page} in tab ${tabId.toString()}`);
  return ledger;
}

export function emptyLedger(host = 'site.example'): DocumentLedger {
  const url = `https://${host}/`;
  return createLedger({ documentId: 'page-1', tabId: 1, url, host, startedAt: 1000, seenFromStart: true });
}

/** `name setBy` of each, with what is special about it. */
export const short = (cookies: readonly ObservedCookie[]) =>
  cookies.map(({ name, setBy, deleted, notKept, partition }) =>
    [name, setBy, deleted ? 'deleted' : '', notKept ? 'not kept' : '', partition === null ? '' : `in ${partition}`]
      .filter((word) => word !== '')
      .join(' '),
  );
