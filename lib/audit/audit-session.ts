import type { EarlierRun } from '../comparison/never-seen';
import type { Observation } from '../observation/observation';
import { newerLook } from './newer-look';

/**
 * What the visitor had chosen, or who they were, while something was seen. All but the last two are told by the page's
 * consent state; `signed-in`, `opted-out` (the site's own opt-out was used) and
 * names of one's own are set by hand. `unknown`: no consent tool told anything.
 */
export const knownScenarios = ['before-choice', 'refused', 'accepted', 'unknown', 'signed-in', 'opted-out'] as const;
export type KnownScenario = (typeof knownScenarios)[number];

/** A known one, or a name that the tester gave: `own:` and up to 60 characters. */
export type ScenarioId = KnownScenario | `own:${string}`;

/** One document as it was last seen, and what was set by hand while it began. */
export interface Visit {
  readonly documentId: string;
  readonly observation: Observation;
  /** Set by hand; `null`: told by the consent state of each thing that was seen. */
  readonly scenario: ScenarioId | null;
}

export const judgementStates = ['open', 'explained', 'to-fix', 'fixed'] as const;

/** What the tester says of a finding; it never changes what the machine says. */
export interface Judgement {
  readonly state: (typeof judgementStates)[number];
  readonly note: string;
}

/** Where the observations come from, and with it what cannot be known: an imported file knows less. */
export const auditSources = ['browser', 'har', 'website-evidence-collector'] as const;
export type AuditSource = (typeof auditSources)[number];

/** A walk through the pages of one site; plain JSON. */
export interface AuditSession {
  readonly format: typeof sessionFormat;
  /** Registrable domain, or host where there is none. */
  readonly site: string;
  readonly source: AuditSource;
  /** Of private windows, and gone with the last of them. */
  readonly isPrivate: boolean;
  readonly state: 'running' | 'paused' | 'finished';
  /** Epoch milliseconds. */
  readonly startedAt: number;
  readonly endedAt: number | null;
  /** Set by hand for the pages that begin from now on; `null` for what the consent state tells. */
  readonly scenario: ScenarioId | null;
  /** In the order of their beginning. */
  readonly visits: readonly Visit[];
  /** How many visits were left out since there were too many. */
  readonly cutVisits: number;
  /** Documents that were there while the session was paused, or before it began: they are not taken in. */
  readonly ignored: readonly string[];
  readonly judgements: Readonly<Record<string, Judgement>>;
  /** The complete walk before this one; `null` where there was none. */
  readonly earlierRun: EarlierRun | null;
}

export const sessionFormat = 2;

/** More pages than a tester walks; an import may have them. */
export const maxVisits = 400;

export function beginSession(site: string, source: AuditSource, at: number, isPrivate = false): AuditSession {
  return {
    format: sessionFormat,
    ...{ site, source, isPrivate, state: 'running', startedAt: at, endedAt: null },
    ...{ scenario: null, visits: [], cutVisits: 0, ignored: [], judgements: {}, earlierRun: null },
  };
}

/**
 * Takes in what is known now of the site's documents: a new one becomes a visit, a known one is replaced by what is
 * known since. While paused, new documents are left out for good; once finished nothing changes.
 */
export function takeIn(session: AuditSession, seen: readonly Observation[]): AuditSession {
  if (session.state === 'finished') return session;
  const visits = new Map(session.visits.map((visit) => [visit.documentId, visit]));
  const ignored = new Set(session.ignored);
  let cutVisits = session.cutVisits;
  for (const observation of seen) {
    const { documentId } = observation;
    if (documentId === null || ignored.has(documentId)) continue;
    const known = visits.get(documentId);
    if (known !== undefined)
      visits.set(documentId, { ...known, observation: newerLook(known.observation, observation) });
    else if (session.state === 'paused') ignored.add(documentId);
    else if (visits.size >= maxVisits) {
      ignored.add(documentId);
      cutVisits += 1;
    } else visits.set(documentId, { documentId, observation, scenario: session.scenario });
  }
  const inOrder = [...visits.values()].sort((one, other) => one.observation.startedAt - other.observation.startedAt);
  return { ...session, visits: inOrder, ignored: [...ignored], cutVisits };
}

export function pause(session: AuditSession): AuditSession {
  return session.state === 'running' ? { ...session, state: 'paused' } : session;
}

export function resume(session: AuditSession): AuditSession {
  return session.state === 'paused' ? { ...session, state: 'running' } : session;
}

export function finish(session: AuditSession, at: number): AuditSession {
  return session.state === 'finished' ? session : { ...session, state: 'finished', endedAt: at };
}

/** For the pages that begin from now on. */
export function setScenario(session: AuditSession, scenario: ScenarioId | null): AuditSession {
  return session.state === 'finished' ? session : { ...session, scenario };
}

/** Keeps what the tester says of a finding, by its key; `open` without a note is as if nothing were said. */
export function judge(session: AuditSession, key: string, { state, note }: Judgement): AuditSession {
  const { [key]: _old, ...others } = session.judgements;
  const isNothing = state === 'open' && note === '';
  return { ...session, judgements: isNothing ? others : { ...others, [key]: { state, note: note.slice(0, 2000) } } };
}
