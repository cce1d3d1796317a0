import type { Catalogue } from '../catalogue/catalogue';
import { declaredBy } from '../policy/declared-by';
import type { Processor } from '../policy/schema';
import { namesProvider, namesService } from './names-service';

/**
 * Positions of the declared processors that a catalogue service seen on `host` belongs to; several mean "one of".
 *
 * Those that give the service's id come first, else those that give none we know and name it. Where several fit, their
 * `domains` choose: the longest pattern wins. Never a processor of another service because of its `domains`: a policy
 * cannot rename a tracker. `host` is a host as `hostOf` gives it.
 */
export function declaredForService(
  processors: readonly Processor[],
  serviceId: string,
  host: string,
  catalogue: Catalogue,
): readonly number[] {
  const byId = processors.filter(({ service }) => service === serviceId);
  const fitting = byId.length > 0 ? byId : processors.filter((it) => isByName(it, serviceId, host, catalogue));
  const chosen = fitting.length < 2 ? fitting : declaredBy(host, fitting, () => false).processors;
  return positionsOf(chosen.length > 0 ? chosen : fitting, processors);
}

/**
 * Positions of the declared processors whose `domains` claim `host`: the longest pattern wins, a tie gives several.
 * None on hosts that many services share.
 */
export function declaredForHost(
  processors: readonly Processor[],
  host: string,
  catalogue: Catalogue,
): readonly number[] {
  return positionsOf(declaredBy(host, processors, (it) => catalogue.isSharedHost(it)).processors, processors);
}

function isByName(processor: Processor, id: string, host: string, catalogue: Catalogue): boolean {
  if (processor.service !== undefined && catalogue.service(processor.service) !== null) return false;
  const service = catalogue.service(id);
  if (service === null) return false;
  if (namesService(processor, service)) return true;
  return namesProvider(processor, service) && declaredForHost([processor], host, catalogue).length > 0;
}

function positionsOf(found: readonly Processor[], processors: readonly Processor[]): readonly number[] {
  return processors.flatMap((processor, at) => (found.includes(processor) ? [at] : []));
}
