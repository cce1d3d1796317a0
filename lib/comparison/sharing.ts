import type { Contact } from '../observation/observation';
import type { Processor } from '../policy/schema';
import type { Evidence, Seen } from './attribute';
import type { ProcessorReport } from './site-report';

/** With which other declared processors the one at `position` shares evidence, and whether it has none of its own. */
export function sharing(
  { contacts, hosting, cookiesSet, shared }: Seen,
  position: number,
  processors: readonly Processor[],
): Pick<ProcessorReport, 'sharedWith' | 'isOnlyShared'> {
  const others = new Set([...shared.values()].flat().filter((at) => at !== position));
  const sharedWith = [...others].flatMap((at) => processors[at]?.id ?? []);
  const isActive = contacts.some(isAtWork) || hosting.length > 0 || cookiesSet.length > 0;
  const telling: readonly Evidence[] = [
    ...(isActive ? contacts.filter(isAtWork) : contacts),
    ...hosting,
    ...cookiesSet,
  ];
  return { sharedWith, isOnlyShared: telling.length > 0 && telling.every((item) => shared.has(item)) };
}

function isAtWork({ sent, listed }: Contact): boolean {
  return sent + listed > 0;
}
