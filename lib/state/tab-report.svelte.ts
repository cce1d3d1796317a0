import type { TabReport } from '../comparison/site-report';
import type { ReportPort } from './report-port';

/** The report of one tab as Svelte sees it. Reports are replaced, never changed. */
export class TabReportState {
  /** `null` while nothing is known yet. */
  current = $state.raw<TabReport | null>(null);
  readonly #port: ReportPort;

  constructor(port: ReportPort) {
    this.#port = port;
    port.watch((report) => (this.current = report));
  }

  /** Fetches the policy anew, past the cache, and shows what comes back. */
  async lookAgain(): Promise<void> {
    this.current = await this.#port.ask(true);
  }

  /** Looks into the page's web storage, and shows what is found. */
  async lookIntoStores(): Promise<void> {
    this.current = await this.#port.lookIntoStores();
  }
}
