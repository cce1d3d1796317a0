import type { SiteReport, TabReport } from '../../../lib/comparison/site-report';
import type { ExtensionPage, Tab } from './driver';

declare const chrome: { readonly runtime: { sendMessage(message: unknown): Promise<unknown> } };

/** The report that the background makes of a tab, asked as the popup asks. */
export async function readReport(page: Pick<ExtensionPage, 'evaluate'>, tab: Pick<Tab, 'id'>): Promise<SiteReport> {
  // As text: WebDriver BiDi shows an object that stands in two places only once.
  const answer = await page.evaluate(
    async (tabId) =>
      JSON.stringify(await chrome.runtime.sendMessage({ name: 'tab-report', request: { tabId, lookAgain: false } })),
    tab.id,
  );
  const report = JSON.parse(answer) as TabReport;
  if (report.kind !== 'report') throw new Error(`The tab has no report: ${report.reason}`);
  return report.report;
}
