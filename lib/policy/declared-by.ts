import { matchesClaimedPattern } from '../party/claimed-pattern';
import { specificity } from '../party/host-pattern';
import type { Processor } from './schema';

export interface DeclaredBy {
  /** None: nobody declared claims the host. Several: a tie, "one of". */
  readonly processors: readonly Processor[];
}

/**
 * The declared processors whose `domains` claim `host` (as `hostOf` gives it): the longest matching pattern wins.
 *
 * On hosts that many services share a policy's `domains` alone decide nothing; nor does a pattern reach across a
 * public suffix to hosts that others rent below it.
 */
export function declaredBy(
  host: string,
  processors: readonly Processor[],
  isSharedHost: (host: string) => boolean,
): DeclaredBy {
  if (isSharedHost(host)) return { processors: [] };
  const reaches = processors.map((processor) => reachOf(processor, host));
  const best = Math.max(0, ...reaches);
  return { processors: best === 0 ? [] : processors.filter((_, index) => reaches[index] === best) };
}

/** How narrowly the processor's `domains` claim `host`; 0 where they do not. */
function reachOf({ domains = [] }: Processor, host: string): number {
  return Math.max(0, ...domains.filter((pattern) => matchesClaimedPattern(pattern, host)).map(specificity));
}
