import type { BrowserName } from './driver';

/**
 * Whether this browser is asked everything. What is decided by code that knows nothing of browsers is asked of one in
 * `npm test`, and of both in `npm run soak`.
 */
export const isAskedAll = (name: BrowserName): boolean => name === 'chromium' || process.env['CANDOR_ALL'] === '1';

/** The rows that this browser is asked: all of them, or every third. */
export const askedOf = <T>(name: BrowserName, rows: readonly T[]): readonly T[] =>
  isAskedAll(name) ? rows : rows.filter((_, place) => place % 3 === 0);
