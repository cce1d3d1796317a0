import { type EarlierRun, neverSeenIn } from '../comparison/never-seen';
import type { SiteReport } from '../comparison/site-report';
import type { Observation } from '../observation/observation';
import type { AuditSession } from './audit-session';

/**
 * Whether a walk is over and nothing of it was missed: only then does "not seen" say something of the site. A file that
 * someone else's browser recorded does not tell what it missed.
 */
export function isCompleteRun({ state, source, visits, cutVisits }: AuditSession): boolean {
  if (state !== 'finished' || source !== 'browser' || visits.length === 0 || cutVisits > 0) return false;
  return visits.every(({ observation }) => isWhole(observation));
}

function isWhole({ coverage, cookiesRead, cut }: Observation): boolean {
  return coverage.kind === 'all' && cookiesRead && cut.contacts + cut.cookies === 0;
}

/** Whether everything waited for could run: consent was given on the way, or no tool asked for it. */
export function couldAllRun({ visits }: AuditSession): boolean {
  const consents = visits.map(({ observation }) => observation.consent);
  return (
    consents.some(({ state }) => state === 'accepted') ||
    consents.every(({ state, managers }) => state === 'unknown' && managers.length === 0)
  );
}

/** What a later walk needs to know of this one; `null` where it was not complete. */
export function asEarlierRun(session: AuditSession, total: SiteReport | null): EarlierRun | null {
  const { startedAt, endedAt, visits } = session;
  if (total === null || endedAt === null || !isCompleteRun(session)) return null;
  const neverSeen = neverSeenIn(total.processors, couldAllRun(session)).map(({ id }) => id);
  return { startedAt, endedAt, pages: visits.length, neverSeen };
}
