import { expect, test } from 'vitest';
import type { BrowserName } from '../support/driver';
import { askedOf } from '../support/looked-at';
import type { Scene } from '../support/scene';
import { readReport } from '../support/site-report';
import { untilStored } from '../support/until-stored';

const rules = [
  ['/analytics', 'google-analytics', 'google-analytics/collect'],
  ['/tag-manager', 'google-tag-manager', 'google-tag-manager/container'],
  ['/recaptcha', 'recaptcha', 'google-recaptcha/google'],
  ['/contact', 'pipedrive-crm', 'pipedrive/web-form'],
  ['/chat', 'pipedrive-crm', 'pipedrive/chat'],
  ['/appointment', 'pipedrive-calendar', 'pipedrive/scheduler'],
  ['/board', 'miro', 'miro/live-embed'],
  ['/meeting', 'zoom', 'zoom/web-sdk'],
  ['/zapier', 'zapier', 'zapier/templates'],
] as const;

export function testServices(name: BrowserName, scene: Scene): void {
  const visit = async (path: string) => {
    const tab = await scene.driver.open(`https://cloudops.example${path}`);
    const popup = await scene.driver.popup(tab);
    await popup.waitFor('main[data-ready="true"]');
    const leave = async () => {
      await popup.close();
      await tab.close();
    };
    return { tab, popup, leave };
  };

  test.each(askedOf(name, rules))('%s shows %s at work, by the rule %s', async (path, id, rule) => {
    const tab = await scene.driver.open(`https://cloudops.example${path}`);
    await expect
      .poll(async () => {
        const { processors } = await readReport({ evaluate: scene.driver.inExtension }, tab);
        const row = processors.find((processor) => processor.id === id);
        return {
          activity: row?.activity,
          hasRule: row?.contacts.some((contact) => contact.rule === rule && contact.sent > 0),
        };
      })
      .toEqual({ activity: 'active', hasRule: true });
    await tab.close();
  });

  test('the host is recognised from the headers of the page itself', async () => {
    const { tab, popup, leave } = await visit('/offer');
    const { processors } = await readReport(popup, tab);
    const aws = processors.find(({ id }) => id === 'aws-hosting');
    expect(aws).toMatchObject({ activity: 'active', sent: 0 });
    expect(aws?.hosting.map(({ edge }) => edge)).toContain('Frankfurt');
    await leave();
  });

  test('what the ledger counts is what reached the server', async () => {
    scene.server.clearLog();
    const { tab, popup, leave } = await visit('/analytics');
    await expect.poll(() => scene.server.requestsTo('region1.google-analytics.com').length).toBe(2);
    await expect
      .poll(async () => {
        const { processors } = await readReport(popup, tab);
        const contacts = processors.find(({ id }) => id === 'google-analytics')?.contacts ?? [];
        return contacts.filter(({ host }) => host === 'region1.google-analytics.com').map(({ sent }) => sent);
      })
      .toEqual([2]);
    await leave();
  });

  test('a tracker that the policy does not name is a finding, and an unknown host stays on the list', async () => {
    const { tab, popup, leave } = await visit('/undeclared');
    await popup.waitForText('At work here, but not named in the policy: Meta Pixel');
    const report = await readReport(popup, tab);
    expect(report.findings.map(({ id, subject }) => `${id} ${subject}`)).toEqual(
      expect.arrayContaining(['undeclared-processor service:meta-pixel', 'unidentified-recipient cdn-x.example']),
    );
    await leave();
  });

  test('cookies set by header and by script are listed by name, and no value is in the report', async () => {
    const { tab, popup, leave } = await visit('/analytics');
    await expect
      .poll(async () => JSON.stringify((await readReport(popup, tab)).processors.map(({ cookies }) => cookies)))
      .toContain('"_ga_DEMO000001"');
    expect(JSON.stringify(await readReport(popup, tab))).not.toContain('GA1.1.');
    await leave();
  });

  test('the badge shows how many are at work, and the popup the same number', async () => {
    const { tab, popup, leave } = await visit('/');
    await popup.waitForText('3 are at work on this page.');
    await expect.poll(() => scene.driver.badge(tab)).toBe('3');
    await leave();
  });

  test('a stopped background loses nothing: the same page shows the same services afterwards', async () => {
    const { tab, popup, leave } = await visit('/analytics');
    await popup.waitForText('are at work on this page.');
    const rowsOf = async () => {
      const { processors, coverage } = await readReport(popup, tab);
      return { coverage: coverage.kind, rows: processors.map(({ id, activity, sent }) => ({ id, activity, sent })) };
    };
    await expect.poll(async () => (await rowsOf()).rows.find(({ id }) => id === 'google-analytics')?.sent).toBe(3);
    const before = await rowsOf();
    await untilStored(scene.driver);
    await scene.driver.stopBackground();
    // The policy is looked up anew; until it is there, nothing is set beside it.
    await expect.poll(rowsOf).toEqual(before);
    await leave();
  });

  test('going back shows that page’s own services again', async () => {
    const { tab, popup, leave } = await visit('/board');
    await tab.goto('https://clean.example/');
    await popup.waitForText('clean.example');
    await tab.back();
    await popup.waitForText('cloudops.example');
    await expect
      .poll(async () => (await readReport(popup, tab)).processors.find(({ id }) => id === 'miro')?.activity)
      .toBe('active');
    await leave();
  });
}
