import type { Service, Trust } from './catalogue';

/** A rule that names a service by a URL; several must all hold, and nothing in it is a regular expression. */
export interface UrlRule {
  readonly service: string;
  /** `<service>/<name>`. */
  readonly rule: string;
  readonly trust: Trust;
  /** `a.example`, `*.a.example` (below it, not itself) or `*` (any host); `{region}` is any region of the service. */
  readonly hosts: readonly string[];
  /** The whole path; `*` is any run of characters. */
  readonly path?: string;
  /** Query members that must be there, each with its whole value; `*` is any run of characters. */
  readonly query?: Readonly<Record<string, string>>;
  /** Query members that hold the id of what is measured. */
  readonly ids?: readonly string[];
  readonly product?: string;
  /** See `HostingMatch`. */
  readonly through?: readonly string[];
}

/** A rule that names who served a page by a response header. */
export interface HeaderRule {
  readonly service: string;
  readonly rule: string;
  readonly trust: Trust;
  /** Lower case. */
  readonly header: string;
  /** The whole value, upper and lower case alike; `*` is any run of characters. Absent: the header alone is enough. */
  readonly value?: string;
  /** Where in the value the three letters of an airport stand that name the edge's city. */
  readonly edge?: 'start' | 'end';
  /** The rule holds only where those letters name a city that we know. */
  readonly needsEdge?: boolean;
  readonly product?: string;
  /** See `HostingMatch`. */
  readonly through?: readonly string[];
}

/** All of `assets/processors` and the registers that go with it, as compiled when the project is built. */
export interface CatalogueTable {
  /** ISO date of the newest review. */
  readonly asOf: string;
  readonly services: readonly Service[];
  readonly urlRules: readonly UrlRule[];
  readonly headerRules: readonly HeaderRule[];
  /** Host patterns. */
  readonly sharedHosts: readonly string[];
  /** IATA code → city. */
  readonly edgeCities: Readonly<Record<string, string>>;
  readonly regions: Regions;
  /** Where such a place is → its country, ISO 3166-1 alpha-2. */
  readonly placeCountries: Readonly<Record<string, string>>;
}

/** Service id → code of a region as it stands in host names → where it is. */
export type Regions = Readonly<Record<string, Readonly<Record<string, string>>>>;
