import { describe, expect, test } from 'vitest';
import type { AuditAnswer } from '../../lib/audit/audit-step';
import { visit } from '../fixtures/recorded-visit';
import { harOf } from '../fixtures/har-kit';
import { testAuditReports } from './cases/audit-reports';
import { chooseFile } from './support/audit-page';
import { axeViolations } from './support/axe';
import { type ExtensionPage, type Tab, browserNames } from './support/driver';
import { isAskedAll } from './support/looked-at';
import { setScene } from './support/scene';

declare const chrome: { readonly runtime: { sendMessage(message: unknown): Promise<unknown> } };

/** A tester walks through a site: what is shown, kept and compared on the way. */
describe.each(browserNames)('in %s', (name) => {
  const scene = setScene(name);

  const openAudit = async (tab: Tab): Promise<ExtensionPage> => {
    const audit = await scene.driver.extensionPage(`audit.html?tabId=${tab.id}`, { width: 1280, height: 900 });
    await audit.waitFor('main[data-ready="true"]', 10_000);
    return audit;
  };
  const answerOf = async (audit: ExtensionPage, tab: Tab) => {
    const request = { tabId: tab.id, id: null, seen: 0, step: { kind: 'look' } };
    // As text: WebDriver BiDi shows an object that stands in two places only once.
    const answer = await audit.evaluate(
      async (it) => JSON.stringify(await chrome.runtime.sendMessage({ name: 'audit', request: it })),
      request,
    );
    const parsed = JSON.parse(answer) as AuditAnswer;
    if (parsed.kind !== 'audit' || parsed.report === null) throw new Error(`No audit: ${parsed.kind}`);
    return { head: parsed.head, report: parsed.report };
  };
  const auditOf = async (audit: ExtensionPage, tab: Tab) => (await answerOf(audit, tab)).report;
  const press = (tab: Tab, choice: 'accept' | 'refuse') =>
    tab.evaluate((id) => document.getElementById(id)?.click(), choice);
  const choose = (audit: ExtensionPage, selector: string, value: string) =>
    audit.evaluate(
      ([where, what]) => {
        const select = document.querySelector<HTMLSelectElement>(where);
        if (select === null) throw new Error(`There is no ${where}.`);
        select.value = what;
        select.dispatchEvent(new Event('change', { bubbles: true }));
      },
      [selector, value] as const,
    );

  test('a walk before the choice, after the refusal and after the consent has a column and findings for each', async () => {
    const tab = await scene.driver.open('https://tcf.example/');
    const audit = await openAudit(tab);
    const scenarios = async () => (await auditOf(audit, tab)).scenarios.map(({ id }) => id);
    await expect.poll(scenarios, { timeout: 10_000 }).toContain('before-choice');
    await press(tab, 'refuse');
    await expect.poll(scenarios, { timeout: 10_000 }).toContain('refused');
    await tab.reload();
    await choose(audit, '#scenario', 'signed-in');
    await expect.poll(async () => (await answerOf(audit, tab)).head.scenario).toBe('signed-in');
    await tab.reload();
    await expect.poll(scenarios, { timeout: 10_000 }).toContain('signed-in');

    const report = await auditOf(audit, tab);
    expect(report.pages.map(({ coverage }) => coverage)).toEqual(['all', 'all', 'all']);
    const found = report.findings.filter(({ id }) => id.startsWith('observed-'));
    expect(found.map(({ id, subject }) => `${id} ${subject}`).sort()).toEqual([
      'observed-after-refusal counter',
      'observed-after-refusal visitor',
      'observed-before-consent counter',
      'observed-before-consent visitor',
    ]);
    const sent = report.rows.find(({ id }) => id === 'counter')?.sent;
    expect(sent).toBe(scene.server.requestsTo('px.counter.example').length);
    await audit.close();
    await tab.close();
  });

  test('what the tester says is kept, a pause leaves pages out, and a finished audit stays as it is', async () => {
    const tab = await scene.driver.open('https://cloudops.example/analytics');
    const audit = await openAudit(tab);
    await audit.waitForText('Google Analytics', 10_000);
    await audit.click('[data-finding="measure-contradicted"]');
    await choose(audit, '[id^="judge-measure-contradicted"]', 'explained');
    const judged = async () =>
      (await auditOf(audit, tab)).findings.find(({ id }) => id === 'measure-contradicted')?.judgement?.state;
    await expect.poll(judged).toBe('explained');
    await scene.driver.stopBackground();
    await expect.poll(judged, { timeout: 10_000 }).toBe('explained');

    const pages = async () => (await auditOf(audit, tab)).pages.map(({ url }) => new URL(url).pathname);
    await audit.click('header .actions button');
    await audit.waitFor('[data-audit-state="paused"]');
    await tab.goto('https://cloudops.example/contact');
    expect(await pages()).toEqual(['/analytics']);
    await audit.click('header .actions button');
    await audit.waitFor('[data-audit-state="running"]');
    await tab.goto('https://cloudops.example/offer');
    await expect.poll(pages).toEqual(['/analytics', '/offer']);
    await audit.click('header .actions button:last-child');
    await audit.waitFor('[data-audit-state="finished"]');
    await tab.goto('https://cloudops.example/board');
    expect(await pages()).toEqual(['/analytics', '/offer']);
    if (isAskedAll(name)) expect(await axeViolations(audit)).toEqual([]);
    await audit.close();
    await tab.close();
  });

  test('a draft takes the place of the published file, and its faults are told where they are', async () => {
    const tab = await scene.driver.open('https://cloudops.example/undeclared');
    const audit = await openAudit(tab);
    const use = async (draft: string) => {
      await audit.evaluate((text) => {
        for (const fold of document.querySelectorAll('details')) fold.open = true;
        const field = document.querySelector<HTMLTextAreaElement>('main textarea[spellcheck="false"]');
        if (field === null) throw new Error('There is no field for a draft.');
        field.value = text;
        field.dispatchEvent(new Event('input', { bubbles: true }));
      }, draft);
      await audit.click('[data-action="draft"] button');
    };
    await use('{ "privacyPolicy": "1.0", ');
    await audit.waitForText('This is not JSON.');
    await use('{ "privacyPolicy": "1.0" }');
    await audit.waitForText('/updated');
    await audit.close();
    await tab.close();
  });

  test('the site’s cookies and storage are cleared when asked twice, and nothing of another site', async () => {
    const other = await scene.driver.open('https://onetrust.example/');
    await press(other, 'accept');
    const tab = await scene.driver.open('https://tcf.example/');
    const audit = await openAudit(tab);
    await press(tab, 'accept');
    await tab.evaluate(() => localStorage.setItem('basket', '1'));
    const left = () => tab.evaluate(() => [document.cookie.includes('euconsent-v2'), localStorage.getItem('basket')]);
    await expect.poll(left).toEqual([true, '1']);
    await audit.click('[data-help] button:last-of-type');
    await audit.click('[data-help] .actions button');
    await expect.poll(left, { timeout: 10_000 }).toEqual([false, null]);
    expect(await other.evaluate(() => document.cookie)).toContain('OptanonAlertBoxClosed');
    await Promise.all([audit.close(), tab.close(), other.close()]);
  });

  test('a recording becomes an audit of its own, and one that cannot be read says so', async () => {
    const tab = await scene.driver.open('https://cloudops.example/analytics');
    const audit = await openAudit(tab);
    const open = (text: string) => chooseFile(audit, 'input[accept^=".har"]', 'walk.har', text);
    await open('{ "log": ');
    await audit.waitFor('[data-import="refused"]');
    await open(JSON.stringify(harOf(visit)));
    await audit.waitForText('Audit of cloudops.example', 10_000);
    await audit.waitFor('[data-audit-state="finished"]');
    if (isAskedAll(name)) expect(await axeViolations(audit)).toEqual([]);
    await audit.close();
    await tab.close();
  });

  test('recipients and findings stand in groups when asked to, and the page fits a phone', async () => {
    const tab = await scene.driver.open('https://cloudops.example/analytics');
    const audit = await openAudit(tab);
    await audit.waitForText('Google Analytics', 10_000);
    await choose(audit, 'section:has(> #rows) select:last-of-type', 'activity');
    await audit.waitFor('[data-group="active"] + [data-row]');
    await choose(audit, 'section:has(> #findings) select:last-of-type', 'subject');
    await audit.waitFor('section:has(> #findings) h3');
    await audit.setViewport({ width: 360, height: 800 });
    expect(await audit.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await audit.close();
    await tab.close();
  });

  if (isAskedAll(name)) testAuditReports(name, scene);
});
