import type { Catalogue } from '../catalogue/catalogue';
import { isConsentHost } from '../consent/is-consent-host';
import type { ObservedForm } from '../observation/observation';
import { isLocal } from '../party/is-local';
import type { Processor } from '../policy/schema';
import { placeContact } from './place-contact';

/**
 * Third parties' hosts to which forms of the page or its own frames send, and that are no declared processor's: by our
 * own rules and the policy's `domains`, as for requests. Left out: this device and the local network, consent tools,
 * and hosts that many services share, where the host alone does not say who gets it.
 */
export function undeclaredFormHosts(
  forms: readonly ObservedForm[],
  processors: readonly Processor[],
  siteHost: string,
  catalogue: Catalogue,
): readonly string[] {
  const outside = forms.filter(({ party, frameOf }) => party === 'third-party' && frameOf === null);
  return [...new Set(outside.map(({ host }) => host))].filter((host) => {
    if (isLocal(host) || isConsentHost(host) || catalogue.isSharedHost(host)) return false;
    const service = catalogue.identify(`https://${host}/`)?.service ?? null;
    return placeContact({ host, service, party: 'third-party' }, processors, siteHost, catalogue).kind !== 'declared';
  });
}
