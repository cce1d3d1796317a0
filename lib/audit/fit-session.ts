import type { AuditSession, Visit } from './audit-session';

/**
 * The session as it may be kept: of one that is longer than `most` characters, the oldest pages lose their sample URLs,
 * then are left out; how many is counted in `cutVisits`.
 */
export function fitSession(session: AuditSession, most: number): AuditSession {
  const lengths = session.visits.map((visit) => JSON.stringify(visit).length);
  let length = lengths.reduce((sum, one) => sum + one, 0);
  if (length <= most) return session;
  const visits = session.visits.map((visit): Visit | null => visit);
  for (const [at, visit] of session.visits.entries()) {
    if (length <= most) break;
    const bare = withoutSamples(visit);
    length -= (lengths[at] ?? 0) - (lengths[at] = JSON.stringify(bare).length);
    visits[at] = bare;
  }
  for (const at of session.visits.keys()) {
    if (length <= most || at === session.visits.length - 1) break;
    length -= lengths[at] ?? 0;
    visits[at] = null;
  }
  const left = visits.filter((visit) => visit !== null);
  const gone = session.visits.filter((_, at) => visits[at] === null).map(({ documentId }) => documentId);
  return {
    ...session,
    visits: left,
    cutVisits: session.cutVisits + gone.length,
    // Otherwise the page that is still open would come back as a new one.
    ignored: [...session.ignored, ...gone],
  };
}

function withoutSamples(visit: Visit): Visit {
  const { observation } = visit;
  const contacts = observation.contacts.map((contact) => ({ ...contact, samples: [] }));
  return { ...visit, observation: { ...observation, contacts } };
}
