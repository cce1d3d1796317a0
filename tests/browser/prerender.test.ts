import { describe, expect, test } from 'vitest';
import { pageKit } from './documents/page-kit';
import { setPlainScene } from './support/plain-scene';
import { contactsOf } from './support/wire';

declare const speculate: (kind: string, url: string) => void;

/** Chromium alone has speculation rules. */
describe('in chromium', () => {
  const scene = setPlainScene('chromium');
  const { open, go, report, expectOnly } = pageKit(scene);

  /** The full name of the page called `as` that the server has got something from. */
  const begun = async (as: string) => {
    const pattern = new RegExp(`^image\\.(${as}-\\w+)\\.wire`);
    const found = () => scene.server.log.map(({ host }) => pattern.exec(host)?.[1]).find((name) => name !== undefined);
    await expect.poll(found, { timeout: 5000 }).toBeDefined();
    return found() ?? '';
  };
  const askedFor = (path: string) => () => scene.server.log.some(({ url }) => url.endsWith(path));

  test('a prerendered page is not the one shown until it is; then it has all that it sent before', async () => {
    const [tab, shown] = await open('/page', 'shown');
    await expectOnly(tab, shown, 'image', 'fetch');
    await tab.evaluate(() => speculate('prerender', '/page?as=next'));
    const prerendered = await begun('next');
    await expectOnly(tab, shown, 'image', 'fetch');
    const next = await go(tab, '/page', 'next');
    expect(next).toBe(prerendered);
    const { coverage, ownContacts } = await expectOnly(tab, next, 'image', 'fetch');
    expect([coverage.kind, ...ownContacts.map(({ types }) => types.main_frame)]).toEqual(['all', 1]);
  });

  test('a prerendered page that is never shown is on no page', async () => {
    const [tab, shown] = await open('/page', 'shown');
    await tab.evaluate(() => speculate('prerender', '/page?as=never'));
    await begun('never');
    await expectOnly(tab, shown, 'image', 'fetch');
    await expectOnly(tab, await go(tab, '/page', 'other'), 'image', 'fetch');
    await tab.back();
    expect(await tab.arrive('shown')).toBe(shown);
    await expectOnly(tab, shown, 'image', 'fetch');
  });

  test('a page fetched ahead leaves the shown one as it is, and begins anew when it is shown', async () => {
    const [tab, shown] = await open('/page', 'shown');
    await tab.evaluate(() => speculate('prefetch', '/page?as=ahead'));
    await expect.poll(askedFor('/page?as=ahead')).toBe(true);
    const { coverage } = await expectOnly(tab, shown, 'image', 'fetch');
    expect(coverage.kind).toBe('all');
    await expectOnly(tab, await go(tab, '/page', 'ahead'), 'image', 'fetch');
  });

  test('what a page fetches ahead from another site was sent by it', async () => {
    const [tab] = await open('/page', 'shown');
    await tab.evaluate(() => speculate('prefetch', 'https://other-walks.example/page?as=elsewhere'));
    await expect.poll(askedFor('/page?as=elsewhere')).toBe(true);
    const toOther = async () =>
      contactsOf(await report(tab))
        .filter(({ host }) => host === 'other-walks.example')
        .map(({ sent, broughtInBy }) => ({ sent, broughtInBy }));
    await expect.poll(toOther, { timeout: 3000 }).toEqual([{ sent: 1, broughtInBy: null }]);
  });
});
