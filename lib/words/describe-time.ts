import type { Translate } from './translate';

/** An ISO date (`2026-11-22`) as people write it; anything else stands as it is. */
export function describeDate(t: Translate, isoDate: string): string {
  const at = Date.parse(`${isoDate}T00:00:00Z`);
  if (Number.isNaN(at)) return isoDate;
  return new Intl.DateTimeFormat(t.locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(at);
}

/** Epoch milliseconds as day and time in the reader's time zone. */
export function describeMoment(t: Translate, at: number): string {
  return new Intl.DateTimeFormat(t.locale, { dateStyle: 'medium', timeStyle: 'medium' }).format(at);
}

/** Epoch milliseconds as time of day, to the second. */
export function describeClock(t: Translate, at: number): string {
  return new Intl.DateTimeFormat(t.locale, { timeStyle: 'medium' }).format(at);
}
