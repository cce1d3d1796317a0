import { describe, expect, test } from 'vitest';
import type { SiteReport } from '../../lib/comparison/site-report';
import { forTesters } from '../../lib/words/describe-finding';
import { nameOfQuery } from '../site/name-service';
import { nameServerHost } from '../site/stand-ins/name-server';
import { testHarness } from './cases/harness';
import { testPrivateWindows } from './cases/private-windows';
import { testSettings } from './cases/settings';
import { type BrowserName, type Driver, browserNames } from './support/driver';
import { askedOf } from './support/looked-at';
import { type Scene, setScene } from './support/scene';
import { readReport } from './support/site-report';

/** The findings on what the page does; what testers may look at in the file is left out. */
const seenIn = ({ findings }: SiteReport) => findings.filter(({ id }) => !forTesters.includes(id));

declare const chrome: {
  readonly storage: { readonly local: { set(items: object): Promise<void>; clear(): Promise<void> } };
  readonly tabs: { query(filter: object): Promise<readonly unknown[]> };
  readonly runtime: { getManifest(): { readonly permissions: readonly string[] } };
};

const visit = async (driver: Driver, url: string) => {
  const tab = await driver.open(url);
  const popup = await driver.popup(tab);
  await popup.waitFor('main[data-ready="true"]');
  await popup.waitForText(/^(?![^]*still looking for)/, 10_000);
  const leave = async () => {
    await popup.close();
    await tab.close();
  };
  const rowText = (id: string) =>
    popup.evaluate((it) => document.querySelector(`[data-processor="${it}"]`)?.textContent ?? '', id);
  return { tab, popup, leave, rowText };
};

/** What the background says of a page without a popup, once the policy has been looked for. */
const reportOf = async (driver: Driver, url: string) => {
  const tab = await driver.open(url);
  const read = () => readReport({ evaluate: driver.inExtension }, tab);
  await expect.poll(async () => (await read()).policy.kind, { timeout: 10_000 }).toMatch(/^(read|none)$/);
  const report = await read();
  await tab.close();
  return report;
};

/** One browser for all of them: a start costs as much as several tests. */
describe.each(browserNames)('in %s', (name) => {
  const scene = setScene(name);
  describe('who delivers a page', () => testHosts(name, scene));
  if (name === 'firefox') describe('other names of the site’s hosts', () => testOtherNames(scene));
  describe('the settings', () => testSettings(name, scene));
  describe('the harness', () => testHarness(scene));
  describe('private windows', () => testPrivateWindows(scene));
});

function testHosts(name: BrowserName, scene: Scene): void {
  const rows = [
    [
      'https://cloudflare.example/',
      'service:cloudflare',
      'not-declared',
      'Delivered through Cloudflare, Frankfurt edge. Where the data is stored cannot be seen.',
    ],
    [
      'https://cloudfront.example/',
      'delivery',
      'declared',
      'Delivered through Amazon CloudFront, Munich edge. Where the data is stored cannot be seen.',
    ],
    [
      'https://netlify.example/',
      'service:netlify',
      'no-declaration',
      'Delivered through Netlify. Where the data is stored cannot be seen.',
    ],
    [
      'https://pages.example/',
      'pages',
      'declared',
      'Delivered through GitHub. Delivered through Fastly, Frankfurt edge. Where the data is stored cannot be seen.',
    ],
    [
      'https://balanced.example/',
      'service:microsoft-azure',
      'not-declared',
      'Delivered through Azure App Service. Where the data is stored cannot be seen.',
    ],
    [
      'https://demo.s3.eu-central-1.amazonaws.com/',
      'service:amazon-web-services',
      'no-declaration',
      'Delivered through Amazon S3. The host name says region eu-central-1 (Frankfurt).',
    ],
  ] as const;
  test.each(askedOf(name, rows))(
    '%s: the row %s, %s, says how the page came',
    async (url, id, declaration, sentence) => {
      const { tab, popup, leave, rowText } = await visit(scene.driver, url);
      const { processors } = await readReport(popup, tab);
      expect(processors.filter(({ hosting }) => hosting.length > 0).map((row) => [row.id, row.declaration])).toEqual([
        [id, declaration],
      ]);
      expect(await rowText(id)).toContain(sentence);
      await leave();
    },
  );

  test('an edge that the policy does not name is a finding, with the header as evidence and no ray id', async () => {
    const { tab, popup, leave } = await visit(scene.driver, 'https://cloudflare.example/');
    await popup.waitForText('At work here, but not named in the policy: Cloudflare');
    const report = await readReport(popup, tab);
    expect(seenIn(report).map(({ id, severity, subject }) => [id, severity, subject])).toEqual([
      ['undeclared-processor', 'error', 'service:cloudflare'],
    ]);
    expect(JSON.stringify(report)).not.toContain('8f00c0ffee123456');
    await popup.unfold();
    expect(await popup.text()).toContain('Read from: server: cloudflare · cf-ray: FRA');
    await leave();
  });

  const withoutFinding = ['https://cloudfront.example/', 'https://pages.example/', 'https://plain-host.example/'];
  test.each(askedOf(name, withoutFinding))('%s has no finding', async (url) => {
    expect(seenIn(await reportOf(scene.driver, url))).toEqual([]);
  });

  test('headers that many servers send make no host', async () => {
    expect((await reportOf(scene.driver, 'https://plain-host.example/')).processors).toEqual([]);
  });

  test('a load balancer’s cookie says the same when the page is loaded again', async () => {
    const { tab, popup, leave } = await visit(scene.driver, 'https://balanced.example/');
    scene.server.clearLog();
    await tab.reload();
    await expect.poll(() => scene.server.requestsTo('balanced.example')[0]?.headers.cookie).toBeDefined();
    await popup.waitForText('at work, seen by its cookies');
    await expect
      .poll(async () => (await readReport(popup, tab)).processors.map(({ id, activity }) => [id, activity]))
      .toEqual([['service:microsoft-azure', 'active']]);
    await leave();
  });
}

const asked = (server: { requestsTo(host: string): readonly { readonly url: string }[] }) => {
  const queries = server.requestsTo(nameServerHost).map(({ url }) => new URL(url).searchParams.get('dns') ?? '');
  return new Set(queries.map((query) => nameOfQuery(Buffer.from(query, 'base64url'))));
};

function testOtherNames(scene: Scene): void {
  const switchOn = async () => {
    const options = await scene.driver.extensionPage('options.html');
    await options.waitFor('main[data-ready="true"]');
    await options.click('#asks-for-names');
    await options.waitForText('Saved');
    return options;
  };

  test('are not asked for at first', async () => {
    const { tab, popup, leave } = await visit(scene.driver, 'https://aliased.example/');
    const report = await readReport(popup, tab);
    expect(report.aliases).toBeUndefined();
    expect(report.processors).toEqual([]);
    expect([...asked(scene.server)].filter((host) => host.endsWith('aliased.example'))).toEqual([]);
    await leave();
  });

  test('are asked for once the person wants it, by those who look at a report, and show who is behind them', async () => {
    const options = await switchOn();
    const silent = await scene.driver.open('https://aliased.example/');
    await new Promise((done) => setTimeout(done, 1500));
    expect([...asked(scene.server)].filter((host) => host.endsWith('aliased.example'))).toEqual([]);
    await silent.close();

    const { tab, popup, leave } = await visit(scene.driver, 'https://aliased.example/');
    await popup.waitForText('At work here, but not named in the policy:', 8000);
    const report = await readReport(popup, tab);
    expect(report.processors.map(({ id, sent }) => [id, sent])).toEqual([
      ['service:adobe-analytics', 1],
      ['service:amazon-web-services', 0],
    ]);
    expect(report.aliases?.found).toEqual(
      expect.arrayContaining([{ host: 'odd.aliased.example', name: 'abc.unheard-of.example' }]),
    );
    expect([...asked(scene.server)].filter((host) => host.endsWith('.example')).sort()).toEqual([
      'aliased.example',
      'img.aliased.example',
      'metrics.aliased.example',
      'odd.aliased.example',
      'static.aliased.example',
    ]);
    await popup.unfold();
    const text = await popup.text();
    expect(text).toContain('metrics.aliased.example is another name for shop.sc.omtrdc.net.');
    expect(text).toContain('static.aliased.example is another name for shop-1.eu-central-1.elb.amazonaws.com.');
    expect(text).toContain('The host name says region eu-central-1 (Frankfurt).');
    expect(text).toContain('2 hosts have no name of another domain.');
    await leave();
    await options.close();
  });

  test('are gone from the report when the person changes their mind', async () => {
    const { tab, popup, leave } = await visit(scene.driver, 'https://aliased.example/');
    await expect.poll(async () => (await readReport(popup, tab)).aliases?.found.length).toBe(3);
    const options = await scene.driver.extensionPage('options.html');
    await options.waitFor('main[data-ready="true"]');
    expect(await options.evaluate(() => document.querySelector<HTMLInputElement>('#asks-for-names')?.checked)).toBe(
      true,
    );
    await options.click('#asks-for-names');
    await options.waitForText('Saved');
    await expect.poll(async () => (await readReport(popup, tab)).aliases ?? 'none').toBe('none');
    await options.close();
    await leave();
  });

  test('a stored setting that is broken reads as off', async () => {
    await scene.driver.inExtension(() => chrome.storage.local.set({ settings: { asksForNames: 'yes' } }));
    const options = await scene.driver.extensionPage('options.html');
    await options.waitFor('main[data-ready="true"]');
    expect(await options.evaluate(() => document.querySelector<HTMLInputElement>('#asks-for-names')?.checked)).toBe(
      false,
    );
    await options.close();
  });
}
