import { expect, test } from 'vitest';
import { compare } from '../../../lib/comparison/compare';
import type { OptOutReport } from '../../../lib/opt-out/opt-out';
import { reportAsJson } from '../../../lib/report/report-json';
import { describeReport } from '../../../lib/words/describe-report';
import { cloudopsHome } from '../../fixtures/observations/cloudops';
import { testCatalogue } from '../../fixtures/observations/test-catalogue';
import { optOut } from '../../fixtures/opt-out';
import { english as t } from '../words/english';

const report = (more: Partial<OptOutReport>) => ({
  ...compare({ kind: 'not-looked' }, cloudopsHome, testCatalogue, 0),
  optOut: optOut(more),
});
const leaks = [{ reason: 'own-host', hits: 2, host: 'a.example', frame: null }] as const;
const leaking = { proof: { kind: 'not-effective', hits: 2, leaks } } as const;

test('the saved report holds the state of the opt-out, with its time as people can read it', () => {
  const saved = JSON.parse(reportAsJson(report({}))) as { readonly optOut: object };
  expect(saved.optOut).toMatchObject({
    service: 'google-analytics',
    on: 'site',
    proof: { kind: 'proven', since: '2026-11-22T12:00:00.000Z' },
  });
});

test('what left is in it, and what is known besides is not', () => {
  const more = { ...leaking, deletable: [{ name: '_ga', domain: 'a.example', partition: null, value: 'GA1.1' }] };
  const text = reportAsJson(report(more));
  expect(JSON.parse(text)).toMatchObject({ optOut: { proof: { hits: 2, leaks: [{ reason: 'own-host' }] } } });
  expect(text).not.toContain('GA1.1');
});

test('the copied report says where the opt-out stands, once it is on', () => {
  expect(describeReport(t, report(leaking))).toContain('Google Analytics: Switched off, but 2 hits left all the same:');
  expect(describeReport(t, report({ on: null, proof: { kind: 'off', hits: 1, hasTag: true } }))).not.toContain('1 hit');
});
