import type { Contact } from '../../../lib/observation/observation';
import type { SiteReport, TabReport } from '../../../lib/comparison/site-report';
import type { SiteServer } from '../../site/server';
import type { Browser as WebExtension } from 'webextension-polyfill';
import type { Action } from '../../unit/observation/model/any-action';
import type { PlainChromium } from '../support/plain-chromium';
import { eventually } from '../support/surface';
import { contactsOf } from '../support/wire';
import { type Life, doReal, nameOf, pause } from './replay-actions';

declare const chrome: WebExtension;

export interface ReplayFigures {
  readonly runs: number;
  actions: number;
  skipped: number;
  stops: number;
  /** Pages looked at, and those of them that said that something may be missing. */
  pages: number;
  inPart: number;
  readonly wrong: string[];
}

export const noReplays = (runs: number): ReplayFigures => ({
  runs,
  actions: 0,
  skipped: 0,
  stops: 0,
  pages: 0,
  inPart: 0,
  wrong: [],
});

const lookEvery = 20;
const patienceMs = 8000;

/** Lives through the actions in a real browser, and looks now and then at what each tab's report says. */
export async function replay(
  browser: PlainChromium,
  server: SiteServer,
  actions: readonly Action[],
  figures: ReplayFigures,
): Promise<void> {
  const life: Life = { browser, tabs: [], workerSent: new Map(), next: figures.actions, skipped: 0 };
  for (const [number, action] of actions.entries()) {
    await doReal(life, action);
    if (action.do === 'kill' || action.do === 'idle-stop') figures.stops += 1;
    if ((number + 1) % lookEvery === 0) await look(life, server, figures, `${number.toString()} ${action.do}`);
  }
  await look(life, server, figures, 'the end');
  figures.actions += actions.length;
  figures.skipped += life.skipped;
  for (const tab of life.tabs) await tab.close().catch(() => undefined);
  server.clearLog();
}

async function look(life: Life, server: SiteServer, figures: ReplayFigures, when: string): Promise<void> {
  await pause(500);
  for (const tab of life.tabs) {
    let lines: readonly string[] = [];
    let report: SiteReport | null = null;
    const isRight = async () => {
      const name = await nameOf(tab);
      report = name === null ? null : await reportOf(life, tab.id);
      lines = name === null || report === null ? [] : wrongIn(report, name, server, life);
      return lines.length === 0;
    };
    await eventually(isRight, patienceMs);
    figures.wrong.push(...lines.map((line) => `after ${when}: ${line}`));
    if (report === null) continue;
    figures.pages += 1;
    if ((report as SiteReport).coverage.kind !== 'all') figures.inPart += 1;
  }
}

/** What the report of the page `name` has of others, and what it lacks without saying so. */
function wrongIn(report: SiteReport, name: string, server: SiteServer, life: Life): readonly string[] {
  const own = `.${name}.wire.example`;
  const isDoubtful =
    report.coverage.kind !== 'all' && report.coverage.gaps.some(({ reason }) => reason === 'ambiguous-owner');
  const shared = new Set(report.workerContacts.map(({ host }) => host));
  const contacts = contactsOf(report).filter(({ host }) => host.endsWith('.wire.example') && !shared.has(host));
  const foreign = contacts.filter(({ host }) => !host.endsWith(own) && !isDoubtful && !isItsWorkers(life, name, host));
  const seen = new Set(contacts.map(({ host }) => host));
  const arrived = new Set(server.log.map(({ host }) => host).filter((host) => host.endsWith(own)));
  const missing = report.coverage.kind === 'all' ? [...arrived].filter((host) => !seen.has(host)) : [];
  return [
    ...foreign.map((one) => `${name} has ${one.host}${describe(one)}`),
    ...missing.map((host) => `${name} lacks ${host}, unsaid`),
  ];
}

const describe = ({ startedBy, sent }: Contact) => ` (by ${startedBy}, ${sent.toString()} sent)`;

function isItsWorkers({ workerSent }: Life, name: string, host: string): boolean {
  return (workerSent.get(host) ?? []).some((open) => open.length === 1 && open[0] === name);
}

async function reportOf({ browser }: Life, tabId: number): Promise<SiteReport | null> {
  const answer = await browser.inExtension(
    async (id) =>
      JSON.stringify(
        await chrome.runtime.sendMessage({ name: 'tab-report', request: { tabId: id, lookAgain: false } }),
      ),
    tabId,
  );
  const report = JSON.parse(answer) as TabReport;
  return report.kind === 'report' ? report.report : null;
}
