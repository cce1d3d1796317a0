import { expect, test } from 'vitest';
import { clausesOn } from '../../../lib/transfer/clauses-on';

test.each([
  ['2021/914', '2021-06-26', 'not-yet'],
  ['2021/914', '2021-06-27', 'current'],
  ['2021/914', '2026-11-22', 'current'],
  ['2010/87/EU', '2022-12-27', 'current'],
  ['2010/87/EU', '2022-12-28', 'lapsed'],
  ['2004/915/EC', '2022-12-28', 'lapsed'],
  ['2001/497/EC', '2022-12-27', 'current'],
  ['2001/497/EC', '2022-12-28', 'lapsed'],
  ['2021/915', '2026-11-22', 'unknown'],
])('the clauses of %s on %s: %s', (decision, on, kind) => expect(clausesOn(decision, on).kind).toBe(kind));

test('old clauses say when they ended', () => {
  expect(clausesOn('2010/87/EU', '2026-11-22')).toMatchObject({ act: 'Decision 2010/87/EU', ended: '2022-12-27' });
});
