import type { TabReport } from '../comparison/site-report';

/** Where the report of one tab comes from. */
export interface ReportPort {
  /** Calls back with each new report, the last known one first; answers how to stop. */
  watch(onreport: (report: TabReport) => void): () => void;
  /** The report now; `lookAgain` fetches the policy past the cache. */
  ask(lookAgain: boolean): Promise<TabReport>;
  /** The report after looking into the page's web storage. */
  lookIntoStores(): Promise<TabReport>;
}
