import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Driver } from './browser/support/driver';
import { launch } from './browser/support/launch';
import { startDemoSite } from './site/demo-site';

/**
 * Pictures of the popup in a real Chromium, light and dark: two for the README, and every state at three widths.
 *
 * Needs `npm run build`. Writes `assets/pictures/popup-*.png` and `tests/.artifacts/states/*.png`.
 */
const states = [
  'https://cloudops.example/undeclared',
  'https://no-policy.example/',
  'https://slow.example/',
  'https://broken.example/',
  'https://half-broken.example/',
  'https://other-host.example/',
  'https://draft.example/',
  'https://differs.example/',
  'https://clean.example/',
  'https://leaving.example/',
  'https://told-google-yes.example/',
  'https://cloudfront.example/',
  'https://workers.example/working',
];
const widths = [360, 400, 1000];
const forReadme = { width: 400, height: 720, isCut: true };

const readmePictures = fileURLToPath(new URL('../assets/pictures/', import.meta.url));
const statePictures = fileURLToPath(new URL('./.artifacts/states/', import.meta.url));

async function shoot(driver: Driver, url: string): Promise<void> {
  const tab = await driver.open(url);
  const popup = await driver.popup(tab);
  await popup.waitFor('main[data-ready="true"]', 15_000);
  await popup.waitForText(/^(?![^]*still looking for)/, 10_000);
  const name = new URL(url).hostname;
  for (const dark of [false, true]) {
    const scheme = dark ? 'dark' : 'light';
    for (const width of widths)
      await popup.screenshot(`${statePictures}${name}-${width}-${scheme}.png`, { width, dark });
    if (url === states[0]) await popup.screenshot(`${readmePictures}popup-${scheme}.png`, { ...forReadme, dark });
  }
  await popup.close();
  await tab.close();
}

async function main(): Promise<void> {
  await mkdir(readmePictures, { recursive: true });
  await mkdir(statePictures, { recursive: true });
  const server = await startDemoSite();
  try {
    const driver = await launch('chromium', { port: server.port });
    try {
      for (const url of states) await shoot(driver, url);
    } finally {
      await driver.close();
    }
  } finally {
    await server.close();
  }
}

await main();
