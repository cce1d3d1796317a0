import { hostOf } from '../party/host';
import { type FetchPorts, type WantedFile, fetchPolicy } from './fetch-rules';
import { isHtmlType } from './media-type';
import type { FetchFailure } from './policy-state';
import { decodeUtf8, maxPolicyBytes } from './read-json';

/** A file that a tester wants to try: `url` is where it lies, `null` for one that was given as text. */
export type Draft =
  | { readonly kind: 'text'; readonly text: string; readonly url: string | null }
  | { readonly kind: 'failed'; readonly url: string; readonly failure: FetchFailure };

/** Small servers for development often do not know a file's type. */
const wanted: WantedFile = {
  accept: 'application/json',
  maxBytes: maxPolicyBytes,
  typeFailure: (mediaType) => (isHtmlType(mediaType) ? 'html-instead' : null),
};

/**
 * The text of a draft on a web server of this computer: `localhost` or a name below it, http or https, and else by the
 * rules for policy files. Never throws for what a server or network does.
 */
export async function fetchDraft(url: string, ports: FetchPorts): Promise<Draft> {
  const failed = (failure: FetchFailure): Draft => ({ kind: 'failed', url, failure });
  const host = hostOf(url);
  if (host !== 'localhost' && host?.endsWith('.localhost') !== true) return failed('other-site');
  const fetched = await fetchPolicy(url, ports, {}, wanted);
  if (fetched.kind !== 'file') return failed(fetched.kind === 'failed' ? fetched.failure : 'server-error');
  const text = decodeUtf8(fetched.bytes);
  return text === null ? failed('wrong-type') : { kind: 'text', text, url };
}
