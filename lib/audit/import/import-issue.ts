import { jsonPointer } from '../../policy/json-pointer';

export const importIssueCodes = [
  'too-large',
  'not-json',
  'not-recognised',
  'not-a-har',
  'not-an-inspection',
  'no-page',
  'too-many-entries',
  'bad-entry',
  'bad-page',
  'bad-date',
  'bad-url',
  'page-without-document',
  'other-site',
  'outcome-unknown',
  'cookies-left-out',
  'more',
] as const;
export type ImportIssueCode = (typeof importIssueCodes)[number];

/** What was wrong with a file that was read in, or what it does not hold. */
export interface ImportIssue {
  readonly severity: 'error' | 'warning';
  /** JSON pointer into the file, `''` for the whole. */
  readonly path: string;
  readonly code: ImportIssueCode;
  /** English, for logs and testers; people are shown words made from `code`. Never a value of the file. */
  readonly message: string;
}

const mostListed = 100;

/** The first issues of a file, and how many more there were. */
export class ImportIssues {
  readonly #listed: ImportIssue[] = [];
  #more = 0;

  add(
    severity: ImportIssue['severity'],
    code: ImportIssueCode,
    path: readonly (string | number)[],
    message: string,
  ): void {
    if (this.#listed.length < mostListed) this.#listed.push({ severity, path: jsonPointer(path), code, message });
    else this.#more += 1;
  }

  all(): readonly ImportIssue[] {
    if (this.#more === 0) return this.#listed;
    return [...this.#listed, { severity: 'warning', path: '', code: 'more', message: `${this.#more} more.` }];
  }
}
