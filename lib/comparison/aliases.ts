import type { Catalogue } from '../catalogue/catalogue';
import type { Contact, HostAlias, Observation } from '../observation/observation';

/**
 * The contacts with each of the site's own hosts that is another name for a host of a known service told as that
 * service's: what is sent there reaches it. Who only delivers for the site (hosting) takes no contact over.
 */
export function contactsByAlias(
  { contacts, aliases }: Pick<Observation, 'contacts' | 'aliases'>,
  catalogue: Catalogue,
): readonly Contact[] {
  const matches = new Map((aliases?.found ?? []).map(({ host, name }) => [host, serviceAt(name, catalogue)]));
  return contacts.map((contact) => {
    const isOwn = contact.service === null && contact.party === 'first-party';
    const match = isOwn ? (matches.get(contact.host) ?? null) : null;
    return match === null ? contact : { ...contact, service: match.service, rule: match.rule };
  });
}

/** `metrics.shop.example → shop.sc.omtrdc.net` */
export function aliasNames({ host, name }: HostAlias): string {
  return `${host} → ${name}`;
}

function serviceAt(name: string, catalogue: Catalogue) {
  const isHosting = catalogue.identifyHosting(name, []).length > 0;
  return isHosting ? null : catalogue.identify(`https://${name}/`);
}
