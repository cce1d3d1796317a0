import { expect, test } from 'vitest';
import { compare } from '../../../lib/comparison/compare';
import type { TransferReport } from '../../../lib/comparison/site-report';
import type { Observation } from '../../../lib/observation/observation';
import type { PolicyState } from '../../../lib/policy/policy-state';
import { describeNotices } from '../../../lib/words/describe-notices';
import { describeReport } from '../../../lib/words/describe-report';
import { describeSummary } from '../../../lib/words/describe-summary';
import { describeTransfer } from '../../../lib/words/describe-transfer';
import cloudops from '../../fixtures/cloudops.json';
import { busyPage } from '../../fixtures/observations/busy-page';
import { cloudopsHome, cloudopsUndeclared } from '../../fixtures/observations/cloudops';
import { contact, noon, observation } from '../../fixtures/observations/make';
import { stateOf } from '../../fixtures/observations/read-policy';
import { testCatalogue } from '../../fixtures/observations/test-catalogue';
import { english as t } from './english';

const host = 'cloudops.example';
const read = stateOf(cloudops, host);
const none: PolicyState = { kind: 'none', attempts: [], checkedAt: noon };
const notFetched: PolicyState = {
  kind: 'not-fetched',
  attempts: [
    { way: 'link', url: `https://${host}/p.json`, failure: 'timed-out' },
    { way: 'well-known', url: `https://${host}/.well-known/privacy-policy.json`, failure: 'not-found' },
  ],
  checkedAt: noon,
};
const unwatched = observation(host, {
  contacts: [],
  coverage: { kind: 'none', gaps: [{ reason: 'opened-before-candor', at: noon }] },
});
const reportOf = (policy: PolicyState, seen: Observation) => compare(policy, seen, testCatalogue, noon);
const summary = (policy: PolicyState, seen: Observation) => describeSummary(t, reportOf(policy, seen)).join(' ');

test('the summary counts what is named, what is at work and what is not named', () => {
  expect(summary(read, cloudopsUndeclared)).toBe(
    'This site names 9 outside services. 5 are at work on this page. 1 more is at work that it does not name. 1 recipient is at work that Candor does not know.',
  );
});

test('without a policy file nothing is called unnamed', () => {
  const words = summary(none, cloudopsUndeclared);
  expect(words).toContain('This site publishes no policy file that Candor can read. Below is only what Candor saw.');
  expect(words).not.toContain('does not name');
});

test('a file that could not be fetched is not told as none', () => {
  expect(summary(notFetched, cloudopsHome)).toContain(
    'Candor could not fetch the policy file (timed out). That is not the same as “none”.',
  );
});

test('where Candor was not watching, no count of what is at work is given', () => {
  expect(summary(read, unwatched)).toBe('This site names 9 outside services.');
  expect(describeNotices(t, reportOf(read, unwatched)).map((it) => [it.text, it.action])).toContainEqual([
    'Candor was not watching when this page loaded. Reload to see what it does.',
    'reload',
  ]);
});

test('a page watched in part says that there may be more', () => {
  const seen: Observation = {
    ...cloudopsHome,
    coverage: { kind: 'part', since: noon, gaps: [{ reason: 'timing-full', at: noon }] },
  };
  expect(describeNotices(t, reportOf(read, seen))[0]?.text).toBe(
    'Candor missed part of this page. There may be more than shown.',
  );
});

const silence: TransferReport = {
  country: 'US',
  certainty: null,
  verdict: 'not-stated',
  bases: [],
  adequacyDecision: null,
  documentUrl: null,
  declared: null,
  pointer: null,
  reason: null,
};

test.each<[Partial<TransferReport>, string | null, string]>([
  [{ verdict: 'stated', bases: ['A46-2-c'] }, 'USA', 'standard contractual clauses (Art. 46(2)(c))'],
  [
    { verdict: 'general-clause-only', bases: ['A45-3', 'A49-1-a', 'A46-2-c'] },
    'USA',
    'Only a general sentence: an EU decision, your consent or standard clauses. It does not say which one applies to Zapier.',
  ],
  [{}, 'USA', 'The policy does not say on what basis data goes to the USA.'],
  [{ verdict: 'nothing-said', country: null }, null, 'The policy says nothing about transfers here.'],
  [
    { verdict: 'stated-none', country: 'GB', certainty: 'none' },
    'United Kingdom',
    'No transfer takes place, as stated.',
  ],
  [{ verdict: 'stated-none', country: 'GB' }, 'United Kingdom', 'The policy states that there is no basis for it.'],
  [{ verdict: 'unknown-word', bases: ['A77-x'] }, 'USA', 'unknown basis: “A77-x”'],
  [
    {
      verdict: 'lapsed',
      bases: ['A45-3'],
      adequacyDecision: 'US-PS',
      reason: { act: 'Decision (EU) 2016/1250', ended: '2020-07-16', url: null },
    },
    'USA',
    'EU adequacy decision (Art. 45(3)): EU-US Privacy Shield. This has lapsed: Decision (EU) 2016/1250, ended 16 Jul 2020.',
  ],
])('a transfer %j is told plainly', (parts, destination, text) => {
  expect(describeTransfer(t, { ...silence, ...parts }, 'Zapier')).toMatchObject({ destination, text });
});

test('the report as text names every processor with its transfer basis', () => {
  const text = describeReport(t, reportOf(read, cloudopsHome));
  for (const { name } of cloudops.processors) expect(text).toContain(`- ${name} (`);
  expect(text).toContain('USA: standard contractual clauses (Art. 46(2)(c))');
});

test('what was only tried is not said to have been sent', () => {
  const seen = observation(host, {
    contacts: [contact({ host: 'cdn-x.example', sent: 0, stopped: 4, errors: { 'net::ERR_BLOCKED_BY_CLIENT': 4 } })],
  });
  expect(describeReport(t, reportOf(read, seen))).not.toContain('was sent to cdn-x.example');
});

test('the report as text tells of workers, forms and web storage', () => {
  const text = describeReport(t, reportOf(read, busyPage));
  expect(text).toContain('- Google Analytics: www.google-analytics.com (1 sent)');
  expect(text).toContain('- newsletter.mailer.example: 1 form, sent once, sends to another site');
  expect(text).toContain(
    '- https://webforms.pipedrive.com, database · of another site: forms (not named in the policy file)',
  );
  expect(describeReport(t, reportOf(read, cloudopsHome))).not.toContain('Web storage');
});

test('a page over http is said to be open to others', () => {
  const notices = describeNotices(t, reportOf(read, { ...cloudopsHome, url: 'http://cloudops.example/' }));
  expect(notices.map(({ id }) => id)).toContain('not-encrypted');
  expect(describeNotices(t, reportOf(read, cloudopsHome)).map(({ id }) => id)).not.toContain('not-encrypted');
});
