import { originalPointer } from '../policy/original-pointer';
import type { Activity, DeviceStorage, LegalBasisEntry, Processor } from '../policy/schema';
import { isOwnTechnicalCookie } from './own-technical-cookie';
import { type Fact, isStated, membersOf } from './not-stated';
import { type PolicyRead, isDamaged } from './policy-in-force';

/** An entry of the policy that leaves something out. */
export interface Place {
  readonly name: string;
  /** Into the published file. */
  readonly pointer: string;
}

type Part = Processor | Activity;

/** The entries that are silent on `fact`; not those of which something could not be read that may state it. */
export function placesSilentOn(read: PolicyRead, fact: Fact, of: 'processors' | 'all' = 'all'): readonly Place[] {
  return partsOf(read, of).flatMap(({ part, path }) => {
    const pointer = originalPointer(read, path);
    const isUnread = membersOf(fact).some((member) => isDamaged(read, `${pointer}/${member}`));
    return isStated(part, fact) || isUnread ? [] : [{ name: part.name, pointer }];
  });
}

/**
 * The entries that rest on a legitimate interest, Art. 6(1)(f), and do not say which, where the policy does not name
 * its interests in general either.
 */
export function placesWithoutInterest(read: PolicyRead): readonly Place[] {
  const lists = [
    { name: 'A6-1-f', path: '', bases: read.policy.legalBases ?? [] },
    ...partsOf(read, 'all').map(({ part, path }) => ({ name: part.name, path, bases: part.legalBases ?? [] })),
  ];
  if (lists[0]?.bases.some((it) => isOnInterest(it) && it.interest !== undefined) === true) return [];
  return lists.flatMap(({ name, path, bases }) =>
    bases.flatMap((entry, at) => {
      const pointer = originalPointer(read, `${path}/legalBases/${at}`);
      const isOpen = isOnInterest(entry) && entry.interest === undefined && !isDamaged(read, pointer);
      return isOpen ? [{ name, pointer }] : [];
    }),
  );
}

/** The entries that rest on consent. */
export function usesConsent(read: PolicyRead): readonly Place[] {
  const places = partsOf(read, 'all').filter(({ part }) => restsOnConsent(part.legalBases));
  const found = places.map(({ part, path }) => ({ name: part.name, pointer: originalPointer(read, path) }));
  if (!restsOnConsent(read.policy.legalBases)) return found;
  return [{ name: 'A6-1-a', pointer: originalPointer(read, '/legalBases') }, ...found];
}

/**
 * What is stored on the device and of which the policy does not say whether it waits for consent. Not counted: opt-out
 * cookies, what a consent tool stores, and the site's own session, CSRF, language and consent cookies.
 */
export function placesWithoutStorageBasis(read: PolicyRead): readonly Place[] {
  const own = (read.policy.storage ?? []).map((entry, at) => ({ entry, path: `/storage/${at}` }));
  const ofParts = partsOf(read, 'all').flatMap(({ part, path }) =>
    isConsentTool(part) ? [] : (part.storage ?? []).map((entry, at) => ({ entry, path: `${path}/storage/${at}` })),
  );
  return [...own.filter(({ entry }) => !isTechnical(entry)), ...ofParts].flatMap(({ entry, path }) => {
    const pointer = originalPointer(read, path);
    const isOpen = entry.consentRequired === undefined && entry.optOut !== true && !isDamaged(read, pointer);
    return isOpen ? [{ name: entry.identifier, pointer }] : [];
  });
}

interface PartAt {
  readonly part: Part;
  /** Into the policy as read. */
  readonly path: string;
}

function partsOf({ policy }: PolicyRead, of: 'processors' | 'all'): readonly PartAt[] {
  const processors = policy.processors.map((part, at) => ({ part, path: `/processors/${at}` }));
  const activities = (policy.activities ?? []).map((part, at) => ({ part, path: `/activities/${at}` }));
  return of === 'processors' ? processors : [...processors, ...activities];
}

function isOnInterest({ basis }: LegalBasisEntry): boolean {
  return basis === 'A6-1-f';
}

function restsOnConsent(bases: readonly LegalBasisEntry[] = []): boolean {
  return bases.some(({ basis }) => basis === 'A6-1-a' || basis === 'A9-2-a');
}

function isConsentTool(part: Part): boolean {
  return 'category' in part && part.category === 'consent-management';
}

function isTechnical({ type, identifier }: DeviceStorage): boolean {
  return type === 'cookie' && isOwnTechnicalCookie({ name: identifier, party: 'first-party', httpOnly: true });
}
