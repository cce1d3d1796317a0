import { parseArgs } from 'node:util';
import { launch } from '../browser/support/launch';
import { browserNames } from '../browser/support/driver';
import type { BrowserName } from '../browser/support/driver';
import { startLoadSite } from '../browser/load/load-site';
import type { Paired } from './measure';
import { comparePageLoads } from './page-load';
import { compareSaves } from './save';

/** `npm run bench:browsers [-- --browser chromium] [--pairs 24]`: what Candor costs in real browsers, as ratios. */
const { values } = parseArgs({
  options: {
    browser: { type: 'string', multiple: true, default: [...browserNames] },
    pairs: { type: 'string', default: '24' },
  },
});
const pairs = Number(values.pairs);
const limits = { save: 2, load: 1.05 };

console.log(`\nIn browsers: medians of ${pairs} pairs, taken in turns; the middle half of the ratios in brackets.\n`);
for (const name of browserNames) {
  if (!values.browser.includes(name)) continue;
  print(await saves(name), limits.save);
  for (const result of await comparePageLoads(name, [300, 1000], pairs)) print(result, limits.load);
}

async function saves(name: BrowserName): Promise<Paired> {
  const site = await startLoadSite();
  const driver = await launch(name, { port: site.server.port });
  try {
    return await compareSaves(driver, pairs);
  } finally {
    await driver.close();
    await site.close();
  }
}

function print({ name, ratio, quartiles: [low, high], oursMs, yardstickMs }: Paired, atMost: number): void {
  const isFine = ratio <= atMost;
  if (!isFine) process.exitCode = 1;
  const ms = (value: number) => `${value.toFixed(value < 10 ? 2 : 0)} ms`;
  console.log(
    `${isFine ? 'ok  ' : 'FAIL'}  ${name.padEnd(84)}${ratio.toFixed(3).padStart(7)} (at most ${atMost})  ` +
      `[${low.toFixed(3)}–${high.toFixed(3)}]  (${ms(oursMs)} / ${ms(yardstickMs)})`,
  );
}
