import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import Audit from '../../../components/audit/Audit.svelte';
import { catalogue } from '../../../lib/catalogue/default-catalogue';
import { auditReport } from '../../../lib/audit/audit-report';
import { beginSession, finish } from '../../../lib/audit/audit-session';
import { findingsAsCsv } from '../../../lib/report/audit-csv';
import { auditAsHtml } from '../../../lib/report/audit-html';
import { auditAsJson } from '../../../lib/report/audit-json';
import { auditAsMarkdown } from '../../../lib/report/audit-markdown';
import { header, sessionOf } from '../../fixtures/audits';
import { contact, noon, observation } from '../../fixtures/observations/make';
import { sha256 } from '../../support/sha256';
import { shop } from '../comparison/findings/on-shop';
import { english as t } from '../words/english';

const url = 'https://shop.example/privacy';
const rule = catalogue.identify('https://region1.google-analytics.com/g/collect?v=2&tid=G-1')?.rule ?? null;
const policy = shop({
  processors: [
    {
      ...{ id: 'ga', name: 'Google Analytics', service: 'google-analytics', load: 'after-consent' },
      sources: [{ url, heading: 'Statistics', quote: 'We measure only if you agree.' }],
    },
  ],
});
const hit = contact({
  ...{ host: 'region1.google-analytics.com', service: 'google-analytics', rule, sent: 3 },
  byConsent: { 'before-choice': 1, accepted: 2 },
});
const page = (path: string, contacts: readonly (typeof hit)[]) =>
  [observation('shop.example', { url: `https://shop.example/${path}`, contacts: [...contacts] }), null] as const;
const report = auditReport(
  sessionOf([page('', [hit, contact({ host: 'r.example', redirectedTo: [hit.host] })]), page('about', [])]),
  policy,
  catalogue,
  noon,
);

/** What is asked of the evidence of `observed-before-consent:ga`, wherever it is told. */
const words = [
  'a rule from the provider’s own documents',
  'sent on from r.example',
  '2 after you accepted',
  'We measure only if you agree.',
  'Statistics',
];

const textOf = (markup: string) =>
  markup
    .replaceAll(/<!--.*?-->/gs, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ');

test('the card of a finding tells rule and trust, redirects, states of consent, pages and the policy’s own words', () => {
  const nothing = () => undefined;
  const { body } = render(Audit, {
    props: {
      ...{ obstacle: null, patch: null, issues: [], isDone: null, isDraft: false, isKept: true, t, report },
      head: finish(beginSession('shop.example', 'browser', noon), noon),
      ...{ onstep: nothing, onpatch: nothing, onexport: nothing },
    },
  });
  const text = textOf(body.slice(body.indexOf('data-finding-key="observed-before-consent:ga"')));
  for (const one of [...words, 'Seen on https://shop.example/ ']) expect(text).toContain(one);
});

test('so do the report to print and the text', () => {
  const markdown = auditAsMarkdown(t, report, header).replaceAll('\\', '');
  for (const text of [textOf(auditAsHtml(t, report, header)), markdown])
    for (const one of [...words, `Statistics, ${url}`, 'Seen on']) expect(text).toContain(one);
});

test('so do the data and the table', async () => {
  const json = JSON.parse(await auditAsJson(report, header, sha256)) as { findings: { key: string }[] };
  expect(json.findings.find(({ key }) => key === 'observed-before-consent:ga')).toMatchObject({
    ...{ pages: ['https://shop.example/'], morePages: 0 },
    sources: [
      { url, heading: 'Statistics', quote: 'We measure only if you agree.', pointer: '/processors/0/sources/0' },
    ],
    evidence: [{ kind: 'contact', match: { rule, trust: 'verified' }, redirectedFrom: ['r.example'] }],
  });
  const csv = findingsAsCsv(report);
  for (const one of [
    'types=script:1 consent=before-choice:1,accepted:2 first=2026-11-22T12:00:00.100Z last=2026-11-22T12:00:00.900Z',
    `startedBy=page rule=${rule ?? ''} trust=verified redirectedFrom=r.example`,
    `Statistics | We measure only if you agree. | ${url}`,
  ])
    expect(csv).toContain(one);
});
