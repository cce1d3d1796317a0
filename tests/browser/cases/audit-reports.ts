import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { applyPatch } from '../../../lib/audit/apply-patch';
import type { AuditReport } from '../../../lib/audit/audit-report';
import { auditAsJson } from '../../../lib/report/audit-json';
import { pages } from '../../site/cloudops/pages';
import { openAuditPage } from '../support/audit-page';
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
      const settings = { asksForNames: false, sendsGpc: false };
      const header = { candorVersion: '1', browser: name, system: 'Linux', settings, policy: 'published' } as const;
      const text = await auditAsJson(report, header, () => Promise.resolve('0'.repeat(64)));
      return text.replace(/"\d{4}-\d\d-\d\dT[\d:.]+Z"/g, '"then"').split(',');
    };
    const first = await run();
    expect(first.join(',')).toContain('observed-before-consent');
    expect(await run()).toEqual(first);
    await audit.page.close();
    await tab.close();
  });
}
