import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { adequacyFor } from '../../../lib/transfer/adequacy-on';

describe('a decision named', () => {
  test.each([
    ['US', 'US-SH', '2015-10-05', 'covers'],
    ['US', 'US-SH', '2015-10-06', 'lapsed'],
    ['US', 'US-PS', '2020-07-15', 'covers'],
    ['US', 'US-PS', '2020-07-16', 'lapsed'],
    ['US', 'US-DPF', '2023-07-09', 'none'],
    ['US', 'US-DPF', '2023-07-10', 'covers'],
    ['US', 'US-DPF', '2026-11-22', 'covers'],
    ['*', 'US-DPF', '2026-11-22', 'covers'],
    ['GB', 'GB', '2021-06-27', 'none'],
    ['GB', 'GB', '2021-06-28', 'covers'],
    ['GB', 'GB', '2031-12-27', 'covers'],
    ['GB', 'GB', '2031-12-28', 'lapsed'],
    ['BR', 'BR', '2026-01-25', 'none'],
    ['BR', 'BR', '2026-01-26', 'covers'],
    ['AD', 'AD', '2010-10-18', 'none'],
    ['AD', 'AD', '2010-10-19', 'covers'],
    ['KR', 'KR', '2021-12-16', 'none'],
    ['KR', 'KR', '2021-12-17', 'covers'],
    ['DE', 'EPO', '2025-07-14', 'none'],
    ['DE', 'EPO', '2025-07-15', 'covers'],
    ['IN', 'US-DPF', '2026-11-22', 'none'],
    ['US', 'US-ABC', '2026-11-22', 'none'],
  ])('%s, %s on %s: %s', (country, decision, on, kind) => expect(adequacyFor(country, decision, on).kind).toBe(kind));
});

describe('no decision named', () => {
  test.each([
    ['US', '2015-10-05', 'covers', 'US-SH'],
    ['US', '2020-07-16', 'lapsed', 'US-PS'],
    ['US', '2023-07-09', 'lapsed', 'US-PS'],
    ['US', '2023-07-10', 'covers', 'US-DPF'],
    ['JP', '2026-11-22', 'covers', 'JP'],
  ])('%s on %s: %s, %s', (country, on, kind, id) =>
    expect(adequacyFor(country, undefined, on)).toMatchObject({ kind, id }),
  );

  test.each(['IN', 'CN', '*', ''])('%s has none', (country) => {
    expect(adequacyFor(country, undefined, '2026-11-22')).toEqual({ kind: 'none' });
  });
});

test('the decision for the USA covers only some recipients there', () => {
  expect(adequacyFor('US', 'US-DPF', '2026-11-22')).toMatchObject({
    act: 'Decision (EU) 2023/1795 (EU-US Data Privacy Framework)',
    scope: 'organisations on the EU-US Data Privacy Framework list only',
    until: null,
  });
});

test('one that lapsed says when', () => {
  expect(adequacyFor('US', 'US-PS', '2026-11-22')).toMatchObject({
    kind: 'lapsed',
    act: 'Decision (EU) 2016/1250 (Privacy Shield)',
    ended: '2020-07-16',
  });
});

test('a number that was not checked is not shown', () => {
  expect(adequacyFor('AR', 'AR', '2026-11-22')).toMatchObject({ act: 'Adequacy decision for Argentina' });
});

test('any words are answered', () => {
  fc.assert(fc.property(fc.string(), fc.string(), fc.string(), (a, b, c) => adequacyFor(a, b, c).kind !== undefined));
});
