/**
 * What badge and summary say. What only a third party's frame brought in is counted in `broughtIn` alone, unless it is
 * declared; this device and the local network are not counted. Rows that share their evidence ("one of") count once.
 */
export interface ReportCounts {
  /** Processors that a policy which applies here names. */
  readonly declared: number;
  /** At work on this page: declared, not declared, or with no declaration to go by; unidentified recipients included. */
  readonly active: number;
  /** Declared and active. */
  readonly activeDeclared: number;
  /** At work and not named in a declaration that was read (known services and unidentified recipients). */
  readonly activeNotDeclared: number;
  readonly stopped: number;
  readonly notObservable: number;
  /** Unidentified recipients at work, each by registrable domain; part of `active`. */
  readonly unidentified: number;
  /** At work, not declared, and brought in by a third party's frame only; no part of `active`. */
  readonly broughtIn: number;
}
