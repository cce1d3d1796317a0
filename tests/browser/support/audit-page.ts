import { setTimeout as wait } from 'node:timers/promises';
import type { AuditReport } from '../../../lib/audit/audit-report';
import type { AuditAnswer, AuditStep } from '../../../lib/audit/audit-step';
import type { Driver, Evaluate, ExtensionPage, Tab } from './driver';

declare const chrome: { readonly runtime: { sendMessage(message: unknown): Promise<unknown> } };

type Shown = Extract<AuditAnswer, { kind: 'audit' }> & { readonly report: AuditReport };

/** The audit of the site in a tab, taken step by step as its page takes them. */
export interface Audit {
  step(step: AuditStep): Promise<Shown>;
  /** Looks until `is` holds, and answers that report; else fails with what `tell` makes of the last one. */
  until(is: (report: AuditReport) => boolean, tell: (report: AuditReport) => unknown): Promise<AuditReport>;
  /** Looks until two reports half a second apart are the same. */
  settled(): Promise<AuditReport>;
}

export interface AuditPage extends Audit {
  readonly page: ExtensionPage;
}

const patienceMs = 15_000;

/** With its page open, which looks by itself too. */
export async function openAuditPage(driver: Driver, tab: Pick<Tab, 'id'>): Promise<AuditPage> {
  const page = await driver.extensionPage(`audit.html?tabId=${tab.id}`, { width: 1280, height: 900 });
  await page.waitFor('main[data-ready="true"]', 10_000);
  return { page, ...auditOf(page.evaluate, tab) };
}

/** Without its page: what the background answers to whoever asks for the extension. */
export function auditOf(evaluate: Evaluate, tab: Pick<Tab, 'id'>): Audit {
  const step = async (it: AuditStep): Promise<Shown> => {
    const request = { tabId: tab.id, id: null, seen: 0, step: it };
    // As text: WebDriver BiDi shows an object that stands in two places only once.
    const answer = await evaluate(
      async (message) => JSON.stringify(await chrome.runtime.sendMessage({ name: 'audit', request: message })),
      request,
    );
    const { report, ...shown } = JSON.parse(answer) as Extract<AuditAnswer, { kind: 'audit' }>;
    if (report === null) throw new Error(`No audit: ${answer.slice(0, 200)}`);
    return { ...shown, report };
  };
  const look = async () => (await step({ kind: 'look' })).report;
  return {
    step,
    until: async (is, tell) => {
      const end = Date.now() + patienceMs;
      for (;;) {
        const report = await look();
        if (is(report)) return report;
        if (Date.now() > end) throw new Error(`The audit did not come to it: ${JSON.stringify(tell(report))}`);
        await wait(150);
      }
    },
    settled: async () => {
      let last = '';
      for (;;) {
        const report = await look();
        const now = JSON.stringify({ ...report, madeAt: 0, total: null, scenarios: [] });
        if (now === last) return report;
        last = now;
        await wait(500);
      }
    },
  };
}

/** Puts a file into a field of the page, as if it had been chosen. */
export const chooseFile = (page: Pick<ExtensionPage, 'evaluate'>, selector: string, name: string, text: string) =>
  page.evaluate(
    ([field, fileName, content]) => {
      const input = document.querySelector<HTMLInputElement>(field);
      if (input === null) throw new Error(`There is no ${field}.`);
      const files = new DataTransfer();
      files.items.add(new File([content], fileName, { type: 'application/json' }));
      input.files = files.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    },
    [selector, name, text] as const,
  );
