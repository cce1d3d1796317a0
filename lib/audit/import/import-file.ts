import type { Catalogue } from '../../catalogue/catalogue';
import { importJson, memberOf } from './import-json';
import { type Imported, refused } from './imported-session';
import { readHarValue } from './read-har';
import { readInspectionValue } from './read-inspection';

/**
 * What a file that someone chose shows of a site: a HAR file, or an `inspection.json` of the Website Evidence
 * Collector, known by what is in it. `name` is the file's own, and helps only where the content tells nothing.
 */
export function importFile(text: string, name: string, catalogue: Catalogue): Imported {
  const json = importJson(text);
  if (!json.ok) return refused(json.code, json.message);
  const { value } = json;
  if (memberOf(memberOf(value, 'log'), 'entries') !== undefined || /\.har$/i.test(name))
    return readHarValue(value, catalogue);
  if (memberOf(value, 'uri_ins') !== undefined || /(^|[-_/\\])inspection\.json$/i.test(name))
    return readInspectionValue(value, catalogue);
  return refused('not-recognised', 'The file is neither a HAR file nor an inspection.json.');
}
