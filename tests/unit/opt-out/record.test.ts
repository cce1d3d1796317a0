import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changeChoices } from '../../../lib/opt-out/choices';
import { isMeasurementId } from '../../../lib/opt-out/measurement-id';
import type { OptOutChange } from '../../../lib/opt-out/opt-out';
import { allSites, inPlaceSince, noRecord, parseRecord, placed } from '../../../lib/opt-out/record';

const changed = (record: typeof noRecord, site: string, change: OptOutChange, now: number) =>
  placed(
    { ...record, choices: changeChoices(record.choices, site, change) },
    [change.kind === 'everywhere' ? allSites : site],
    now,
  );

test('a site counts from when its own switch was put in place, whatever came later elsewhere', () => {
  const one = changed(noRecord, 'a.example', { kind: 'site', isOn: true }, 100);
  const two = changed(one, 'b.example', { kind: 'site', isOn: true }, 200);
  expect(inPlaceSince(two, 'a.example', 'site')).toBe(100);
  expect(inPlaceSince(two, 'b.example', 'site')).toBe(200);
});

test('after an exception has ended, the site counts from its end', () => {
  const all = changed(noRecord, 'a.example', { kind: 'everywhere', isOn: true }, 100);
  const excepted = changed(all, 'a.example', { kind: 'site', isOn: false }, 200);
  const ended = changed(excepted, 'a.example', { kind: 'site', isOn: true }, 300);
  expect(inPlaceSince(ended, 'a.example', 'everywhere')).toBe(300);
  expect(inPlaceSince(ended, 'b.example', 'everywhere')).toBe(100);
  const later = changed(ended, 'c.example', { kind: 'site', isOn: false }, 400);
  expect(inPlaceSince(later, 'a.example', 'everywhere')).toBe(300);
});

test('all counts anew where the page part had to be registered anew', () => {
  const one = changed(noRecord, 'a.example', { kind: 'site', isOn: true }, 100);
  expect(inPlaceSince(placed(one, 'all', 500), 'a.example', 'site')).toBe(500);
  expect(inPlaceSince(placed(one, [], 500), 'a.example', 'site')).toBe(100);
});

test('a choice of which nobody knows when it was put in place counts from now', () => {
  const choices = changeChoices(noRecord.choices, 'a.example', { kind: 'site', isOn: true });
  expect(inPlaceSince({ ...noRecord, choices }, 'a.example', 'site')).toBeNull();
  expect(inPlaceSince(placed({ ...noRecord, choices }, [], 700), 'a.example', 'site')).toBe(700);
});

test('what is stored is read again, and anything else does no harm', () => {
  const record = changed(noRecord, 'a.example', { kind: 'site', isOn: true }, 100);
  expect(parseRecord(JSON.parse(JSON.stringify(record)))).toEqual(record);
  expect(
    parseRecord({ ownCookies: { 'a.example': ['G-DEMO000001', 'x; domain=evil'] }, inPlaceSince: { a: -1 } }),
  ).toEqual(noRecord);
  fc.assert(
    fc.property(fc.anything(), (stored) => {
      expect(() => parseRecord(stored)).not.toThrow();
    }),
  );
});

test.each([
  ['G-DEMO000001', true],
  ['UA-1234567-1', true],
  ['G-lower', false],
  ['UA-1', false],
  ['GTM-ABCDEF', false],
  ['G-DEMO000001; domain=evil.example', false],
  ['*', false],
])('%s can be a measurement id: %s', (text, expected) => {
  expect(isMeasurementId(text)).toBe(expected);
});
