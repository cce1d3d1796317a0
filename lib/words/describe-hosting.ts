import type { HostingMatch } from '../catalogue/catalogue';
import type { ProcessorReport } from '../comparison/site-report';
import type { HostAlias, ObservedAliases } from '../observation/observation';
import type { Translate } from './translate';

type Delivery = Pick<ProcessorReport, 'name' | 'service' | 'hosting'>;

/**
 * Through whom the page came, as far as its own answer proves it; `null` where it does not. An edge is where the
 * answer passed, a region what a host name says: neither is told as where data is stored.
 */
export function describeDelivery(t: Translate, { name, service, hosting }: Delivery): string | null {
  const direct = hosting.filter(({ readFrom }) => readFrom !== 'alias');
  if (direct.length === 0) return null;
  const lines = productsOf(direct).map(({ product, matches }) => {
    const by = product ?? service?.name ?? name;
    const edge = matches.find((it) => it.edge !== undefined)?.edge;
    return edge === undefined ? t('hosting_line', by) : t('hosting_line_edge', by, edge);
  });
  const regions = describeRegions(t, direct);
  return [...lines, ...(regions.length > 0 ? regions : [t('hosting_storage')])].join(' ');
}

/** What that was read from, each piece by its kind; `null` where nothing was. */
export function describeHostingEvidence(t: Translate, hosting: readonly HostingMatch[]): string | null {
  const direct = hosting.filter(({ readFrom }) => readFrom !== 'alias');
  if (direct.length === 0) return null;
  return t('hosting_evidence', direct.map((it) => describePiece(t, it)).join(' · '));
}

/** The site's own hosts that are another name for a host of this recipient, with the region that such a name says. */
export function describeAliases(
  t: Translate,
  { hosting, aliases = [] }: Pick<ProcessorReport, 'hosting' | 'aliases'>,
): readonly string[] {
  const delivering = hosting.filter(({ readFrom }) => readFrom === 'alias');
  return [...aliases.map((alias) => describeAlias(t, alias)), ...describeRegions(t, delivering)];
}

/** `metrics.shop.example is another name for shop.sc.omtrdc.net.` */
export function describeAlias(t: Translate, { host, name }: HostAlias): string {
  return t('alias_line', host, name);
}

/** How many of the site's hosts have no other name, and of how many it is not known. */
export function describeAliasGaps(t: Translate, { without, unanswered }: ObservedAliases): readonly string[] {
  return [
    ...(without > 0 ? [t.count('aliases_without', without)] : []),
    ...(unanswered > 0 ? [t.count('aliases_unanswered', unanswered)] : []),
  ];
}

function describePiece(t: Translate, { evidence, readFrom }: HostingMatch): string {
  if (readFrom === 'host') return t('hosting_from_host', evidence);
  return readFrom === 'cookie' ? t('hosting_from_cookie', evidence) : evidence;
}

function describeRegions(t: Translate, hosting: readonly HostingMatch[]): readonly string[] {
  const said = hosting.flatMap(({ region }) => (region === undefined ? [] : [region]));
  const regions = new Map(said.map((region) => [region.code, region]));
  return [...regions.values()].map(({ code, place }) => t('hosting_region', code, place));
}

/** By product; what shows only the provider is left out where a product of the same provider is known. */
function productsOf(hosting: readonly HostingMatch[]) {
  const products = new Map<string | null, HostingMatch[]>();
  const isNamed = (service: string) => hosting.some((it) => it.service === service && it.product !== undefined);
  for (const match of hosting) {
    const product = match.product ?? null;
    if (product === null && isNamed(match.service)) continue;
    products.set(product, [...(products.get(product) ?? []), match]);
  }
  return [...products].map(([product, matches]) => ({ product, matches }));
}
