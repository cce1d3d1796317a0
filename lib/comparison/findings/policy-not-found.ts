import { sampleUrl } from '../../observation/sample-url';
import type { Finding } from '../site-report';
import type { FindingContext } from './finding-context';

/**
 * Every place where a policy file may stand answered that there is none.
 *
 * It does not mean that the site has no privacy policy: almost every site has one for people. Not raised where a
 * place could not be asked (`not-fetched`), for that is not the same as "none".
 */
export function policyNotFound({ policy, site }: FindingContext): readonly Finding[] {
  if (policy.kind !== 'none') return [];
  return [
    {
      id: 'policy-not-found',
      key: `policy-not-found:${site.host}`,
      severity: 'note',
      subject: site.host,
      pointer: null,
      quote: null,
      evidence: policy.attempts.map(({ way, url, failure }) => ({
        kind: 'text',
        text: `${way}: ${sampleUrl(url)} (${failure})`,
      })),
    },
  ];
}
