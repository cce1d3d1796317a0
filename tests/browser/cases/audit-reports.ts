import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { applyPatch } from '../../../lib/audit/apply-patch';
import type { AuditReport } from '../../../lib/audit/audit-report';
import { auditAsJson } from '../../../lib/report/audit-json';
import { pages } from '../../site/cloudops/pages';
import { chooseFile, openAuditPage } from '../support/audit-page';
import type { BrowserName } from '../support/driver';
import type { Scene } from '../support/scene';

/** What a walk gives: what is proposed of it, and the file. */
export function testAuditReports(name: BrowserName, scene: Scene): void {
  test('what was seen on all pages and not declared is proposed, and declaring it leaves nothing undeclared', async () => {
    const site = 'https://cloudops.example';
    const tab = await scene.driver.open(`${site}/`);
    const audit = await openAuditPage(scene.driver, tab);
    const undeclared = ({ findings }: AuditReport) =>
      findings.map(({ id }) => id).filter((id) => /^undeclared-|^unidentified|^no-cookies/.test(id));
    const walk = async () => {
      await audit.step({ kind: 'begin' });
      for (const path of Object.keys(pages)) {
        await tab.goto(site + path);
        await audit.step({ kind: 'look' });
      }
      return audit.settled();
    };
    await audit.step({ kind: 'draft', draft: null });
    const before = await walk();
    expect(before.pages.length).toBeGreaterThanOrEqual(Object.keys(pages).length);
    expect(undeclared(before)).toContain('undeclared-processor');
    const { patch } = await audit.step({ kind: 'look' });
    if (patch?.kind !== 'patch') throw new Error('There is no patch.');
    const file: unknown = JSON.parse(readFileSync('tests/fixtures/cloudops.json', 'utf8'));
    const patched = applyPatch(file, patch.operations);
    if (!patched.ok) throw new Error(patched.path);
    await audit.step({ kind: 'draft', draft: { text: JSON.stringify(patched.document) } });
    expect(undeclared(await walk())).toEqual([]);
    await audit.page.waitFor('[data-patch="nothing"]', 10_000);
    await audit.page.close();
    await tab.close();
  });

  test('an earlier revision of the policy file and an earlier audit are set beside this one', async () => {
    const tab = await scene.driver.open('https://cloudops.example/analytics');
    const { page, ...audit } = await openAuditPage(scene.driver, tab);
    await audit.step({ kind: 'begin' });
    await tab.reload();
    const report = await audit.until(
      ({ rows, total }) => rows.length > 0 && total?.policy.kind === 'read',
      ({ rows }) => rows,
    );
    const choose = (text: string) => chooseFile(page, 'section:has(> #compare) input', 'earlier.json', text);
    await choose('{ "privacyPolicy": "1.0" }');
    await page.waitForText('neither the data file of an audit nor a policy file');
    const file = readFileSync('tests/fixtures/cloudops.json', 'utf8');
    await choose(file.replace('"name": "Miro"', '"name": "RealtimeBoard"'));
    await page.waitFor('[data-diff="policy"]');
    await page.waitForText('processors › miro › name: RealtimeBoard → Miro');
    await choose(await textOf(report, name));
    await page.waitFor('[data-diff="audit"]');
    expect(await page.text()).not.toContain('The policy file has changed since.');
    await page.close();
    await tab.close();
  });

  test('two runs of the same walk give the same file, but for times', async () => {
    const tab = await scene.driver.open('https://onetrust.example/');
    const audit = await openAuditPage(scene.driver, tab);
    const run = async () => {
      await audit.settled();
      await audit.step({ kind: 'begin' });
      await audit.step({ kind: 'clean' }); // loads the page anew
      await audit.until(
        ({ pages: [first], policyPage }) => first?.sent === 4 && policyPage !== null,
        ({ pages: all }) => all,
      );
      await tab.reload();
      await audit.until(
        ({ pages: [, second] }) => (second?.sent ?? 0) >= 3,
        ({ pages: all }) => all,
      );
      await audit.settled();
      const { report } = await audit.step({ kind: 'finish' });
      const text = await textOf(report, name);
      return text.replace(/"\d{4}-\d\d-\d\dT[\d:.]+Z"/g, '"then"').split(',');
    };
    const first = await run();
    expect(first.join(',')).toContain('observed-before-consent');
    expect(await run()).toEqual(first);
    await audit.page.close();
    await tab.close();
  });
}

function textOf(report: AuditReport, browser: BrowserName): Promise<string> {
  const settings = { asksForNames: false, sendsGpc: false };
  const header = { candorVersion: '1', browser, system: 'Linux', settings, policy: 'published' } as const;
  return auditAsJson(report, header, () => Promise.resolve('0'.repeat(64)));
}
