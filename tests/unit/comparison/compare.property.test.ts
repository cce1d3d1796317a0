import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compare } from '../../../lib/comparison/compare';
import { isSetHere } from '../../../lib/comparison/set-here';
import { badgeOf } from '../../../lib/report/badge';
import { reportAsJson } from '../../../lib/report/report-json';
import { anyObservation, anyPolicy, anyRead, anyTime } from '../../fixtures/observations/arbitrary';
import { noon } from '../../fixtures/observations/make';
import { testCatalogue } from '../../fixtures/observations/test-catalogue';

const ofService = (cookieName: string) => testCatalogue.identifyCookie(cookieName, 'shop.example', null);

const placedContacts = (report: ReturnType<typeof compare>) => [
  ...report.processors.flatMap(({ contacts }) => contacts),
  ...report.unidentified.flatMap(({ contacts }) => contacts),
  ...report.ownContacts,
];

describe('for any page and any policy', () => {
  test('compare never throws, nor does what shows its report', () => {
    fc.assert(
      fc.property(anyPolicy, fc.option(anyObservation), anyTime, (policy, seen, now) => {
        const report = compare(policy, seen, testCatalogue, now);
        reportAsJson(report);
        expect(badgeOf({ kind: 'report', report }).text).not.toBe('');
      }),
      { numRuns: 500 },
    );
  });

  test('every contact is in the report, and in two rows only where each names the other', () => {
    fc.assert(
      fc.property(anyPolicy, anyObservation, (policy, seen) => {
        const report = compare(policy, seen, testCatalogue, noon);
        expect(new Set(placedContacts(report))).toEqual(new Set(seen.contacts));
        for (const it of seen.contacts) {
          const rows = report.processors.filter(({ contacts }) => contacts.includes(it));
          const places = placedContacts(report).filter((placed) => placed === it).length;
          expect(places).toBe(Math.max(1, rows.length));
          for (const row of rows) {
            const others = rows.filter((other) => other !== row).map(({ id }) => id);
            expect(row.sharedWith).toEqual(expect.arrayContaining(others));
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  test('every cookie is in the report', () => {
    fc.assert(
      fc.property(anyPolicy, anyObservation, (policy, seen) => {
        const report = compare(policy, seen, testCatalogue, noon);
        const placed = [...report.processors, ...report.unidentified].flatMap(({ cookies }) => cookies);
        expect(new Set([...placed, ...report.ownCookies, ...report.otherCookies])).toEqual(new Set(seen.cookies));
      }),
    );
  });

  test('nothing is "not seen" unless all was watched', () => {
    fc.assert(
      fc.property(anyPolicy, fc.option(anyObservation), (policy, seen) => {
        const { processors, coverage } = compare(policy, seen, testCatalogue, noon);
        if (processors.some(({ activity }) => activity === 'not-seen')) expect(coverage.kind).toBe('all');
      }),
      { numRuns: 300 },
    );
  });

  test('nothing is active unless something was sent, listed, or shown by the headers or by a cookie set meanwhile', () => {
    fc.assert(
      fc.property(anyPolicy, anyObservation, (policy, seen) => {
        const { processors, unidentified } = compare(policy, seen, testCatalogue, noon);
        for (const row of [...processors, ...unidentified]) {
          const hosting = 'hosting' in row ? row.hosting.length : 0;
          const telling = row.cookies.filter((one) => isSetHere(one) && ofService(one.name) !== null);
          expect(row.activity === 'active').toBe(row.sent + row.listed + hosting + telling.length > 0);
        }
      }),
    );
  });

  test('without a policy that speaks for the page nothing is declared or "not declared"', () => {
    fc.assert(
      fc.property(anyPolicy, anyObservation, (policy, seen) => {
        const { processors, counts, findings } = compare(policy, seen, testCatalogue, noon);
        const isInForce = policy.kind === 'read' && policy.applies === 'yes';
        if (isInForce) return;
        expect(processors.every(({ declaration }) => declaration === 'no-declaration')).toBe(true);
        expect([counts.declared, counts.activeDeclared, counts.activeNotDeclared]).toEqual([0, 0, 0]);
        expect(findings.filter(({ id }) => id.startsWith('undeclared'))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test('the counts are what the rows say', () => {
    fc.assert(
      fc.property(anyPolicy, anyObservation, (policy, seen) => {
        const { processors, unidentified, counts } = compare(policy, seen, testCatalogue, noon);
        const active = processors.filter(({ activity }) => activity === 'active');
        const declared = active.filter((row) => row.declared !== null);
        const known = active.filter((row) => row.declared === null);
        const strangers = unidentified.filter(({ activity, isLocal }) => activity === 'active' && !isLocal);
        const started = [...known, ...strangers].filter(({ broughtInBy }) => broughtInBy === null);

        expect(counts.declared).toBe(processors.filter((row) => row.declared !== null).length);
        expect(counts.activeDeclared).toBeLessThanOrEqual(declared.length);
        expect(counts.activeDeclared).toBeGreaterThanOrEqual(declared.filter((row) => !row.isOnlyShared).length);
        if (declared.length > 0) expect(counts.activeDeclared).toBeGreaterThan(0);
        expect(counts.active).toBe(counts.activeDeclared + started.length);
        expect(counts.unidentified).toBe(strangers.filter(({ broughtInBy }) => broughtInBy === null).length);
        expect(counts.broughtIn).toBe(known.length + strangers.length - started.length);
        expect([0, started.length]).toContain(counts.activeNotDeclared);
      }),
      { numRuns: 500 },
    );
  });

  test('rows stand in the order active, stopped, not seen, not looked, not observable', () => {
    const order = ['active', 'stopped', 'not-seen', 'not-looked', 'not-observable'];
    fc.assert(
      fc.property(anyPolicy, anyObservation, (policy, seen) => {
        const ranks = compare(policy, seen, testCatalogue, noon).processors.map((row) => order.indexOf(row.activity));
        expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
      }),
    );
  });

  test('a policy adds and moves, and never takes a contact away', () => {
    fc.assert(
      fc.property(anyRead, anyObservation, (policy, seen) => {
        const without = compare({ kind: 'not-looked' }, seen, testCatalogue, noon);
        const withIt = compare(policy, seen, testCatalogue, noon);
        expect(new Set(placedContacts(withIt))).toEqual(new Set(placedContacts(without)));
      }),
    );
  });

  test('keys and ids are unique', () => {
    fc.assert(
      fc.property(anyPolicy, anyObservation, (policy, seen) => {
        const { findings, processors } = compare(policy, seen, testCatalogue, noon);
        for (const ids of [findings.map(({ key }) => key), processors.map(({ id }) => id)])
          expect(new Set(ids).size).toBe(ids.length);
      }),
      { numRuns: 300 },
    );
  });
});
