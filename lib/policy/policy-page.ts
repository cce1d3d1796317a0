import { type FetchPorts, type WantedFile, fetchPolicy } from './fetch-rules';
import { isHtmlType } from './media-type';
import type { FetchFailure } from './policy-state';
import { policyText } from './policy-text';
import { decodeUtf8 } from './read-json';
import { targetRefusal } from './target-refusal';

/** The policy for people, as far as somebody asked for it. */
export type PolicyPage =
  | { readonly kind: 'read'; readonly url: string; readonly text: string }
  | { readonly kind: 'failed'; readonly url: string; readonly failure: FetchFailure };

const wanted: WantedFile = {
  accept: 'text/html',
  maxBytes: 2 * 1024 * 1024,
  typeFailure: (mediaType) => (isHtmlType(mediaType) ? null : 'wrong-type'),
};

/**
 * The text of the page that a policy file names as its text for people (`policyUrl`), fetched by the rules for files
 * whose address a page chose: the site's own hosts alone, no cookies, no redirects, 2 MiB, 5 s, UTF-8. `pageUrl` is that
 * of a page of the site. Never throws for what a server or network does.
 */
export async function fetchPolicyPage(policyUrl: string, pageUrl: string, ports: FetchPorts): Promise<PolicyPage> {
  const failed = (failure: FetchFailure): PolicyPage => ({ kind: 'failed', url: policyUrl, failure });
  const refusal = targetRefusal(policyUrl, pageUrl);
  if (refusal !== null) return failed(refusal);
  const fetched = await fetchPolicy(policyUrl, ports, {}, wanted);
  if (fetched.kind !== 'file') return failed(fetched.kind === 'failed' ? fetched.failure : 'server-error');
  const html = decodeUtf8(fetched.bytes);
  return html === null ? failed('wrong-type') : { kind: 'read', url: policyUrl, text: policyText(html) };
}
