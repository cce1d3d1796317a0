import { hostOf } from '../party/host';
import { appliesTo } from './applies';
import { candidates, wellKnownUrl, type Candidate, type PageToSearch } from './discover';
import { lookUp, type LookUp, type LookUpPorts } from './look-up';
import { parsePolicyText, type ParsedPolicy } from './parse';
import type { PolicyAttempt, PolicyState } from './policy-state';

export interface PolicySearch extends PageToSearch {
  /** Fetches anew, past the cache. */
  readonly lookAgain: boolean;
}

interface Tried extends Candidate {
  readonly lookUp: LookUp;
  readonly parsed: ParsedPolicy | null;
}

/**
 * The declaration of the page `search.pageUrl`, or what stood in the way of reading one.
 *
 * All places are asked at the same time, so that the whole takes no longer than one fetch may; the first of them in
 * the order link, header, well-known that can be read wins. `none` only where every place answered that nothing is
 * there. Never rejects for what a site does, only where a port does.
 */
export async function findPolicy(search: PolicySearch, ports: LookUpPorts): Promise<PolicyState> {
  const places = candidates(search);
  if (places.length === 0) return { kind: 'not-looked' };
  const tried = await Promise.all(places.map((place) => tryPlace(place, search.lookAgain, ports)));
  const attempts = tried.flatMap(attemptsOf);
  const readable = readState(tried, search.pageUrl, ports.now());
  if (readable !== null) return readable;
  const broken = brokenState(tried);
  if (broken !== null) return broken;
  const isNone = attempts.every(({ failure }) => failure === 'not-found' || failure === 'html-instead');
  return { kind: isNone ? 'none' : 'not-fetched', attempts, checkedAt: checkedAt(tried, ports.now()) };
}

async function tryPlace(place: Candidate, lookAgain: boolean, ports: LookUpPorts): Promise<Tried> {
  if (place.refusal !== null) return { ...place, lookUp: { kind: 'failed', failure: place.refusal }, parsed: null };
  const found = await lookUp(place.url, lookAgain, ports);
  return { ...place, lookUp: found, parsed: found.kind === 'file' ? parsePolicyText(found.text) : null };
}

function readState(tried: readonly Tried[], pageUrl: string, now: number): PolicyState | null {
  const position = tried.findIndex(({ parsed }) => parsed?.ok === true);
  const hit = tried[position];
  if (hit?.parsed?.ok !== true || hit.lookUp.kind !== 'file') return null;
  const { policy, issues, positions } = hit.parsed;
  const second = tried.find(({ url }) => url === wellKnownUrl(pageUrl));
  const isDifferent =
    second !== hit && second?.parsed?.ok === true && JSON.stringify(second.parsed.policy) !== JSON.stringify(policy);
  const isSecondBroken = second !== hit && second?.parsed?.ok === false;
  const failedBefore = tried.slice(0, position);
  const toldOf = isSecondBroken && !failedBefore.includes(second) ? [...failedBefore, second] : failedBefore;
  const today = new Date(now).toISOString().slice(0, 10);
  return {
    kind: 'read',
    url: hit.url,
    way: hit.way,
    fetchedAt: hit.lookUp.fetchedAt,
    sha256: hit.lookUp.sha256,
    attempts: toldOf.flatMap(attemptsOf),
    applies: appliesTo(policy, hostOf(pageUrl) ?? '', today, hostOf(hit.url) ?? ''),
    differsFrom: isDifferent ? second.url : null,
    policy,
    issues,
    positions,
  };
}

function brokenState(tried: readonly Tried[]): PolicyState | null {
  const hit = tried.find(({ parsed }) => parsed?.ok === false);
  if (hit?.parsed?.ok !== false || hit.lookUp.kind !== 'file') return null;
  const others = tried.filter((other) => other !== hit);
  return {
    kind: 'broken',
    url: hit.url,
    way: hit.way,
    fetchedAt: hit.lookUp.fetchedAt,
    issues: hit.parsed.issues,
    attempts: others.flatMap(attemptsOf),
  };
}

function attemptsOf({ way, url, lookUp: found, parsed }: Tried): readonly PolicyAttempt[] {
  if (found.kind === 'file') return parsed?.ok === false ? [{ way, url, failure: 'invalid' }] : [];
  const status = found.status === undefined ? {} : { status: found.status };
  return [{ way, url, failure: found.failure, ...status }];
}

/** The oldest answer that the state rests on. */
function checkedAt(tried: readonly Tried[], now: number): number {
  return Math.min(now, ...tried.map(({ lookUp: found }) => found.fetchedAt ?? now));
}
