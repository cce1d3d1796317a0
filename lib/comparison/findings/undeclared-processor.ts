import { originalPointer } from '../../policy/original-pointer';
import type { Disclosure } from '../../policy/schema';
import { type PolicyRead, hasUnreadProcessors } from '../policy-in-force';
import type { Evidence, Finding, ProcessorReport } from '../site-report';
import { atWork } from './at-work';
import type { FindingContext } from './finding-context';
import { isOtherHost } from './other-host-than-declared';
import { promiseToNameAll, wordsOfPromise } from './promise-to-name-all';

/**
 * A service that we know is at work on this page (or the page tried to reach it), and the policy that was read names
 * it nowhere.
 *
 * It does not mean that data went without a legal basis, nor that the text for people is silent: only the policy file
 * was read. Not raised for what a third party's frame brings in, for a consent banner's own service, nor where
 * `other-host-than-declared` tells the same.
 * An error where the policy itself promises to name all recipients; the promise is quoted. A cookie alone is told as a
 * warning: whose it is was read from its name.
 */
export function undeclaredProcessor(context: FindingContext): readonly Finding[] {
  const { inForce, processors } = context;
  if (inForce === null) return [];
  const unnamed = processors.filter((row) => isOfInterest(row) && !isOtherHost(row, context));
  return unnamed.map((row): Finding => {
    const promise = promiseToNameAll(inForce);
    return {
      id: 'undeclared-processor',
      key: `undeclared-processor:${row.id}`,
      severity: severityOf(row, inForce, promise),
      subject: row.id,
      pointer: originalPointer(inForce, promise === null ? '/processors' : '/disclosure'),
      quote: promise === null ? null : wordsOfPromise(promise),
      evidence: [...atWork(row), ...reservations(inForce)],
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

function reservations(read: PolicyRead): readonly Evidence[] {
  if (!hasUnreadProcessors(read)) return [];
  return [{ kind: 'doubt', doubt: 'unread-entries' }];
}
