import type { CloudRegion, HostingMatch } from '../../catalogue/catalogue';
import type { Processor } from '../../policy/schema';
import { isOfPageHost } from '../hosting-evidence';
import { isDamaged } from '../policy-in-force';
import type { Evidence, Finding } from '../site-report';
import type { FindingContext } from './finding-context';

/**
 * The name of the page's own host says a region of a declared hosting provider, in a country that the policy names
 * neither as location nor as destination nor as seat of that provider, although it does state the locations.
 *
 * It does not mean that data is stored there: a region says where the page is served from. Not raised for the city of
 * an edge, where `locations` is not stated, where a transfer to other countries in general is, for other hosts of the
 * site, nor where several processors share the evidence. A note where part of that entry could not be read.
 */
export function otherCountryThanDeclared({ inForce, processors, site }: FindingContext): readonly Finding[] {
  if (inForce === null) return [];
  return processors.flatMap(({ id, declared, pointer, hosting, sharedWith }): readonly Finding[] => {
    if (declared?.locations === undefined || pointer === null || sharedWith.length > 0) return [];
    const named = countriesOf(declared);
    const elsewhere = hosting.flatMap((match) => elsewhereIn(match, site.host, named));
    if (named.has('*') || elsewhere.length === 0) return [];
    const isUnsure = isDamaged(inForce, pointer);
    return [
      {
        id: 'other-country-than-declared',
        key: `other-country-than-declared:${id}`,
        severity: isUnsure ? 'note' : 'warning',
        subject: id,
        pointer: `${pointer}/locations`,
        quote: null,
        evidence: [
          ...elsewhere,
          { kind: 'declared-countries', countries: declared.locations },
          ...(isUnsure ? [doubt] : []),
        ],
      },
    ];
  });
}

/** ISO codes, and `*` for "other countries". */
function countriesOf({ locations = [], recipient, recipients = [], transfers = [] }: Processor): ReadonlySet<string> {
  const destinations = transfers.filter(({ certainty }) => certainty !== 'none').map(({ country }) => country);
  const seats = [recipient, ...recipients].flatMap((party) => party?.country ?? []);
  return new Set([...locations, ...destinations, ...seats]);
}

function elsewhereIn(match: HostingMatch, host: string, named: ReadonlySet<string>): readonly Evidence[] {
  const { region, evidence } = match;
  if (!isPlaced(region) || named.has(region.country) || !isOfPageHost(match, host)) return [];
  return [{ kind: 'region', region, readFrom: evidence }];
}

function isPlaced(region: CloudRegion | undefined): region is CloudRegion & { readonly country: string } {
  return region?.country !== undefined;
}

const doubt: Evidence = { kind: 'doubt', doubt: 'unread-entries' };
