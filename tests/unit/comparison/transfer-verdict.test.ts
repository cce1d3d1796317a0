import { describe, expect, test } from 'vitest';
import type { PolicyRead } from '../../../lib/comparison/policy-in-force';
import type { TransferReport } from '../../../lib/comparison/site-report';
import { transferReports } from '../../../lib/comparison/transfer-verdict';
import { stateOf } from '../../fixtures/observations/read-policy';
import { noon } from '../../fixtures/observations/make';

const clause = { bases: ['A45-3', 'A46-2-c'], text: 'Only with a basis.' };

function reportsOn(processor: object, more: object = {}, now = noon): readonly TransferReport[] {
  const state = stateOf(
    {
      privacyPolicy: '1.0',
      updated: '2026-11-22',
      language: 'en',
      policyUrl: 'https://shop.example/privacy',
      controller: { name: 'Shop' },
      processors: [{ id: 'broken' }, { id: 'a', name: 'A', ...processor }],
      ...more,
    },
    'shop.example',
  );
  if (state.kind !== 'read') throw new Error('The policy could not be read');
  const read: PolicyRead = state;
  return transferReports(read, read.policy.processors[0]?.transfers, '/processors/0', now);
}

const verdicts = (transfer: object, more?: object, now?: number) =>
  reportsOn({ transfers: [transfer] }, more, now).map(({ verdict }) => verdict);

describe('what is stated for a destination', () => {
  test.each<[string, object, object, string]>([
    ['standard clauses', { country: 'US', bases: ['A46-2-c'] }, {}, 'stated'],
    ['a destination alone', { country: 'US' }, {}, 'not-stated'],
    ['a destination with a general clause', { country: 'US' }, { transferClause: clause }, 'general-clause-only'],
    ['a destination in the EEA needs no general clause', { country: 'DE' }, { transferClause: clause }, 'not-stated'],
    ['a basis beside a general clause', { country: 'US', bases: ['A46-2-c'] }, { transferClause: clause }, 'stated'],
    ['an empty list of bases says: none', { country: 'US', bases: [] }, { transferClause: clause }, 'stated-none'],
    ['that none takes place', { country: 'US', certainty: 'none' }, { transferClause: clause }, 'stated-none'],
    ['a word that nobody knows', { country: 'US', bases: ['A46-2-z'] }, {}, 'unknown-word'],
    ['a known word beside it', { country: 'US', bases: ['A46-2-z', 'A46-2-c'] }, {}, 'stated'],
    ['adequacy of a country that has it', { country: 'CH', bases: ['A45-3'] }, {}, 'stated'],
    ['adequacy of a country without it', { country: 'IN', bases: ['A45-3'] }, {}, 'does-not-fit'],
    ['adequacy within the EEA', { country: 'DE', bases: ['A45-3'] }, {}, 'does-not-fit'],
    ['the Patent Organisation, in Munich', { country: 'DE', adequacyDecision: 'EPO' }, {}, 'stated'],
    ['adequacy of countries left open', { country: '*', bases: ['A45-3'] }, {}, 'stated'],
    [
      'the decision of another country',
      { country: 'IN', bases: ['A45-3'], adequacyDecision: 'JP' },
      {},
      'does-not-fit',
    ],
    [
      'the Data Privacy Framework for the USA',
      { country: 'US', bases: ['A45-3'], adequacyDecision: 'US-DPF' },
      {},
      'stated',
    ],
    ['the Privacy Shield', { country: 'US', bases: ['A45-3'], adequacyDecision: 'US-PS' }, {}, 'lapsed'],
    ['Safe Harbour', { country: 'US', bases: ['A45-3'], adequacyDecision: 'US-SH' }, {}, 'lapsed'],
    ['a decision without the word adequacy', { country: 'US', adequacyDecision: 'US-PS' }, {}, 'lapsed'],
    [
      'a lapsed decision beside standard clauses',
      { country: 'US', bases: ['A45-3', 'A46-2-c'], adequacyDecision: 'US-PS' },
      {},
      'stated',
    ],
    ['the clauses of 2010', { country: 'US', bases: ['A46-2-c'], sccDecision: '2010/87/EU' }, {}, 'lapsed'],
    ['the clauses of 2021', { country: 'US', bases: ['A46-2-c'], sccDecision: '2021/914' }, {}, 'stated'],
    ['binding corporate rules', { country: 'IN', bases: ['A46-2-b'] }, {}, 'stated'],
    ['explicit consent', { country: '*', bases: ['A49-1-a'] }, {}, 'stated'],
  ])('%s', (_, transfer, more, expected) => {
    expect(verdicts(transfer, more)).toEqual([expected]);
  });

  test('the day decides: the Privacy Shield was in force in 2019', () => {
    const shield = { country: 'US', bases: ['A45-3'], adequacyDecision: 'US-PS' };
    expect(verdicts(shield, {}, Date.UTC(2019, 5, 1))).toEqual(['stated']);
  });

  test('the day decides: the Data Privacy Framework was not yet there in 2022', () => {
    const framework = { country: 'US', bases: ['A45-3'], adequacyDecision: 'US-DPF' };
    expect(verdicts(framework, {}, Date.UTC(2022, 5, 1))).toEqual(['does-not-fit']);
  });

  test('a lapse says by which act and when', () => {
    const [report] = reportsOn({ transfers: [{ country: 'US', adequacyDecision: 'US-PS' }] });
    expect(report?.reason).toMatchObject({ ended: '2020-07-16' });
  });
});

describe('what is not stated', () => {
  test('silence is "nothing said", even beside a general clause', () => {
    expect(reportsOn({}, { transferClause: clause })).toMatchObject([
      { verdict: 'nothing-said', country: null, pointer: null },
    ]);
  });

  test('an empty list is "none"', () => {
    expect(reportsOn({ transfers: [] })).toMatchObject([{ verdict: 'stated-none', country: null }]);
  });

  test('what could not be read is not silence', () => {
    expect(reportsOn({ transfers: [{ country: 'Mars' }] })).toMatchObject([{ verdict: 'unknown-word' }]);
  });

  test('pointers lead into the published file, past entries that could not be read', () => {
    const [report] = reportsOn({ transfers: [{ country: 'Mars' }, { country: 'US' }] });
    expect(report?.pointer).toBe('/processors/1/transfers/1');
  });
});
