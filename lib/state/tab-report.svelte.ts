import type { TabReport } from '../comparison/site-report';
import type { OptOutChange } from '../opt-out/opt-out';
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

  /** Asks the page to show its consent dialog again; rejects where it did not take the call. */
  async reopenConsent(): Promise<void> {
    if (!(await this.#port.reopenConsent())) throw new Error('The page did not open its consent dialog.');
  }

  /** Changes what is done about Google Analytics, and shows what came of it. */
  async optOut(change: OptOutChange): Promise<void> {
    this.current = await this.#port.optOut(change);
  }
}
