import type { Settings } from '../settings/settings';

/** What an export says of the Candor, browser and machine that made it; short texts that the caller fills in. */
export interface AuditHeader {
  /** `1.2.0`. */
  readonly candorVersion: string;
  /** `Firefox 153`. */
  readonly browser: string;
  /** `Linux`. */
  readonly system: string;
  readonly settings: Settings;
  /** The file that the site publishes, or one that the tester put in its place. */
  readonly policy: 'published' | 'under-test';
}
