import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium } from 'playwright';
import type { Browser } from 'playwright';
import { requireBrowser } from '../find-browser';
import { servePreview } from './serve';

// Pictures of every state, in light and dark and at three widths, and what axe says of each.
// tsx tests/support/popup-preview/shoot.ts [folder] [state …]
const [folder = join(tmpdir(), 'candor-shots'), ...wanted] = process.argv.slice(2);
const widths = [360, 400, 1000] as const;

const preview = await servePreview();
const browser = await chromium.launch({ executablePath: requireBrowser('chromium'), args: ['--no-sandbox'] });
await mkdir(folder, { recursive: true });
let violations = 0;
for (const state of wanted.length > 0 ? wanted : await stateNames(browser)) {
  for (const colorScheme of ['light', 'dark'] as const) violations += await shoot(browser, state, colorScheme);
}
await browser.close();
await preview.stop();
console.info(`${violations} violations`);
process.exitCode = violations > 0 ? 1 : 0;

async function stateNames(on: Browser): Promise<readonly string[]> {
  const page = await on.newPage();
  await page.goto(preview.url);
  await page.waitForSelector('main');
  const names = await page.evaluate(() => document.documentElement.dataset['states']?.split(' ') ?? []);
  await page.close();
  return names;
}

async function shoot(on: Browser, state: string, colorScheme: 'light' | 'dark'): Promise<number> {
  const context = await on.newContext({ colorScheme, reducedMotion: 'reduce' });
  const page = await context.newPage();
  page.on('pageerror', (error) => console.error(state, error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') console.error(state, message.text());
  });
  await page.goto(`${preview.url}?state=${state}`);
  await page.waitForSelector('main');
  for (const width of widths) {
    await page.setViewportSize({ width, height: 600 });
    const isTooWide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    if (isTooWide) console.error(`${state} is too wide at ${width}`);
    await page.screenshot({ path: `${folder}/${state}-${width}-${colorScheme}.png`, fullPage: true });
  }
  await page.evaluate(() => document.querySelectorAll('details').forEach((it) => (it.open = true)));
  await page.setViewportSize({ width: 400, height: 600 });
  await page.screenshot({ path: `${folder}/${state}-open-${colorScheme}.png`, fullPage: true });
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  for (const it of found) {
    console.error(`${state} ${colorScheme}: ${it.id}: ${it.help} (${it.nodes.length})`);
    for (const node of it.nodes.slice(0, 2))
      console.error(`   ${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`);
  }
  await context.close();
  return found.length;
}
