import fc from 'fast-check';
import { expect, test } from 'vitest';
import { auditReport } from '../../../lib/audit/audit-report';
import { describePicture } from '../../../lib/words/describe-picture';
import { anyHostileAudit, cloudopsAudit, emptyAudit, sessionOf } from '../../fixtures/audits';
import { contact, noon, observation } from '../../fixtures/observations/make';
import { testCatalogue } from '../../fixtures/observations/test-catalogue';
import { noPolicy } from '../comparison/findings/on-shop';
import { english as t } from './english';

const counted = (of: ReturnType<typeof describePicture>) =>
  of?.bars.map(({ parts }) => Object.fromEntries(parts.map(({ kind, count }) => [kind, count])));

test('each bar has the report’s own counts', () => {
  const { total, scenarios } = cloudopsAudit;
  const reports = [total, ...scenarios.map(({ report }) => report ?? total)];
  for (const [at, bar] of (counted(describePicture(t, cloudopsAudit)) ?? []).entries()) {
    const { active = 0, declared = 0 } = reports[at]?.counts ?? {};
    const { named = 0, unidentified = 0, stopped = 0 } = bar;
    expect(named + (bar['not-named'] ?? 0) + unidentified).toBe(active);
    expect(named + (bar['not-seen'] ?? 0) + (bar['not-told'] ?? 0)).toBe(declared);
    expect(stopped).toBe(reports[at]?.counts.stopped);
  }
});

test('without a policy file nothing is named or not named', () => {
  const contacts = [contact({ host: 'www.facebook.com', service: 'meta-pixel' }), contact({ host: 'a.example' })];
  const session = sessionOf([[observation('shop.example', { contacts }), null]]);
  const picture = describePicture(t, auditReport(session, noPolicy, testCatalogue, noon));
  expect(counted(picture)).toEqual([{ 'no-policy': 1, unidentified: 1 }]);
  expect(picture?.bars.map(({ name }) => name)).toEqual(['consent not known']);
});

test('where nothing was walked, or nobody is there, there is no picture', () => {
  const quiet = auditReport(sessionOf([[observation('shop.example'), null]]), noPolicy, testCatalogue, noon);
  expect([describePicture(t, emptyAudit), describePicture(t, quiet)]).toEqual([null, null]);
});

test('the legend names each kind that is drawn, and no other', () => {
  fc.assert(
    fc.property(anyHostileAudit, (report) => {
      const picture = describePicture(t, report);
      const drawn = new Set(picture?.bars.flatMap(({ parts }) => parts.map(({ kind }) => kind)));
      expect(new Set(picture?.legend.map(({ kind }) => kind))).toEqual(drawn);
      for (const { parts } of picture?.bars ?? []) for (const { count } of parts) expect(count).toBeGreaterThan(0);
    }),
    { numRuns: 40 },
  );
});
