import { originalPointer } from '../../policy/original-pointer';
import type { Disclosure } from '../../policy/schema';
import { type PolicyRead, hasUnreadProcessors } from '../policy-in-force';
import { isSetHere } from '../set-here';
import type { Evidence, Finding, ProcessorReport } from '../site-report';
import type { FindingContext } from './finding-context';

/**
 * A service that we know is at work on this page (or the page tried to reach it), and the policy that was read names
 * it nowhere.
 *
 * It does not mean that data went without a legal basis, nor that the text for people is silent: only the policy file
 * was read. Not raised for what a third party's frame brings in, nor for a consent banner's own service.
 * An error where the policy itself promises to name all recipients; the promise is quoted. A cookie alone is told as a
 * warning: whose it is was read from its name.
 */
export function undeclaredProcessor({ inForce, processors }: FindingContext): readonly Finding[] {
  if (inForce === null) return [];
  const unnamed = processors.filter(isOfInterest);
  return unnamed.map((row): Finding => {
    const promise = inForce.policy.disclosure?.complete === true ? inForce.policy.disclosure : null;
    return {
      id: 'undeclared-processor',
      key: `undeclared-processor:${row.id}`,
      severity: severityOf(row, inForce, promise),
      subject: row.id,
      pointer: originalPointer(inForce, promise === null ? '/processors' : '/disclosure'),
      quote: promise === null ? null : wordsOf(promise),
      evidence: [...evidenceOf(row), ...reservations(inForce)],
    };
  });
}

function isOfInterest({ declaration, activity, broughtInBy, service }: ProcessorReport): boolean {
  if (declaration !== 'not-declared' || broughtInBy !== null) return false;
  return (activity === 'active' || activity === 'stopped') && service?.category !== 'consent-management';
}

function severityOf(row: ProcessorReport, read: PolicyRead, promise: Disclosure | null): Finding['severity'] {
  const isProven = row.sent + row.listed + row.hosting.length > 0;
  const isCertain = row.activity === 'active' && isProven && !hasUnreadProcessors(read);
  return isCertain && promise !== null ? 'error' : 'warning';
}

/** The promise word for word: the text and, as it is often a later sentence that makes it, the quotes beside it. */
function wordsOf({ text, sources = [] }: Disclosure): string | null {
  const quotes = sources.flatMap(({ quote }) => quote ?? []).filter((quote) => text?.includes(quote) !== true);
  const all = text === undefined || quotes.some((quote) => quote.includes(text)) ? quotes : [text, ...quotes];
  return all.length > 0 ? all.join(' … ') : null;
}

function evidenceOf({ contacts, hosting, cookies }: ProcessorReport): readonly Evidence[] {
  return [
    ...contacts.map((contact): Evidence => ({ kind: 'contact', contact })),
    ...hosting.map(({ evidence }): Evidence => ({ kind: 'text', text: evidence })),
    ...cookies.filter(isSetHere).map((cookie): Evidence => ({ kind: 'cookie', cookie })),
  ];
}

function reservations(read: PolicyRead): readonly Evidence[] {
  if (!hasUnreadProcessors(read)) return [];
  return [{ kind: 'doubt', doubt: 'unread-entries' }];
}
