import { httpLinks } from '../../policy/http-links';
import { originalPointer } from '../../policy/original-pointer';
import type { Finding } from '../site-report';
import type { FindingContext } from './finding-context';

/**
 * A link of the policy goes over http: whoever sits on the line can read or change what people would be shown.
 *
 * It does not mean that the site itself is unencrypted. Candor shows such a link as text and never opens it.
 */
export function linkNotHttps({ policy }: FindingContext): readonly Finding[] {
  if (policy.kind !== 'read') return [];
  return httpLinks(policy.policy).map(({ pointer, url }): Finding => {
    const published = originalPointer(policy, pointer);
    return {
      id: 'link-not-https',
      key: `link-not-https:${published}`,
      severity: 'note',
      subject: url,
      pointer: published,
      quote: url,
      evidence: [],
    };
  });
}
