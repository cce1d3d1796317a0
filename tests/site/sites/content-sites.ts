import { declaredAnalytics, minimalPolicy, minimalProcessor } from '../minimal-policy';
import { policyFile, wellKnown } from '../policy-file';
import { json } from '../reply';
import { smallSites } from './small-site';

const withPolicy = (about: string, policy: unknown) => ({ about, extra: { [wellKnown]: policyFile(policy) } });

/** Policy files that arrive, and what is wrong or special about what they say. */
export const contentSites = smallSites({
  'broken.example': {
    about: 'The policy file is not JSON.',
    extra: { [wellKnown]: json('{ "privacyPolicy": "1.0", "title": "Cut o') },
  },
  'not-a-policy.example': withPolicy('The file is JSON, but no policy.', { name: 'something else' }),
  'half-broken.example': withPolicy(
    'One processor in the policy file cannot be read; the others can.',
    minimalPolicy('half-broken.example', {
      processors: [declaredAnalytics, { id: 'NOT A SLUG', name: 17 }, minimalProcessor('counter', 'Counter')],
    }),
  ),
  'unknown-word.example': withPolicy(
    'The policy file uses a word that the format does not know.',
    minimalPolicy('unknown-word.example', {
      processors: [minimalProcessor('counter', 'Counter', { legalBases: [{ basis: 'A6-1-z' }] })],
    }),
  ),
  'other-host.example': withPolicy(
    'The policy file covers another host.',
    minimalPolicy('other-host.example', { appliesTo: ['shop.other-host.example'], processors: [declaredAnalytics] }),
  ),
  'draft.example': withPolicy('The policy file is a draft.', minimalPolicy('draft.example', { status: 'draft' })),
  'superseded.example': withPolicy(
    'The policy file has been superseded.',
    minimalPolicy('superseded.example', { status: 'superseded' }),
  ),
  'future.example': withPolicy(
    'The policy file is not yet valid.',
    minimalPolicy('future.example', { validFrom: '2999-01-01' }),
  ),
});
