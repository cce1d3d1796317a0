import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseGpcSupport } from '../../../lib/consent/gpc-support';

test.each([
  ['{"gpc": true, "lastUpdate": "2026-11-01"}', { heeds: true, asOf: '2026-11-01' }],
  ['{"gpc": true, "lastUpdate": "2026-11-01T08:00:00Z"}', { heeds: true, asOf: '2026-11-01' }],
  ['{"gpc": false}', { heeds: false, asOf: null }],
  ['{"gpc": true, "lastUpdate": "<b>soon</b>"}', { heeds: true, asOf: null }],
  ['{"gpc": "true"}', null],
  ['<!doctype html>', null],
  ['', null],
])('%s says %j', (text, expected) => {
  expect(parseGpcSupport(text)).toEqual(expected);
});

test('whatever stands in the file, reading it throws nothing', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      expect(() => parseGpcSupport(text)).not.toThrow();
    }),
  );
});
