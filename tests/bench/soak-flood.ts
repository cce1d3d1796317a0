import { mock } from 'node:test';
import { Keeper } from '../../lib/browser/keeper';
import type { SessionPort } from '../../lib/browser/session-writer';
import { catalogue } from '../../lib/catalogue/default-catalogue';
import { Recorder } from '../../lib/observation/recorder';
import type { Commit } from '../../lib/observation/request';
import { currentLedger } from '../../lib/observation/tab-ledgers';
import { page, requestFor } from './cases';
import { heapBytes, report } from './soak-report';

const tabs = 300;
const pagesPerTab = 4;
const floodedTab = tabs + 1;
/** Node's `URL` keeps a whole URL alive behind its host name, which browsers copy: so only one in 20 is long. */
const size = { requests: 50_000, hosts: 10_000, cookies: 3000, urlBytes: 64_000, longEvery: 20 };
const mebibyte = 1024 * 1024;

/**
 * 300 tabs that have seen a few pages each, and one in which a page sends 50,000 requests to 10,000 hosts, some with
 * URLs of 64 kB, and sets 3,000 cookies: what is kept and stored of it all. The clock is turned by hand.
 */
export async function soakFlood(): Promise<void> {
  mock.timers.enable({ apis: ['setTimeout', 'Date'], now: page.at });
  const store = new Map<string, string>();
  let largestWrite = 0;
  const port: SessionPort = {
    get: () => Promise.resolve({}),
    set: (items) => {
      for (const [key, value] of Object.entries(items)) {
        store.set(key, JSON.stringify(value));
        largestWrite = Math.max(largestWrite, store.get(key)?.length ?? 0);
      }
      return Promise.resolve();
    },
    remove: (key) => Promise.resolve(void store.delete(key)),
  };
  const recorder: Recorder = new Recorder(catalogue, (tabId) => {
    keeper.touch(tabId);
  });
  const keeper: Keeper = new Keeper(recorder, port, () => undefined);

  const before = heapBytes();
  for (let number = 0; number < tabs * pagesPerTab; number += 1) {
    visit(recorder, number);
    await turnClock(200);
  }
  await turnClock(60_000);
  const ordinary = heapBytes();
  await floodFrom(recorder, 'first');
  report('heap of 300 tabs', ordinary - before, 48 * mebibyte);
  report('heap of a flood', heapBytes() - ordinary, 8 * mebibyte);
  const once = heapBytes();
  await floodFrom(recorder, 'second');
  report('heap of another flood in the same tab', heapBytes() - once, 8 * mebibyte);
  report('largest tab as stored, two floods in it', largestWrite, 1.25 * mebibyte);
  report(
    'session storage in all',
    [...store].reduce((sum, [key, text]) => sum + key.length + text.length, 0),
    8 * mebibyte,
  );
  const cut = [...recorder.tabs.values()].map(currentLedger).filter((ledger) => (ledger?.cutContacts ?? 0) > 0);
  report('tabs beside the flooded one whose page was cut', cut.length - 1, 0, '');
  mock.timers.reset();
}

/** A page that asks 30 outside hosts for two things each. */
function visit(recorder: Recorder, number: number): void {
  const commit = commitOf(number % tabs, `document-${number}`, Date.now());
  recorder.commit(commit);
  for (let place = 0; place < 60; place += 1) {
    const host = `cdn.party-${(number * 7 + (place % 30)) % 200}.example`;
    const request = requestFor(`https://${host}/${number}/${place}.js`, place, commit);
    recorder.record(request, { kind: 'sent' });
    recorder.record(request, { kind: 'completed', fromCache: false });
  }
}

async function floodFrom(recorder: Recorder, name: string): Promise<void> {
  const commit = commitOf(floodedTab, `flood-${name}`, Date.now());
  recorder.commit(commit);
  for (let number = 0; number < size.requests; number += 1) {
    const host = `f${number % size.hosts}.flood.example`;
    const isLong = number % size.longEvery === 0;
    const rest = `${number % (2 * size.longEvery) === 0 ? '/' : '?q='}${'x'.repeat(isLong ? size.urlBytes : 50)}`;
    const url = `https://${host}/${name}/${number}${rest}`;
    const request = { ...requestFor(url, number, commit), requestId: `${name}-${number}` };
    const headers = number < size.cookies ? [{ name: 'set-cookie', value: `c${number}=; Path=/; Max-Age=60` }] : [];
    recorder.record(request, { kind: 'sent' });
    if (headers.length > 0) recorder.record(request, { kind: 'headers', headers });
    recorder.record(request, { kind: 'completed', fromCache: false });
    if (number % 100 === 0) await turnClock(500);
  }
  await turnClock(60_000);
}

const commitOf = (tabId: number, documentId: string, at: number): Commit => ({ ...page, tabId, documentId, at });

/** In steps of the writer's own clock, so that what a write answers is heard before the next. */
async function turnClock(ms: number): Promise<void> {
  for (let turned = 0; turned < ms; turned += 500) {
    mock.timers.tick(Math.min(500, ms - turned));
    await Promise.resolve().then(() => undefined);
  }
}
