import { parseArgs } from 'node:util';
import type { KeptSession } from '../../lib/browser/audit-ids';
import { importFile } from '../../lib/audit/import/import-file';
import { catalogue } from '../../lib/catalogue/default-catalogue';
import { exportFormats } from '../../lib/report/export-format';
import { launch } from '../browser/support/launch';
import type { Driver, ExtensionPage } from '../browser/support/driver';
import { bigHar } from '../fixtures/big-har';
import { page } from '../site/page';
import { policyFile, wellKnown } from '../site/policy-file';
import { wholePolicy } from '../site/planted/whole-policy';
import { html } from '../site/reply';
import { startServer } from '../site/server';
import { answerFrom, website } from '../site/site';

declare const chrome: { readonly storage: { session: { set(items: object): Promise<void> } } };

/**
 * `npm run soak:audit-size [-- --hosts 5000] [--requests 50000]`: the audit page of a large site beside that of a small
 * one, in Chromium: how much longer it takes to open, the longest task while it is scrolled, and every export.
 */
const { values } = parseArgs({
  options: { hosts: { type: 'string', default: '5000' }, requests: { type: 'string', default: '50000' } },
});
const large = { hosts: Number(values.hosts), requests: Number(values.requests), pages: 20 };
const small = { hosts: 50, requests: 500, pages: 1 };
const site = 'big.example';
const limits = { laterMs: 1000, taskMs: 100 };
let isWithin = true;

const shop = website(site, {
  '/': html(page('Big', '<p>A large site.</p>')),
  [wellKnown]: policyFile(wholePolicy(site)),
});
const server = await startServer(answerFrom([shop]));
try {
  const first = await open(small);
  const opened = [await open(small), await open(large)] as const;
  await Promise.all([first, ...opened].map(({ driver }) => driver.close()));
  const [one, other] = opened;
  console.log(
    `      ${small.hosts} hosts: ${one.ms} ms; ${large.hosts} hosts: ${other.ms} ms, in all ${other.rows} rows`,
  );
  check('opens later by, ms', other.ms - one.ms, limits.laterMs);
  check('longest task while scrolling, ms', other.longestTaskMs, limits.taskMs);
  for (const [format, ms, bytes] of other.exports) console.log(`      ${format}: ${ms} ms, ${bytes} bytes`);
} finally {
  await server.close();
}
process.exitCode = isWithin ? 0 : 1;

/** A finished walk of that size, put where the background keeps audits, and opened. */
async function open(size: typeof small) {
  const driver = await launch('chromium', { port: server.port });
  const tab = await driver.open(`https://${site}/`);
  await keep(driver, sessionOf(size));
  const started = Date.now();
  const audit = await driver.extensionPage(`audit.html?tabId=${tab.id}`, { width: 1280, height: 900 });
  await audit.waitFor('[role="table"]', 60_000);
  const ms = Date.now() - started;
  const rows = await audit.evaluate(() =>
    Number(document.querySelector('[role=table]')?.getAttribute('aria-rowcount')),
  );
  return { driver, ms, rows, longestTaskMs: await longestTask(audit), exports: await saveAll(audit) };
}

function sessionOf(size: typeof small): KeptSession {
  const imported = importFile(bigHar(size), 'big.har', catalogue);
  if (!imported.ok) throw new Error('The recording cannot be read.');
  return { ...imported.session, source: 'browser', draft: null };
}

/** The background reads it when it comes back. */
async function keep(driver: Driver, session: KeptSession): Promise<void> {
  const items = { [`audit:${session.site}`]: JSON.stringify(session) };
  await driver.inExtension((stored) => chrome.storage.session.set(stored), items);
  await driver.stopBackground();
}

/** Scrolls from the top to the end, a screen at each frame. */
function longestTask(audit: ExtensionPage): Promise<number> {
  return audit.evaluate(async () => {
    let longest = 0;
    const watcher = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
    });
    watcher.observe({ type: 'longtask' });
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    for (let at = 0; at < document.documentElement.scrollHeight; at += 700) {
      scrollTo(0, at);
      await frame();
      await frame();
    }
    await new Promise((done) => setTimeout(done, 200));
    watcher.disconnect();
    return Math.round(longest);
  });
}

/** Presses each button and waits for the file that the page offers. */
async function saveAll(audit: ExtensionPage): Promise<readonly (readonly [string, number, number])[]> {
  const saved: [string, number, number][] = [];
  for (const format of exportFormats) {
    const [ms, bytes] = await audit.evaluate(async (wanted) => {
      const began = performance.now();
      const create = URL.createObjectURL.bind(URL);
      const size = await new Promise<number>((done) => {
        URL.createObjectURL = (blob: Blob) => {
          done(blob.size);
          return create(new Blob());
        };
        document.querySelector<HTMLButtonElement>(`[data-export="${wanted}"] button`)?.click();
      });
      URL.createObjectURL = create;
      return [Math.round(performance.now() - began), size] as const;
    }, format);
    saved.push([format, ms, bytes]);
  }
  return saved;
}

function check(what: string, value: number, atMost: number): void {
  const isOk = value <= atMost;
  isWithin &&= isOk;
  console.log(`${isOk ? 'ok   ' : 'NOT OK'} ${what}: ${value} (at most ${atMost})`);
}
