import type { HostingMatch } from '../../catalogue/catalogue';
import { originalPointer } from '../../policy/original-pointer';
import { isOfPageHost } from '../hosting-evidence';
import { hasUnreadProcessors } from '../policy-in-force';
import type { Evidence, Finding, ProcessorReport } from '../site-report';
import { atWork } from './at-work';
import type { FindingContext } from './finding-context';
import { promiseToNameAll, wordsOfPromise } from './promise-to-name-all';

/**
 * The page's own answer proves a hosting service that no declared processor is, while the policy names another one as
 * host, which nothing shows. Takes the place of `undeclared-processor` for that service.
 *
 * It does not mean that the declared host is untrue: it may itself run on the other's servers, or serve other parts.
 * An error where the policy promises to name all recipients. Not raised where the policy names no host, where a
 * declared host is seen too, for what rests on observation alone, for a delivery network in front (any host may stand
 * behind it) unless the policy names delivery networks as well, nor where part of `processors` could not be read:
 * there `undeclared-processor` tells it.
 */
export function otherHostThanDeclared(context: FindingContext): readonly Finding[] {
  const { inForce, processors } = context;
  if (inForce === null) return [];
  const [first, ...others] = hostsIn(processors);
  if (first === undefined) return [];
  const promise = promiseToNameAll(inForce);
  const promised: Evidence[] =
    promise === null
      ? []
      : [
          {
            kind: 'declaration',
            text: wordsOfPromise(promise) ?? '',
            pointer: originalPointer(inForce, '/disclosure'),
          },
        ];
  return processors
    .filter((row) => isOtherHost(row, context))
    .map((row) => ({
      id: 'other-host-than-declared',
      key: `other-host-than-declared:${row.id}`,
      severity: promise === null ? 'warning' : 'error',
      subject: row.id,
      pointer: first.pointer,
      quote: first.name,
      evidence: [
        ...atWork(row),
        ...others.map(({ name, pointer }): Evidence => ({ kind: 'declaration', text: name, pointer: pointer ?? '' })),
        ...promised.filter((it) => it.kind !== 'declaration' || it.text !== ''),
      ],
    }));
}

/** Whether the row is a hosting service that stands where the policy names another. */
export function isOtherHost(
  { declaration, service, hosting }: ProcessorReport,
  { inForce, processors, site }: Pick<FindingContext, 'inForce' | 'processors' | 'site'>,
): boolean {
  if (inForce === null || declaration !== 'not-declared' || hasUnreadProcessors(inForce)) return false;
  if (service?.category !== 'hosting' && service?.category !== 'cdn') return false;
  const declared = hostsIn(processors);
  if (declared.length === 0 || declared.some((row) => row.hosting.length > 0)) return false;
  const proving = hosting.filter((match) => match.trust !== 'observed' && isOfPageHost(match, site.host));
  const namesNetworks = processors.some((row) => categoryOf(row) === 'cdn');
  return proving.some((match) => namesNetworks || (service.category === 'hosting' && !isInFront(match)));
}

function hostsIn(processors: readonly ProcessorReport[]): readonly ProcessorReport[] {
  return processors.filter((row) => categoryOf(row) === 'hosting');
}

/** As declared, else as our catalogue has it; `null` for what is not declared. */
function categoryOf({ declared, service }: ProcessorReport): string | null {
  return declared === null ? null : (declared.category ?? service?.category ?? null);
}

/** Of a hosting provider, but a delivery network or shield that stands before any host. */
function isInFront({ product }: HostingMatch): boolean {
  return product !== undefined && inFront.has(product);
}

const inFront: ReadonlySet<string> = new Set(['Amazon CloudFront', 'AWS WAF', 'Azure Front Door']);
