import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { CatalogueTable, HeaderRule, Regions, UrlRule } from '../../lib/catalogue/catalogue-table';
import type { Service } from '../../lib/catalogue/catalogue';
import { type ProcessorFile, processorFileSchema } from './processor-schema';
import { readJson } from './read-json';
import { cloudRegionsFileSchema, edgeCitiesFileSchema, sharedHostsFileSchema } from './register-schema';

/** All of `assets/processors`, in the order of their ids. Throws for a file that is not as it should be. */
export function readProcessors(root: string): readonly ProcessorFile[] {
  const names = readdirSync(join(root, 'assets/processors')).filter((name) => name.endsWith('.json'));
  return names.sort().map((name) => {
    const shown = `assets/processors/${name}`;
    const file = readJson(join(root, shown), shown, processorFileSchema);
    if (name !== `${file.id}.json`) throw new Error(`${shown}#/id: "${file.id}" is not the file's name`);
    checkNames(shown, 'urls', file.urls);
    checkNames(shown, 'headers', file.headers ?? []);
    return file;
  });
}

/** The table that `createCatalogue` reads. The test URLs stay behind. */
export function compileProcessors(root: string): CatalogueTable {
  const files = readProcessors(root);
  const register = (name: string) => [join(root, `assets/registers/${name}`), `assets/registers/${name}`] as const;
  const shared = readJson(...register('shared-hosts.json'), sharedHostsFileSchema);
  const edges = readJson(...register('edge-cities.json'), edgeCitiesFileSchema);
  const { countries, providers } = readJson(...register('cloud-regions.json'), cloudRegionsFileSchema);
  const regions = Object.fromEntries(providers.map(({ service, regions: places }) => [service, places]));
  checkRegions(files, regions);
  return {
    asOf: files.reduce((newest, { reviewedOn }) => (reviewedOn > newest ? reviewedOn : newest), ''),
    services: files.map(serviceOf),
    urlRules: files.flatMap(urlRulesOf),
    headerRules: files.flatMap(headerRulesOf),
    sharedHosts: shared.hosts.map(({ host }) => host),
    edgeCities: edges.cities,
    regions,
    placeCountries: Object.fromEntries(
      Object.entries(countries).flatMap(([country, places]) => places.map((place) => [place, country])),
    ),
  };
}

function serviceOf({ urls: _urls, headers: _headers, tests: _tests, ...service }: ProcessorFile): Service {
  return service;
}

function urlRulesOf({ id, urls }: ProcessorFile): readonly UrlRule[] {
  return urls.map(({ name, ...rule }) => ({ service: id, rule: `${id}/${name}`, ...rule }));
}

function headerRulesOf({ id, headers = [] }: ProcessorFile): readonly HeaderRule[] {
  return headers.map(({ name, ...rule }) => ({ service: id, rule: `${id}/${name}`, ...rule }));
}

/** A `{region}` without a register of regions would never fit. */
function checkRegions(files: readonly ProcessorFile[], regions: Regions): void {
  for (const { id, urls } of files) {
    const at = urls.findIndex(({ hosts }) => hosts.some((host) => host.includes('{region}')));
    if (at >= 0 && regions[id] === undefined)
      throw new Error(`assets/processors/${id}.json#/urls/${at}/hosts: cloud-regions.json has no regions of "${id}"`);
  }
}

function checkNames(shown: string, member: string, rules: readonly { readonly name: string }[]): void {
  for (const [at, { name }] of rules.entries()) {
    const first = rules.findIndex((rule) => rule.name === name);
    if (first !== at)
      throw new Error(`${shown}#/${member}/${at}/name: "${name}" is also the name of ${member}/${first}`);
  }
}
