import { expect, test } from 'vitest';
import { axeViolations } from '../support/axe';
import type { BrowserName } from '../support/driver';
import type { Scene } from '../support/scene';
import { readReport } from '../support/site-report';

/** Site, words that the popup must show, and the state (with the way, where read) that the report must hold. */
const states: readonly (readonly [site: string, words: string, state: string])[] = [
  ['linked.example', 'named by the page', 'read link'],
  ['header.example', 'named in the page’s headers', 'read header'],
  ['well-known.example', 'at its well-known address', 'read well-known'],
  ['people-link.example', 'at its well-known address', 'read well-known'],
  ['no-policy.example', 'This site publishes no policy file that Candor can read.', 'none'],
  ['html.example', 'a web page instead of a file', 'none'],
  ['elsewhere.example', 'it lies on another site, where Candor does not look', 'not-fetched'],
  ['plain-link.example', 'not encrypted (http)', 'not-fetched'],
  ['large.example', 'larger than 256 KiB', 'not-fetched'],
  ['slow.example', 'timed out', 'not-fetched'],
  ['redirected.example', 'it sends on to another address, which Candor does not follow', 'not-fetched'],
  ['error.example', 'the server answered with an error', 'not-fetched'],
  ['wrong-type.example', 'not a JSON file', 'not-fetched'],
  ['cut-off.example', 'no connection', 'not-fetched'],
];

/** What is wrong with the file itself does not depend on the browser: looked at in one. */
const statesOfTheFile: typeof states = [
  ['broken.example', 'This is not JSON.', 'broken'],
  ['not-a-policy.example', 'privacyPolicy', 'broken'],
  ['half-broken.example', 'The rest was read as usual.', 'read well-known'],
  ['unknown-word.example', 'A6-1-z', 'read well-known'],
  ['other-host.example', 'The policy file is not for this host', 'read well-known'],
  ['draft.example', 'The policy file is a draft', 'read well-known'],
  ['superseded.example', 'The policy file is out of date', 'read well-known'],
  ['future.example', 'The policy file is not valid yet', 'read well-known'],
  ['differs.example', 'Two policy files differ', 'read link'],
];

/** One site for each form that what is said of a policy takes. */
const ownMarkup: ReadonlySet<string> = new Set([
  'linked.example',
  'no-policy.example',
  'slow.example',
  'broken.example',
  'half-broken.example',
  'draft.example',
  'differs.example',
]);

export function testPolicyStates(name: BrowserName, scene: Scene): void {
  test.each(name === 'chromium' ? [...states, ...statesOfTheFile] : states)(
    '%s reads “%s”, accessibly',
    async (site, words, state) => {
      const tab = await scene.driver.open(`https://${site}/`);
      // The words come from the state alone, by the same code.
      if (name !== 'chromium') {
        const read = async () => (await readReport({ evaluate: scene.driver.inExtension }, tab)).policy;
        const told = async () => read().then((it) => (it.kind === 'read' ? `read ${it.way}` : it.kind));
        await expect.poll(told, { timeout: 10_000 }).toBe(state);
        return tab.close();
      }
      const popup = await scene.driver.popup(tab);
      await popup.waitFor('main[data-ready="true"]', 10_000);
      await expect
        .poll(async () => (await readReport(popup, tab)).policy.kind, { timeout: 10_000 })
        .not.toBe('looking');
      const { policy } = await readReport(popup, tab);
      expect(policy.kind === 'read' ? `read ${policy.way}` : policy.kind).toBe(state);
      await popup.unfold();
      await popup.waitForText(words);
      // It takes a second of work: once for each kind of markup, which is the same in both browsers.
      if (ownMarkup.has(site)) expect(await axeViolations(popup)).toEqual([]);
      await popup.close();
      await tab.close();
    },
  );

  test('the policy is fetched when the popup opens, not before, and once', async () => {
    const asked = () => scene.server.requestsTo('cloudops.example').filter(({ url }) => url.includes('.well-known'));
    const tab = await scene.driver.open('https://cloudops.example/offer');
    await tab.goto('https://cloudops.example/return-call');
    expect(asked()).toEqual([]);
    const popup = await scene.driver.popup(tab);
    await popup.waitForText('at its well-known address');
    await popup.close();
    const again = await scene.driver.popup(tab);
    await again.waitForText('at its well-known address');
    expect(asked()).toHaveLength(1); // the second popup needs no fetch: fresh for a day
    await again.click('header button');
    await expect.poll(() => asked().length).toBe(2);
    expect(asked().map(({ headers }) => [headers.cookie, headers.referer])).toEqual([
      [undefined, undefined],
      [undefined, undefined],
    ]);
    await again.close();
    await tab.close();
  });

  test('a policy on localhost is read over http', async () => {
    const tab = await scene.driver.open(`http://localhost:${scene.server.port.toString()}/`);
    const popup = await scene.driver.popup(tab);
    await popup.waitForText('at its well-known address');
    await popup.close();
    await tab.close();
  });

  test.each([
    ['about:blank', 'This is a page of the browser itself.'],
    ['nobody', 'There is no tab to look at.'],
  ])('%s says that nobody may look', async (url, words) => {
    const tab = await scene.driver.open('https://clean.example/');
    if (url !== 'nobody') await tab.goto(url);
    const popup = await scene.driver.extensionPage(
      `popup.html?tabId=${url === 'nobody' ? '999999' : tab.id.toString()}`,
    );
    await popup.waitForText(words);
    if (name === 'chromium') expect(await axeViolations(popup)).toEqual([]);
    await popup.close();
    await tab.close();
  });
}
