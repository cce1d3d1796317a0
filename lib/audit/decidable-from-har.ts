import type { FindingId } from '../comparison/site-report';

/**
 * Findings that rest on what no HAR file holds: cookies that scripts set, names in web storage, forms that were not
 * sent, the state of consent, the site's opt-out, and whether anything was missed. All others come out alike.
 */
export const undecidableFromHar: ReadonlySet<FindingId> = new Set([
  'undeclared-cookie',
  'no-cookies-contradicted',
  'undeclared-storage',
  'form-sends-elsewhere',
  'not-encrypted',
  'observed-before-consent',
  'observed-after-refusal',
  'opt-out-not-effective',
  'declared-never-seen',
  'observation-incomplete',
] as const);
