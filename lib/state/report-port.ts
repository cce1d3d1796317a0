import type { TabReport } from '../comparison/site-report';
import type { OptOutChange } from '../opt-out/opt-out';

/** Where the report of one tab comes from. */
export interface ReportPort {
  /** Calls back with each new report, the last known one first; answers how to stop. */
  watch(onreport: (report: TabReport) => void): () => void;
  /** The report now; `lookAgain` fetches the policy past the cache. */
  ask(lookAgain: boolean): Promise<TabReport>;
  /** The report after looking into the page's web storage. */
  lookIntoStores(): Promise<TabReport>;
  /** The report after changing what is done about Google Analytics. */
  optOut(change: OptOutChange): Promise<TabReport>;
  /** Whether the page's consent tool took the call to show its dialog again. */
  reopenConsent(): Promise<boolean>;
}
