import { execFile } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import type { Driver, ExtensionPage } from './browser/support/driver';
import { buildTargets } from './browser/support/extension-build';
import { launch } from './browser/support/launch';
import { startDemoSite } from './site/demo-site';
import type { BrowserName } from './support/find-browser';
import { ensureBrowsers } from './support/install-browsers';

const root = fileURLToPath(new URL('..', import.meta.url));
const pictures = join(root, 'tests/.artifacts/demo');

/** Pages in the order of the visit. Those with `full` are printed whole, unfolded. */
const visits: readonly { readonly url: string; readonly full?: true }[] = [
  { url: 'https://cloudops.example/' },
  { url: 'https://cloudops.example/analytics' },
  { url: 'https://cloudops.example/tag-manager' },
  { url: 'https://cloudops.example/contact' },
  { url: 'https://cloudops.example/chat' },
  { url: 'https://cloudops.example/appointment' },
  { url: 'https://cloudops.example/board' },
  { url: 'https://cloudops.example/meeting' },
  { url: 'https://cloudops.example/zapier' },
  { url: 'https://no-policy.example/' },
  { url: 'https://broken.example/' },
  { url: 'https://cloudops.example/undeclared', full: true },
];

/** Late hits of a page, such as the beacons of Google Analytics, have left by then. */
const settleMs = 800;

/** Builds the extension, opens the demo site with it in a real browser, and prints what the popup shows. */
async function demo(browser: BrowserName, isKept: boolean): Promise<void> {
  ensureBrowsers([browser]);
  await build(browser);
  await mkdir(pictures, { recursive: true });
  const server = await startDemoSite();
  try {
    const driver = await launch(browser, { port: server.port, headless: !isKept });
    try {
      console.log(`${driver.version}, the demo site on port ${server.port}\n`);
      for (const { url, full = false } of visits) await visit(driver, url, full, isKept);
      console.log(`Pictures: ${pictures}`);
      if (isKept) await stayOpen(driver);
    } finally {
      await driver.close();
    }
  } finally {
    await server.close();
  }
}

async function build(browser: BrowserName): Promise<void> {
  console.log(`Building the extension for ${browser} …`);
  const wxt = join(root, 'node_modules/wxt/bin/wxt.mjs');
  await promisify(execFile)(process.execPath, [wxt, 'build', '-b', buildTargets[browser]], { cwd: root });
}

async function visit(driver: Driver, url: string, isFull: boolean, isKept: boolean): Promise<void> {
  const tab = await driver.open(url);
  await wait(settleMs);
  const popup = await driver.popup(tab);
  await popup.waitFor('main[data-ready="true"]', 15_000);
  await popup.waitForText(/^(?![^]*still looking for)/, 10_000);
  const badge = await driver.badge(tab);
  console.log(`${url}\n  badge    ${badge === '' ? '(none)' : badge}\n  summary  ${await summaryOf(popup)}\n`);
  const name = `${driver.name}-${pictureName(url)}`;
  await popup.screenshot(join(pictures, `${name}.png`));
  if (isFull) {
    await popup.screenshot(join(pictures, `${name}-dark.png`), { dark: true });
    await popup.unfold();
    await popup.screenshot(join(pictures, `${name}-unfolded.png`), { width: 360 });
    console.log(framed(`The popup on ${url}, unfolded`, await popup.text()));
  }
  await popup.close();
  if (!isKept) await tab.close();
}

/** The popup's summary in words. */
const summaryOf = (popup: ExtensionPage) =>
  popup.evaluate(() => {
    const summary = document.querySelector<HTMLElement>('[data-summary]') ?? document.querySelector('main');
    return (summary?.innerText ?? '').replace(/\s+/g, ' ').slice(0, 300);
  });

const pictureName = (url: string) =>
  url
    .replace(/^https:\/\//, '')
    .replace(/\/$/, '')
    .replace(/[^a-z0-9]+/g, '-');

function framed(title: string, text: string): string {
  const line = '─'.repeat(72);
  return `${line}\n${title}\n${line}\n${text.replace(/\n{3,}/g, '\n\n')}\n${line}\n`;
}

async function stayOpen(driver: Driver): Promise<void> {
  console.log('The browser stays open: close its window, or press Ctrl+C, to end.');
  const interrupted = new Promise<void>((done) => process.once('SIGINT', () => done()));
  await Promise.race([driver.closed(), interrupted]);
}

function browserNamed(name: string): BrowserName {
  if (name === 'chromium' || name === 'firefox') return name;
  throw new Error(`--browser is "chromium" or "firefox", not "${name}".`);
}

const hasDisplay = () =>
  process.platform !== 'linux' || [process.env['DISPLAY'], process.env['WAYLAND_DISPLAY']].some(Boolean);

async function main(): Promise<void> {
  try {
    const options = {
      browser: { type: 'string', default: 'chromium' },
      keep: { type: 'boolean', default: false },
    } as const;
    const { values } = parseArgs({ options });
    if (values.keep && !hasDisplay()) throw new Error('--keep needs a display: leave it out to run without one.');
    await demo(browserNamed(values.browser), values.keep);
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}

void main();
