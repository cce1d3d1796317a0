import { describe, expect, test } from 'vitest';
import { compare } from '../../../lib/comparison/compare';
import type { ProcessorReport, SiteReport } from '../../../lib/comparison/site-report';
import cloudops from '../../fixtures/cloudops.json' with { type: 'json' };
import { cloudopsHome, cloudopsUndeclared } from '../../fixtures/observations/cloudops';
import { noon, observation } from '../../fixtures/observations/make';
import { stateOf } from '../../fixtures/observations/read-policy';
import { testCatalogue } from '../../fixtures/observations/test-catalogue';

const policy = stateOf(cloudops, 'cloudops.example');
const report = compare(policy, cloudopsHome, testCatalogue, noon);

const rowOf = (from: SiteReport, id: string): ProcessorReport => {
  const row = from.processors.find((it) => it.id === id);
  if (row === undefined) throw new Error(`No row ${id}`);
  return row;
};

describe('the CloudOps policy on its start page', () => {
  test('all nine processors are rows, the active first and the rest as they can be told', () => {
    expect(report.processors.map(({ id, declaration, activity }) => `${id} ${declaration} ${activity}`)).toEqual([
      'aws-hosting declared active',
      'google-analytics declared active',
      'google-tag-manager declared active',
      'pipedrive-crm declared active',
      'recaptcha declared active',
      'pipedrive-calendar declared not-seen',
      'miro declared not-seen',
      'zoom declared not-seen',
      'zapier declared not-observable',
    ]);
  });

  test.each([
    ['google-analytics', ['US stated A46-2-c', '* general-clause-only A45-3 A49-1-a A46-2-c']],
    ['google-tag-manager', ['US stated A46-2-c']],
    ['miro', ['US stated A46-2-c']],
    ['zoom', ['US stated A46-2-c']],
    ['pipedrive-calendar', ['US general-clause-only A45-3 A49-1-a A46-2-c']],
    ['recaptcha', ['US general-clause-only A45-3 A49-1-a A46-2-c']],
    ['zapier', ['US general-clause-only A45-3 A49-1-a A46-2-c']],
    ['aws-hosting', ['null nothing-said ']],
    ['pipedrive-crm', ['null nothing-said ']],
  ])('%s: transfers are %j', (id, expected) => {
    const told = rowOf(report, id).transfers.map(({ country, verdict, bases }) => {
      return `${country} ${verdict} ${bases.join(' ')}`;
    });
    expect(told).toEqual(expected);
  });

  test('all seven activities have their transfers told', () => {
    expect(Object.keys(report.activityTransfers)).toHaveLength(7);
    expect(Object.values(report.activityTransfers).flatMap((it) => it.map(({ verdict }) => verdict))).toEqual(
      Array.from({ length: 7 }, () => 'nothing-said'),
    );
  });

  test('AWS is active by the headers alone', () => {
    const aws = rowOf(report, 'aws-hosting');
    expect([aws.sent, aws.hosting.map(({ evidence }) => evidence)]).toEqual([0, ['x-amz-cf-pop: FRA56']]);
  });

  test('of two declarations of Pipedrive the longest pattern takes the web form', () => {
    expect(rowOf(report, 'pipedrive-crm')).toMatchObject({ sent: 1, sharedWith: [], isOnlyShared: false });
    expect(rowOf(report, 'pipedrive-calendar').contacts).toEqual([]);
  });

  test('the counts are nine declared, five at work, one that no browser can see', () => {
    expect(report.counts).toEqual({
      declared: 9,
      active: 5,
      activeDeclared: 5,
      activeNotDeclared: 0,
      stopped: 0,
      notObservable: 1,
      unidentified: 0,
      broughtIn: 0,
    });
  });

  test('the findings: the direct way to Google against the text, general clauses, the http link, and notes for testers', () => {
    expect(report.findings.map(({ severity, id, subject }) => `${severity} ${id} ${subject}`)).toEqual([
      'warning measure-contradicted google-analytics',
      'note transfer-basis-not-stated google-analytics',
      'note transfer-basis-not-stated recaptcha',
      'note transfer-basis-not-stated pipedrive-calendar',
      'note transfer-basis-not-stated zapier',
      'note link-not-https http://tools.google.com/dlpage/gaoptout',
      'note information-not-stated data-protection-officer',
      'note information-not-stated legal-basis',
      'note information-not-stated transfers',
      'note information-not-stated automated-decisions',
      'note information-not-stated storage-basis',
      'note name-differs miro',
      'note name-differs zoom',
    ]);
  });

  test('the analytics cookies go to Google Analytics and the session cookie stays with the site', () => {
    expect(rowOf(report, 'google-analytics').cookies.map(({ name }) => name)).toEqual(['_ga', '_ga_CLOUDOPS1']);
    expect(report.ownCookies.map(({ name }) => name)).toEqual(['session_id']);
  });

  test('no seat abroad is flagged, for each recipient in the USA has a transfer stated', () => {
    expect(report.processors.map(({ seatAbroad }) => seatAbroad)).toEqual(report.processors.map(() => null));
  });
});

describe('the CloudOps policy on a page with an undeclared tracker', () => {
  const { findings, counts, unidentified } = compare(policy, cloudopsUndeclared, testCatalogue, noon);

  test('the tracker is an error, for the policy promises to name all third parties, and the promise is quoted', () => {
    const [first] = findings;
    expect(first).toMatchObject({
      id: 'undeclared-processor',
      severity: 'error',
      subject: 'service:meta-pixel',
      pointer: '/disclosure',
    });
    expect(first?.quote).toContain('If your data are transferred to third parties, this is mentioned in this privacy');
  });

  test('the unknown host is an unidentified recipient with the name that a public list has for it', () => {
    expect(unidentified.map(({ domain, name, activity }) => [domain, name, activity])).toEqual([
      ['cdn-x.example', 'X Networks', 'active'],
    ]);
    expect(findings.find(({ id }) => id === 'unidentified-recipient')).toMatchObject({ severity: 'warning' });
  });

  test('two more are at work that the policy does not name', () => {
    expect(counts).toMatchObject({ active: 7, activeDeclared: 5, activeNotDeclared: 2, unidentified: 1 });
  });
});

test('a Pipedrive host that no declaration claims is one of the two, and counted once', () => {
  const page = observation('cloudops.example', {
    contacts: cloudopsHome.contacts.slice(4, 5).map((it) => ({ ...it, host: 'pipedrivewebforms.com' })),
  });
  const { processors, counts } = compare(policy, page, testCatalogue, noon);
  const shared = processors.filter(({ isOnlyShared }) => isOnlyShared);
  expect(shared.map(({ id, activity, sharedWith }) => [id, activity, sharedWith])).toEqual([
    ['pipedrive-calendar', 'active', ['pipedrive-crm']],
    ['pipedrive-crm', 'active', ['pipedrive-calendar']],
  ]);
  expect(counts.active).toBe(1);
});
