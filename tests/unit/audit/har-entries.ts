import { readHarValue } from '../../../lib/audit/import/read-har';
import { smallCatalogue } from '../observation/small-catalogue';

export const at = '2026-11-23T09:00:00.000Z';
export const shop = 'https://shop.example/';

export interface Parts {
  readonly url?: string;
  readonly startedDateTime?: string;
  readonly dest?: string;
  readonly headers?: readonly (readonly [string, string])[];
  readonly response?: object;
  readonly _frameref?: string;
  readonly [member: string]: unknown;
}

/** An answered request of a page, but for what is given. */
export function entry({ url = shop, dest, headers = [], response = {}, ...more }: Parts = {}) {
  const asked = dest === undefined ? headers : [['Sec-Fetch-Dest', dest] as const, ...headers];
  return {
    startedDateTime: at,
    request: { method: 'GET', url, headers: asked.map(([name, value]) => ({ name, value })) },
    response: { status: 200, headers: [], cookies: [], content: { mimeType: 'text/plain' }, ...response },
    ...more,
  };
}

export const main = (url = shop, more: Parts = {}) => entry({ url, dest: 'document', ...more });
export const script = (url: string, more: Parts = {}) => entry({ url, dest: 'script', ...more });
export const log = (entries: readonly unknown[], more: object = {}) => ({ log: { version: '1.2', entries, ...more } });

export const codes = (file: unknown) =>
  readHarValue(file, smallCatalogue).issues.map(({ code, path }) => `${code} ${path}`);
/** But for the word that no cookie is in the file. */
export const told = (file: unknown) => codes(file).filter((one) => !one.startsWith('cookies-left-out'));
