import { expect, test } from 'vitest';
import type { PageKit } from './page-kit';

declare const call: (what: string) => Promise<null>;

/** A page begins, stays, and is no page at all. */
export function testPages({ open, go, report, expectOnly, place }: PageKit): void {
  test('a reloaded page is a new one: nothing of the old one is on it', async () => {
    const [tab, first] = await open('/page', 'first');
    const { coverage } = await expectOnly(tab, first, 'image', 'fetch');
    expect(coverage.kind).toBe('all');
    await tab.reload();
    await expectOnly(tab, await tab.arrive('first', first), 'image', 'fetch');
  });

  test('a page that changes its address without loading keeps its ledger', async () => {
    const [tab, walker] = await open('/page', 'walker');
    await tab.evaluate(() => history.pushState(null, '', '/elsewhere'));
    await tab.evaluate(() => call('pushed'));
    await tab.evaluate(() => (location.hash = 'part'));
    await tab.evaluate(() => call('hashed'));
    await tab.evaluate(() => history.back());
    await tab.evaluate(() => call('popped'));
    const { coverage } = await expectOnly(tab, walker, 'image', 'fetch', 'pushed', 'hashed', 'popped');
    expect(coverage.kind).toBe('all');
  });

  test.each(['/hop', '/hop-away'])('redirects of the page itself within the site (%s) are its own', async (path) => {
    const [tab, hopped] = await open(path, 'hopped');
    await expectOnly(tab, hopped, 'image', 'fetch');
    const own = async () => {
      const { ownContacts, coverage } = await report(tab);
      return [coverage.kind, ...ownContacts.map(({ types }) => types.main_frame)];
    };
    await expect.poll(own).toEqual(['all', 2]);
  });

  test.each([
    ['/meta', 'refreshed'],
    ['/replace', 'replacement'],
  ])('a page that leads on by itself (%s) leaves nothing on the next', async (path, next) => {
    const [tab] = await open('/page', 'first');
    await tab.goto(path);
    await expectOnly(tab, await tab.arrive(next), 'image', 'fetch');
  });

  test('what does not become a page leaves the one that is shown as it is', async () => {
    const [tab, stays] = await open('/page', 'stays');
    for (const path of ['download', 'empty', 'pending']) {
      await tab.goto(`/${path}`);
      const arrived = () => place.server.requestsTo('walks.example').some(({ url }) => url.endsWith(`/${path}`));
      await expect.poll(arrived).toBe(true);
      await tab.evaluate((what) => call(what), `after-${path}`);
    }
    const { coverage } = await expectOnly(tab, stays, 'image', 'after-download', 'after-empty', 'after-pending');
    expect(coverage.kind).toBe('all');
    await expectOnly(tab, await go(tab, '/page', 'next'), 'image', 'fetch');
  });

  test('an error page of the site is a page like any other', async () => {
    const [tab, missing] = await open('/missing', 'missing');
    const { coverage } = await expectOnly(tab, missing, 'image', 'fetch');
    expect(coverage.kind).toBe('all');
  });

  test('of a page that could not be reached Candor says that it could not look', async () => {
    const [tab, before] = await open('/page', 'before');
    await tab.goto('https://other-walks.example/cut');
    const seen = async () => {
      const { coverage, site, counts, processors } = await report(tab);
      return [site.url, coverage.kind, counts.active, processors.length];
    };
    await expect.poll(seen, { timeout: 5000 }).toEqual(['https://other-walks.example/cut', 'none', 0, 0]);
    await tab.back();
    expect(await tab.arrive('before')).toBe(before);
    await expectOnly(tab, before, 'image', 'fetch');
  });
}
