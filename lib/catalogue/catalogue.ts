import type { RegistrableDomain } from '../party/registrable-domain';

/** How well a fact about a service is supported: seen in the provider's own documents, told by others, or seen at work. */
export type Trust = 'verified' | 'documented' | 'observed';

/** A fact about a provider that has a public source. */
export interface SourceNote {
  readonly what: string;
  readonly url: string;
  /** ISO date of the source itself, where it bears one. */
  readonly dated?: string;
  /** ISO date when we read it. */
  readonly checkedOn: string;
}

export interface LegalEntity {
  readonly name: string;
  readonly address?: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
}

/** What the provider says of itself today on transfers; never mixed with what the site's policy states. */
export interface ProviderTransfer {
  readonly destinations: readonly string[];
  /** DPV names, e.g. `A46-2-c`. */
  readonly bases: readonly string[];
  /** One plain sentence, translatable by its key `provider_<service id>_<n>` where one exists. */
  readonly note?: string;
  readonly source: SourceNote;
}

export interface Service {
  readonly id: string;
  readonly name: string;
  /** Other names by which a policy may mean it, such as that of one of its products. */
  readonly alsoNamed?: readonly string[];
  readonly category: string;
  readonly role: 'processor' | 'joint-controller' | 'controller';
  readonly entity: LegalEntity;
  readonly parent?: LegalEntity;
  readonly transfers: readonly ProviderTransfer[];
  readonly links: {
    readonly privacy?: string;
    readonly contract?: string;
    readonly cookies?: string;
    readonly optOut?: string;
  };
  /** Server to server: what runs there is not visible to a browser. */
  readonly observable: 'network' | 'first-party' | 'not-in-browser';
  readonly cookies: readonly CookieRule[];
  readonly reviewedOn: string;
  readonly sources: readonly SourceNote[];
}

export interface CookieRule {
  /** May end in or contain `*`; names are case-sensitive. */
  readonly name: string;
  /** Where it sits: `*` is the site's own host. */
  readonly domain: string;
  readonly maxAgeSeconds?: number;
  /** Who runs it, where that is someone else: Cloudflare for `__cf_bm` on a service's domain. */
  readonly operator?: string;
  /** The provider's product that sets it. */
  readonly product?: string;
  /** Nobody else sets a cookie of this name: on the site's own host it shows who stands before the site. */
  readonly provesHosting?: boolean;
  /** `documented` where nothing is said. */
  readonly trust?: Trust;
}

/** What identified a request, a cookie or a response header; part of the evidence. */
export interface Match {
  readonly service: string;
  /** Stable id of the rule, `<service>/<n or name>`. */
  readonly rule: string;
  readonly trust: Trust;
  /** Of a cookie: who runs it, where that is someone else than the service. */
  readonly operator?: string;
  /** The provider's product, where the rule proves one. */
  readonly product?: string;
  /** Of a cookie: see `CookieRule`. */
  readonly provesHosting?: boolean;
}

/** A name for a host that our own rules do not know, from third-party-web (MIT). */
export interface EntityName {
  readonly name: string;
  readonly categories: readonly string[];
}

/** Where it was read who hosts a page; `alias` is another name of one of the site's hosts. */
export type HostingSource = 'header' | 'host' | 'cookie' | 'alias';

/** What a main document's own headers, host and cookies prove about where it came from. */
export interface HostingMatch extends Match {
  /** Header name and what was read of it (never more than the matching part), the host, or the cookie's name. */
  readonly evidence: string;
  /** A header, where nothing is said. */
  readonly readFrom?: HostingSource;
  /** Edge city where the header says it, e.g. `FRA` → `Frankfurt`. Never where anything is stored. */
  readonly edge?: string;
  /** Region that the host name says. */
  readonly region?: CloudRegion;
  /** Services by whose network this one delivers: their headers on the same answer are its own doing. */
  readonly through?: readonly string[];
}

/** A provider's region as it stands in a host name, `eu-central-1`, and where the provider says that it is. */
export interface CloudRegion {
  readonly code: string;
  readonly place: string;
  /** ISO 3166-1 alpha-2, where the register has it. */
  readonly country?: string;
}

/**
 * All that `compare` and the ledger ask about who is behind something. Plain and pure; made by `createCatalogue`.
 *
 * `identify` takes an absolute URL; `identifyCookie` the name and the host it sits on (no leading dot), with
 * `siteDomain` the registrable domain of the page. Each answers `null` where nothing is known.
 */
export interface Catalogue {
  /** ISO date of the newest review in it. */
  readonly asOf: string;
  service(id: string): Service | null;
  identify(url: string): Match | null;
  /** How well the rule is supported that `identify` told; `null` for one it does not know. */
  trustOf(rule: string): Trust | null;
  /** Ids of the measured property (`G-…`, `UA-…`, `GTM-…`) in the query members that `rule` names; none is `[]`. */
  propertyIds(url: string, rule: string): readonly string[];
  identifyCookie(name: string, domain: string, siteDomain: RegistrableDomain | null): Match | null;
  identifyHosting(host: string, headers: readonly ResponseHeader[]): readonly HostingMatch[];
  /** Hosts that many services share: there a policy's `domains` alone decide nothing. */
  isSharedHost(host: string): boolean;
  nameOf(host: string): EntityName | null;
}

export interface ResponseHeader {
  /** Lower case. */
  readonly name: string;
  readonly value: string;
}
