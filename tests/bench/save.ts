import type { Browser as WebExtension } from 'webextension-polyfill';
import type { Driver } from '../browser/support/driver';
import { Keeper } from '../../lib/browser/keeper';
import type { SessionPort } from '../../lib/browser/session-writer';
import { catalogue } from '../../lib/catalogue/default-catalogue';
import { Recorder } from '../../lib/observation/recorder';
import { storedTab } from '../../lib/observation/restore';
import type { TabLedgers } from '../../lib/observation/tab-ledgers';
import { page, requestFor } from './cases';
import { type Paired, pairUp } from './measure';

declare const chrome: WebExtension;

const otherTabs = 200;
const hostsPerPage = 40;

/** Saves one tab as the background does, with so many tabs in all: the JSON made for it and the room looked for. */
export function saveWith(tabs: number): () => void {
  const recorder: Recorder = new Recorder(catalogue, () => undefined);
  for (let tabId = 1; tabId <= tabs; tabId += 1) fill(recorder, tabId);
  const port: SessionPort = {
    get: () => Promise.resolve({}),
    set: (items) => {
      JSON.stringify(items); // a browser copies what it stores
      return atOnce;
    },
    remove: () => atOnce,
  };
  const keeper = new Keeper(recorder, port, () => undefined);
  const save = (tabId: number) => {
    const tab = recorder.tabs.get(tabId);
    if (tab !== undefined) tab.isBusy = false; // so that the next change is the first of a burst, which is written
    keeper.touch(tabId);
  };
  for (const tabId of recorder.tabs.keys()) save(tabId);
  return () => {
    save(1);
  };
}

/** A write that is done in the turn in which it began, so that nothing but the save is measured. */
const atOnce = { then: (done: () => void) => done() } as unknown as Promise<void>;

/** `storage.session.set` of one tab's ledgers, with 200 other tabs' there and with none. */
export async function compareSaves({ name, inExtension }: Driver, pairs: number): Promise<Paired> {
  const recorder = new Recorder(catalogue, () => undefined);
  const ledgers = JSON.stringify(storedTab(fill(recorder, 1)));
  const crowd = (isThere: boolean) => inExtension(setCrowd, { ledgers, count: otherTabs, isThere });
  const timed = (isCrowded: boolean) => async () => {
    await crowd(isCrowded);
    return inExtension(saveMs, ledgers);
  };
  const title = `${name}: storage.session.set of one tab, ${otherTabs.toString()} others there / none`;
  const result = await pairUp(title, timed(true), timed(false), pairs);
  await crowd(false);
  return result;
}

function fill(recorder: Recorder, tabId: number): TabLedgers {
  const commit = { ...page, tabId, documentId: `document-${tabId.toString()}` };
  recorder.commit(commit);
  for (let place = 0; place < hostsPerPage; place += 1) {
    const request = requestFor(`https://cdn.party-${place.toString()}.example/a/b.js?v=1`, place, commit);
    recorder.record(request, { kind: 'sent' });
    recorder.record(request, { kind: 'completed', fromCache: false });
  }
  const tab = recorder.tabs.get(tabId);
  if (tab === undefined) throw new Error('The recorder has lost a tab.');
  return tab;
}

// The functions below run inside the extension: they may use nothing from this module.

async function setCrowd({
  ledgers,
  count,
  isThere,
}: {
  ledgers: string;
  count: number;
  isThere: boolean;
}): Promise<void> {
  const keys = Array.from({ length: count }, (_, number) => `bench-other:${number.toString()}`);
  if (!isThere) await chrome.storage.session.remove(keys);
  else await chrome.storage.session.set(Object.fromEntries(keys.map((key) => [key, ledgers])));
}

/** Milliseconds for one save, over twenty. */
async function saveMs(ledgers: string): Promise<number> {
  const startedAt = performance.now();
  for (let turn = 0; turn < 20; turn += 1) await chrome.storage.session.set({ 'bench-one': `${ledgers}${turn}` });
  return (performance.now() - startedAt) / 20;
}
