import type { SiteReport, TabReport } from '../../../lib/comparison/site-report';
import type { Blocking, OptOutChange, OptOutProof, OptOutReport } from '../../../lib/opt-out/opt-out';
import type { Driver, Tab } from '../support/driver';
import { readReport } from '../support/site-report';

declare const chrome: { readonly runtime: { sendMessage(message: unknown): Promise<unknown> } };

type Asker = Pick<Driver, 'inExtension'>;
type Asked = Pick<Tab, 'id'>;

/** Asks for a change as the popup does; answers the opt-out as it then stands on the tab's page. */
export async function changeOptOut(driver: Asker, tab: Asked, change: OptOutChange): Promise<OptOutReport> {
  const message = { name: 'opt-out', request: { tabId: tab.id, change } };
  // As text: WebDriver BiDi shows an object that stands in two places only once.
  const answer = await driver.inExtension(async (it) => JSON.stringify(await chrome.runtime.sendMessage(it)), message);
  const report = JSON.parse(answer) as TabReport;
  if (report.kind !== 'report') throw new Error(`The tab has no report: ${report.reason}`);
  return optOutIn(report.report);
}

export const switchSite = (driver: Asker, tab: Asked, isOn: boolean) =>
  changeOptOut(driver, tab, { kind: 'site', isOn });

export const switchEverywhere = (driver: Asker, tab: Asked, isOn: boolean) =>
  changeOptOut(driver, tab, { kind: 'everywhere', isOn });

export const setBlocking = (driver: Asker, tab: Asked, level: Blocking) =>
  changeOptOut(driver, tab, { kind: 'blocking', level });

export async function optOutOf(driver: Asker, tab: Asked): Promise<OptOutReport> {
  return optOutIn(await readReport({ evaluate: driver.inExtension }, tab));
}

export const proofOf = async (driver: Asker, tab: Asked): Promise<OptOutProof> => (await optOutOf(driver, tab)).proof;

/**
 * What the report says of the opt-out, in one line: the state, with what left and why. A finding that says otherwise
 * than the state is said too.
 */
export async function saidOf(driver: Asker, tab: Asked): Promise<string> {
  const report = await readReport({ evaluate: driver.inExtension }, tab);
  const { proof, faults } = optOutIn(report);
  const isFound = report.findings.some(({ id }) => id === 'opt-out-not-effective');
  const contradiction = isFound === (proof.kind === 'not-effective') ? '' : '; the findings say otherwise';
  const gaps = report.coverage.kind === 'all' ? [] : report.coverage.gaps.map(({ reason }) => reason);
  const why = proof.kind === 'cannot-tell' ? `: ${gaps.join(', ')}` : '';
  return inOneLine(proof) + why + contradiction + (faults.length === 0 ? '' : `; faults: ${faults.join(', ')}`);
}

function inOneLine(proof: OptOutProof): string {
  if (proof.kind === 'off') return `off, ${proof.hits} hits`;
  if (proof.kind === 'proven') return `proven, tag ${proof.tag}`;
  if (proof.kind !== 'not-effective') return proof.kind;
  const leaks = proof.leaks.map(({ reason, hits, host, frame }) =>
    [`${reason} ${hits} to ${host}`, ...(frame === null ? [] : [`in a frame of ${frame}`])].join(' '),
  );
  return `not effective, ${proof.hits} hits: ${leaks.join('; ')}`;
}

function optOutIn({ optOut }: SiteReport): OptOutReport {
  if (optOut === null) throw new Error('The report says nothing of the opt-out.');
  return optOut;
}
