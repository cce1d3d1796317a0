import { createHash } from 'node:crypto';
import { json, reply } from './reply';
import type { Answer } from './site';

export const wellKnown = '/.well-known/privacy-policy.json';

/** Serves a policy file with an ETag, and answers 304 to who has it already. */
export function policyFile(policy: unknown): Answer {
  const body = typeof policy === 'string' ? policy : JSON.stringify(policy, null, 2);
  const etag = `"${createHash('sha256').update(body).digest('hex').slice(0, 16)}"`;
  const headers = { etag, 'cache-control': 'max-age=3600' };
  return ({ headers: asked }) => (asked['if-none-match'] === etag ? reply(304, '', '', headers) : json(body, headers));
}
