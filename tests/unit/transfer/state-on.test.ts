import { expect, test } from 'vitest';
import { stateOn } from '../../../lib/transfer/state-on';

const voided = { from: '2020-01-01', end: { on: '2021-01-01', why: 'void' } } as const;
const expiring = { end: { on: '2021-01-01', why: 'expires' } } as const;

test.each([
  ['2019-12-31', 'not-yet'],
  ['2020-01-01', 'in-force'],
  ['2020-12-31', 'in-force'],
  ['2021-01-01', 'ended'],
])('declared void: %s is %s', (on, state) => expect(stateOn(voided, on)).toBe(state));

test.each([
  ['0001-01-01', 'in-force'],
  ['2021-01-01', 'in-force'],
  ['2021-01-02', 'ended'],
])('expiring: %s is %s', (on, state) => expect(stateOn(expiring, on)).toBe(state));
