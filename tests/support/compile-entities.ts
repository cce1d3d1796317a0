import * as v from 'valibot';
import { join } from 'node:path';
import { readJson } from './read-json';

const shown = 'node_modules/third-party-web/dist/entities-nostats.json';

const schema = v.array(
  v.object({ name: v.string(), category: v.optional(v.string(), ''), domains: v.array(v.string()) }),
);

/**
 * The columns of third-party-web that we need, as text: a line for each entity, `name TAB category TAB domains`.
 *
 * `*.a.example` there covers a.example too and becomes `a.example`; one host becomes `=host`. Category `other` says
 * nothing and is left out. See `createNameOf` for the reading side.
 */
export function compileEntities(root: string): string {
  const entities = readJson(join(root, shown), shown, schema);
  return entities
    .map(lineOf)
    .filter((line) => line !== '')
    .join('\n');
}

function lineOf({ name, category, domains }: v.InferOutput<typeof schema>[number]): string {
  const short = domains.map((domain) => (domain.startsWith('*.') ? domain.slice(2) : `=${domain}`));
  const usable = short.filter((domain) => /^=?[a-z0-9.-]+$/.test(domain));
  if (usable.length === 0 || /[\t\n]/.test(name)) return '';
  return `${name}\t${category === 'other' ? '' : category}\t${usable.join(' ')}`;
}
