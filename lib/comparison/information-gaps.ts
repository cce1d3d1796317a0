import { originalPointer } from '../policy/original-pointer';
import type { Policy } from '../policy/schema';
import { generalClause } from './findings/general-clause';
import type { InformationItem } from './information-items';
import {
  type Place,
  placesSilentOn,
  placesWithoutInterest,
  placesWithoutStorageBasis,
  usesConsent,
} from './silent-places';
import { type PolicyRead, isDamaged } from './policy-in-force';
import type { Evidence } from './site-report';

/** What the policy leaves out. */
export interface InformationGap {
  /** Where it would stand, if that place is there. */
  readonly pointer: string | null;
  /** The entries that leave it out; none where it is asked of the policy as a whole. */
  readonly places: readonly Place[];
  /** What the policy says of it in general. */
  readonly general?: readonly Evidence[];
}

type Look = (read: PolicyRead) => InformationGap | null;

/** `null`: it is stated, "none" included, or what could not be read may state it. */
export const informationGaps: Readonly<Record<InformationItem, Look>> = {
  'controller-contact': (read) => {
    const { address, email, phone, url } = read.policy.controller;
    const isKnown = [address, email, phone, url].some((it) => it !== undefined) || isDamaged(read, '/controller');
    return isKnown ? null : { pointer: '/controller', places: [] };
  },
  'data-protection-officer': (read) => ofMember(read, 'dataProtectionOfficer'),
  purposes: (read) => ofPlaces(placesSilentOn(read, 'purposes')),
  'legal-basis': (read) => ofPlaces(placesSilentOn(read, 'legalBases'), generalBases(read)),
  'legitimate-interest': (read) => ofPlaces(placesWithoutInterest(read)),
  recipients: (read) => ofPlaces(placesSilentOn(read, 'recipient', 'processors')),
  transfers: (read) => ofPlaces(placesSilentOn(read, 'transfers', 'processors'), generalClause(read)),
  retention: (read) => {
    const gap = ofMember(read, 'retention');
    const places = placesSilentOn(read, 'retention');
    const isStatedOfEach = places.length === 0 && hasEntries(read.policy);
    return gap === null || isStatedOfEach ? null : { ...gap, places };
  },
  'right-of-access': (read) => ofRight(read, ['A15']),
  'right-to-rectification': (read) => ofRight(read, ['A16']),
  'right-to-erasure': (read) => ofRight(read, ['A17']),
  'right-to-restriction': (read) => ofRight(read, ['A18']),
  'right-to-portability': (read) => ofRight(read, ['A20']),
  'right-to-object': (read) => ofRight(read, ['A21', 'A21-2']),
  'withdrawal-of-consent': (read) => {
    const places = usesConsent(read);
    if (places.length === 0 || hasWayBack(read) || isDamaged(read, '/consent')) return null;
    const gap = ofRight(read, ['A7-3']);
    return gap && { ...gap, places };
  },
  complaint: (read) => ofMember(read, 'complaint') && ofRight(read, ['A77']),
  provision: (read) => {
    const { processors, activities = [] } = read.policy;
    const isSaidOfSome = [...processors, ...activities].some(({ required }) => required !== undefined);
    return isSaidOfSome ? null : ofMember(read, 'provision');
  },
  'automated-decisions': (read) => ofMember(read, 'automatedDecisions'),
  'storage-basis': (read) => ofPlaces(placesWithoutStorageBasis(read)),
};

function ofMember(read: PolicyRead, member: keyof Policy): InformationGap | null {
  const isOpen = read.policy[member] === undefined && !isDamaged(read, `/${member}`);
  return isOpen ? { pointer: null, places: [] } : null;
}

function ofPlaces(places: readonly Place[], general: readonly Evidence[] = []): InformationGap | null {
  const [first, ...rest] = places;
  return first === undefined ? null : { pointer: rest.length === 0 ? first.pointer : null, places, general };
}

function ofRight(read: PolicyRead, ids: readonly string[]): InformationGap | null {
  const { rights } = read.policy;
  if (isDamaged(read, '/rights') || rights?.some(({ id }) => ids.includes(id)) === true) return null;
  return { pointer: rights === undefined ? null : '/rights', places: [] };
}

function hasEntries({ processors, activities = [] }: Policy): boolean {
  return processors.length + activities.length > 0;
}

/** A way to take consent back is stated, as such or as a choice beside a processor, or may stand in what was not read. */
function hasWayBack({ policy: { consent, processors, activities = [] }, issues }: PolicyRead): boolean {
  const choices = [...processors, ...activities].flatMap((it) => it.choices ?? []);
  const isChoice = choices.some(({ type }) => type === 'consent-manager' || type === 'unsubscribe');
  const isUnread = issues.some(({ severity, path }) => severity === 'error' && path.includes('/choices'));
  return isChoice || isUnread || consent?.withdrawal !== undefined || consent?.manageUrl !== undefined;
}

function generalBases(read: PolicyRead): readonly Evidence[] {
  const bases = read.policy.legalBases ?? [];
  const text = bases.map((it) => it.cited ?? it.basis).join(', ');
  return bases.length === 0 ? [] : [{ kind: 'declaration', text, pointer: originalPointer(read, '/legalBases') }];
}
