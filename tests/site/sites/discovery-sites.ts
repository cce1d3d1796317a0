import { declaredAnalytics, minimalPolicy } from '../minimal-policy';
import { policyFile, wellKnown } from '../policy-file';
import { html } from '../reply';
import { smallSites } from './small-site';

const link = (href: string) => `<link rel="privacy-policy" type="application/json" href="${href}">`;

/** Where a policy file is found, and links that must not be followed. */
export const discoverySites = smallSites({
  'linked.example': {
    about: 'The page links to its policy file.',
    head: link('/legal/policy.json'),
    extra: { '/legal/policy.json': policyFile(minimalPolicy('linked.example')) },
  },
  'header.example': {
    about: 'The response header names the policy file.',
    headers: { link: '</legal/policy.json>; rel="privacy-policy"; type="application/json"' },
    extra: { '/legal/policy.json': policyFile(minimalPolicy('header.example')) },
  },
  'well-known.example': {
    about: 'The policy file is at the well-known place.',
    extra: { [wellKnown]: policyFile(minimalPolicy('well-known.example')) },
  },
  'people-link.example': {
    about: 'The link is for people; the policy file is at the well-known place.',
    head: '<link rel="privacy-policy" href="/privacy">',
    extra: {
      '/privacy': html('<!doctype html><title>Privacy</title><p>For people.'),
      [wellKnown]: policyFile(minimalPolicy('people-link.example')),
    },
  },
  'plain-link.example': {
    about: 'The page links to a policy file without encryption.',
    head: link('http://plain-link.example/policy.json'),
    extra: { '/policy.json': policyFile(minimalPolicy('plain-link.example')) },
  },
  'elsewhere.example': {
    about: 'The page links to a policy file on another site.',
    head: link('https://cloudops.example/.well-known/privacy-policy.json'),
  },
  'differs.example': {
    about: 'The linked policy file and the well-known one differ.',
    head: link('/policy.json'),
    extra: {
      '/policy.json': policyFile(minimalPolicy('differs.example', { processors: [declaredAnalytics] })),
      [wellKnown]: policyFile(minimalPolicy('differs.example', { title: 'Another privacy policy' })),
    },
  },
  localhost: {
    about: 'A site in the making, without encryption.',
    extra: { [wellKnown]: policyFile(minimalPolicy('localhost', { appliesTo: undefined })) },
  },
});
