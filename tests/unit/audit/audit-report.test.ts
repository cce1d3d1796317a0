import { expect, test } from 'vitest';
import { auditReport } from '../../../lib/audit/audit-report';
import { beginSession, judge, setScenario, takeIn } from '../../../lib/audit/audit-session';
import { chooseFindings, everyFinding } from '../../../lib/audit/choose-findings';
import { noConsentSeen } from '../../../lib/consent/consent';
import cloudops from '../../fixtures/cloudops.json';
import { cloudopsHome } from '../../fixtures/observations/cloudops';
import { contact, noon, observation } from '../../fixtures/observations/make';
import { stateOf } from '../../fixtures/observations/read-policy';
import { testCatalogue } from '../../fixtures/observations/test-catalogue';

const policy = stateOf(cloudops, 'cloudops.example');
const host = 'cloudops.example';
const begun = beginSession(host, 'browser', noon);
const reportOf = (session: typeof begun) => auditReport(session, policy, testCatalogue, noon);
const hotjar = (state: 'refused' | 'accepted') =>
  contact({ host: 'static.hotjar.com', service: 'hotjar', rule: 'hotjar/script', byConsent: { [state]: 1 } });

const walked = takeIn(begun, [
  observation(host, {
    documentId: 'D1',
    contacts: [hotjar('refused')],
    consent: { ...noConsentSeen, state: 'refused' },
  }),
  observation(host, { documentId: 'D2', startedAt: noon + 1, consent: { ...noConsentSeen, state: 'accepted' } }),
]);

test('before the first page there is nothing, and that is said as such', () => {
  const report = reportOf(begun);
  expect([report.total, report.pages, report.findings, report.rows, report.scenarios]).toEqual([null, [], [], [], []]);
});

test('each scenario has its own verdicts, and the whole has them all', () => {
  const report = reportOf(walked);
  expect(report.scenarios.map(({ id, pages }) => [id, pages])).toEqual([
    ['refused', 1],
    ['accepted', 1],
  ]);
  const row = report.rows.find(({ hosts }) => hosts.includes('static.hotjar.com'));
  expect(row).toMatchObject({ activity: 'active', declaration: 'not-declared', byScenario: { refused: 'active' } });
  expect(row?.byScenario).not.toHaveProperty('accepted');
  const finding = report.findings.find(({ id, subject }) => id === 'undeclared-processor' && subject === row?.id);
  expect(finding?.scenarios).toEqual(['refused']);
});

test('what is set by hand goes before what the page tells', () => {
  const named = takeIn(setScenario(walked, 'own:basket'), [
    observation(host, { documentId: 'D3', startedAt: noon + 2 }),
  ]);
  expect(reportOf(named).scenarios.map(({ id }) => id)).toEqual(['refused', 'accepted', 'own:basket']);
  expect(reportOf(named).pages.at(-1)?.scenarios).toEqual(['own:basket']);
});

test('what the tester says stands beside the finding and changes nothing of it', () => {
  const before = reportOf(walked).findings[0];
  if (before === undefined) throw new Error('There is no finding.');
  const said = judge(walked, before.key, { state: 'explained', note: 'Agreed with the client.' });
  const after = reportOf(said).findings[0];
  expect(after).toEqual({ ...before, judgement: { state: 'explained', note: 'Agreed with the client.' } });
});

test('pages in another order of arrival give the same report', () => {
  const pages = [
    { ...cloudopsHome, documentId: 'D1' },
    { ...cloudopsHome, documentId: 'D2', startedAt: noon + 9 },
  ];
  expect(reportOf(takeIn(begun, pages))).toEqual(reportOf(takeIn(begun, [...pages].reverse())));
});

test('findings are chosen by severity, scenario, judgement and words', () => {
  const { findings } = reportOf(walked);
  const textOf = (finding: (typeof findings)[number]) => finding.key;
  const count = (choice: Partial<typeof everyFinding>) =>
    chooseFindings(findings, { ...everyFinding, ...choice }, textOf).length;
  expect(count({})).toBe(findings.length);
  expect(count({ scenario: 'refused', search: 'HOTJAR' })).toBe(1);
  expect(count({ scenario: 'accepted', search: 'hotjar' })).toBe(0);
  expect(count({ judgement: 'fixed' })).toBe(0);
  expect(count({ severity: 'note' })).toBe(findings.filter(({ severity }) => severity === 'note').length);
});
