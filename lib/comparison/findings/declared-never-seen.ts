import { neverSeenIn } from '../never-seen';
import type { Finding } from '../site-report';
import type { FindingContext } from './finding-context';

/**
 * The policy declares a processor of which two complete walks through the site showed nothing. Always a note.
 *
 * It does not mean that it is not in use: it may work on pages, after clicks or at times that were not tried. Not raised
 * for what no browser can see or recognise, for what is said to load when somebody asks for it or to be linked only, for
 * what waits for consent where none was given, nor where a part of a walk was missed.
 */
export function declaredNeverSeen({ inForce, runs, processors }: FindingContext): readonly Finding[] {
  if (inForce === null || runs === null) return [];
  const { earlier, couldAllRun } = runs;
  const before = new Set(earlier.neverSeen);
  return neverSeenIn(processors, couldAllRun)
    .filter(({ id }) => before.has(id))
    .map(({ id, pointer, name }) => ({
      id: 'declared-never-seen',
      key: `declared-never-seen:${id}`,
      severity: 'note',
      subject: id,
      pointer,
      quote: name,
      evidence: [{ kind: 'run', startedAt: earlier.startedAt, pages: earlier.pages }],
    }));
}
