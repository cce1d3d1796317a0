import { expect, test } from 'vitest';
import type { Contact } from '../../../lib/observation/observation';
import { axeViolations } from '../support/axe';
import type { ExtensionPage, Tab } from '../support/driver';
import type { BrowserName } from '../support/driver';
import type { Scene } from '../support/scene';
import { readReport } from '../support/site-report';

declare const listenersLeft: () => number;

const counter = 'px.counter.example';
const google = 'region1.google-analytics.com';

export function testConsent(name: BrowserName, scene: Scene): void {
  const visit = async (host: string) => {
    scene.server.clearLog();
    const tab = await scene.driver.open(`https://${host}/`);
    const popup = await scene.driver.popup(tab);
    await popup.waitFor('main[data-ready="true"]');
    return { tab, popup };
  };
  const press = (tab: Tab, button: 'refuse' | 'accept') =>
    tab.evaluate((id) => document.querySelector<HTMLButtonElement>(`#${id}`)?.click(), button);
  const leave = async ({ tab, popup }: { readonly tab: Tab; readonly popup: ExtensionPage }) => {
    await popup.close();
    await tab.close();
  };

  /** The state, and what was sent to a host by state. */
  const seen = async (popup: ExtensionPage, tab: Tab, host: string) => {
    const { consent, processors } = await readReport(popup, tab);
    const contacts = processors.flatMap((row) => row.contacts).filter((contact) => contact.host === host);
    return { state: consent.state, sent: sums(contacts, 'byConsent'), cookieless: sums(contacts, 'cookieless') };
  };
  const findings = async (popup: ExtensionPage, tab: Tab) =>
    (await readReport(popup, tab)).findings
      .filter(({ id }) => id.startsWith('observed-'))
      .map(({ id, subject, severity }) => `${severity} ${id} ${subject}`)
      .sort();
  /** What reached the server, as the ledger should tell it. */
  const arrived = (host: string, state: string) => ({ [state]: scene.server.requestsTo(host).length });

  const poll = <T>(ask: () => Promise<T>) => expect.poll(ask, { timeout: 10_000 });

  test.each([
    ['tcf.example', 'You have not chosen yet (a consent tool is asking).'],
    ['onetrust.example', 'You have not chosen yet (OneTrust is asking).'],
  ])(
    '%s counts at once: found before the choice, after the refusal, and not after the consent',
    async (host, words) => {
      const { tab, popup } = await visit(host);
      await poll(() => seen(popup, tab, counter)).toMatchObject({
        state: 'before-choice',
        sent: { 'before-choice': 1 },
      });
      expect(scene.server.requestsTo(counter)).toHaveLength(1);
      await poll(() => findings(popup, tab)).toEqual([
        'warning observed-before-consent counter',
        'warning observed-before-consent visitor',
      ]);
      await popup.waitForText(words);

      await press(tab, 'refuse');
      await poll(async () => (await seen(popup, tab, counter)).state).toBe('refused');
      scene.server.clearLog();
      await tab.reload();
      await poll(() => seen(popup, tab, counter)).toMatchObject({ state: 'refused', sent: { refused: 1 } });
      expect(arrived(counter, 'refused')).toEqual({ refused: 1 });
      await poll(() => findings(popup, tab)).toEqual([
        'error observed-after-refusal counter',
        'error observed-after-refusal visitor',
      ]);
      await popup.waitForText('You refused.');
      await popup.unfold();
      await popup.waitForText('1 after you refused');
      if (name === 'chromium') expect(await axeViolations(popup)).toEqual([]);

      await press(tab, 'accept');
      await poll(async () => (await seen(popup, tab, counter)).state).toBe('accepted');
      scene.server.clearLog();
      await tab.reload();
      await poll(() => seen(popup, tab, counter)).toMatchObject({ state: 'accepted', sent: { accepted: 1 } });
      expect(arrived(counter, 'accepted')).toEqual({ accepted: 1 });
      expect(await findings(popup, tab)).toEqual([]);
      await popup.waitForText('You accepted.');
      await leave({ tab, popup });
    },
  );

  test.each([
    ['tcf-kept.example', 'You accepted.'],
    ['cookiebot.example', 'You accepted.'],
  ])('%s waits for the answer: nothing is found, whatever the visitor does', async (host, words) => {
    const { tab, popup } = await visit(host);
    await poll(async () => (await seen(popup, tab, counter)).state).toBe('before-choice');
    expect(scene.server.requestsTo(counter)).toEqual([]);
    await press(tab, 'refuse');
    await poll(async () => (await seen(popup, tab, counter)).state).toBe('refused');
    await tab.reload();
    await poll(async () => (await seen(popup, tab, counter)).state).toBe('refused');
    expect(scene.server.requestsTo(counter)).toEqual([]);
    await press(tab, 'accept');
    await poll(async () => (await seen(popup, tab, counter)).state).toBe('accepted');
    await poll(() => Promise.resolve(scene.server.requestsTo(counter).length)).toBe(1);
    await poll(async () => {
      const { sent } = await seen(popup, tab, counter);
      // Sent in the moment of the click: after it, or it cannot be told.
      return (sent['accepted'] ?? 0) + (sent['unknown'] ?? 0);
    }).toBe(1);
    expect(await findings(popup, tab)).toEqual([]);
    await popup.waitForText(words);
    await leave({ tab, popup });
  });

  test('Google’s consent mode: hits before any choice and after a refusal count as sent, and are cookieless', async () => {
    const { tab, popup } = await visit('consent-mode.example');
    await poll(() => seen(popup, tab, google)).toEqual({
      state: 'before-choice',
      sent: { 'before-choice': 1 },
      cookieless: { 'before-choice': 1 },
    });
    expect(arrived(google, 'before-choice')).toEqual({ 'before-choice': 1 });
    await popup.waitForText('You have not chosen yet, going by what the site tells Google.');
    await press(tab, 'refuse');
    scene.server.clearLog();
    await tab.reload();
    await poll(() => seen(popup, tab, google)).toEqual({
      state: 'refused',
      sent: { refused: 1 },
      cookieless: { refused: 1 },
    });
    expect(arrived(google, 'refused')).toEqual({ refused: 1 });
    expect(await findings(popup, tab)).toEqual([]);
    await press(tab, 'accept');
    scene.server.clearLog();
    await tab.reload();
    await poll(() => seen(popup, tab, google)).toEqual({ state: 'accepted', sent: { accepted: 1 }, cookieless: {} });
    expect(arrived(google, 'accepted')).toEqual({ accepted: 1 });
    expect(await findings(popup, tab)).toEqual([]);
    await leave({ tab, popup });
  });

  test('a site that tells Google yes against the visitor’s no is found out', async () => {
    const { tab, popup } = await visit('told-google-yes.example');
    await press(tab, 'refuse');
    await poll(async () => (await seen(popup, tab, google)).state).toBe('refused');
    await tab.reload();
    await poll(() => seen(popup, tab, google)).toMatchObject({
      state: 'refused',
      sent: { refused: 1 },
      cookieless: {},
    });
    expect(await findings(popup, tab)).toEqual(['error observed-after-refusal google-analytics']);
    await leave({ tab, popup });
  });

  test('a page is left as it was: no listener stays behind', async () => {
    const { tab, popup } = await visit('tcf-kept.example');
    await readReport(popup, tab);
    await readReport(popup, tab);
    expect(await tab.evaluate(() => listenersLeft())).toBe(0);
    await leave({ tab, popup });
  });

  test('a page without a tool that we know is said to be just that', async () => {
    const { tab, popup } = await visit('no-consent-tool.example');
    await popup.waitForText('Candor sees no consent tool that it knows, so it cannot tell whether you were asked.');
    const { consent } = await readReport(popup, tab);
    expect(consent).toMatchObject({ state: 'unknown', managers: [], signals: [], gpc: false });
    await leave({ tab, popup });
  });

  test('no value of a consent cookie is in the report or in what is stored', async () => {
    const { tab, popup } = await visit('onetrust.example');
    const report = JSON.stringify(await readReport(popup, tab));
    expect(report).toContain('OptanonConsent');
    expect(report).not.toContain('C0002');
    await leave({ tab, popup });
  });
}

function sums(contacts: readonly Contact[], key: 'byConsent' | 'cookieless'): Record<string, number> {
  const all: Record<string, number> = {};
  for (const contact of contacts)
    for (const [state, count] of Object.entries(contact[key])) all[state] = (all[state] ?? 0) + count;
  return all;
}
