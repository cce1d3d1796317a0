import { describe, expect, test } from 'vitest';
import { compare } from '../../../lib/comparison/compare';
import type { Finding, FindingId } from '../../../lib/comparison/site-report';
import type { PolicyApplies } from '../../../lib/policy/policy-state';
import { describeFindings, describeMeaning } from '../../../lib/words/describe-finding';
import { cleanShopPolicy } from '../../fixtures/observations/clean-shop';
import { noon, observation } from '../../fixtures/observations/make';
import { stateOf } from '../../fixtures/observations/read-policy';
import { testCatalogue } from '../../fixtures/observations/test-catalogue';
import { english as t } from '../words/english';

/** What is found where processor `a` is declared with `processor`. */
function reportOn(processor: object, more: object = {}, applies: PolicyApplies = 'yes', now = noon) {
  const file = { ...cleanShopPolicy, processors: [{ id: 'a', name: 'A', ...processor }], ...more };
  return compare(stateOf(file, 'shop.example', applies), observation('shop.example'), testCatalogue, now);
}
const finder =
  (wanted: FindingId) =>
  (...args: Parameters<typeof reportOn>): readonly Finding[] =>
    reportOn(...args).findings.filter(({ id }) => id === wanted);

const shield = { country: 'US', bases: ['A45-3'], adequacyDecision: 'US-PS', text: 'Under the Privacy Shield.' };

describe('transfer-basis-lapsed', () => {
  const find = finder('transfer-basis-lapsed');

  test('is a warning with the policy’s words, the act and the day it ended', () => {
    const [finding] = find({ transfers: [{ country: 'US', bases: ['A46-2-c'] }, shield] });
    expect(finding).toMatchObject({
      key: 'transfer-basis-lapsed:a:/processors/0/transfers/1',
      severity: 'warning',
      subject: 'a',
      pointer: '/processors/0/transfers/1',
      quote: 'Under the Privacy Shield.',
    });
    const texts = finding?.evidence.map((it) => (it.kind === 'text' ? it.text : it.kind));
    expect(texts?.[0]).toMatch(/1250.*\(ended 2020-07-16\)$/);
    expect(texts?.[1]).toMatch(/^https:\/\//);
  });

  test.each<[string, object, string]>([
    ['Safe Harbour', { country: 'US', adequacyDecision: 'US-SH' }, '2015-10-06'],
    ['clauses of before 2021', { country: 'IN', bases: ['A46-2-c'], sccDecision: '2010/87/EU' }, '2022-12-27'],
  ])('is raised for %s', (_, transfer, ended) => {
    expect(JSON.stringify(find({ transfers: [transfer] })[0]?.evidence)).toContain(ended);
  });

  test('is raised for the controller’s own processing', () => {
    const activities = [{ id: 'logs', name: 'Logs', transfers: [shield] }];
    expect(find({}, { activities })).toMatchObject([{ subject: 'logs', pointer: '/activities/0/transfers/0' }]);
  });

  test('is a note with the doubt where part of that entry could not be read', () => {
    const [finding] = find({ transfers: [{ ...shield, bases: ['A45-3', 7] }] });
    expect(finding).toMatchObject({ severity: 'note' });
    expect(finding?.evidence.at(-1)).toEqual({ kind: 'doubt', doubt: 'unread-entries' });
  });

  test.each<[string, object, PolicyApplies, number]>([
    ['where a second basis holds', { ...shield, bases: ['A45-3', 'A46-2-c'] }, 'yes', noon],
    ['on a day when it was in force', shield, 'yes', Date.UTC(2019, 5, 1)],
    ['where the policy says that no transfer takes place', { ...shield, certainty: 'none' }, 'yes', noon],
    ['for the framework that is in force', { ...shield, adequacyDecision: 'US-DPF' }, 'yes', noon],
    ['for a word that nobody knows', { country: 'US', bases: ['A46-2-c'], sccDecision: '1999/1' }, 'yes', noon],
    ['without a policy in force', shield, 'draft', noon],
  ])('is not raised %s', (_, transfer, applies, now) => {
    expect(find({ transfers: [transfer] }, {}, applies, now)).toEqual([]);
  });
});

describe('transfer-basis-does-not-fit', () => {
  const find = finder('transfer-basis-does-not-fit');

  test('is a warning with the destination and what is stated for it', () => {
    expect(find({ transfers: [{ country: 'IN', bases: ['A45-3'], text: 'India is adequate.' }] })).toMatchObject([
      {
        severity: 'warning',
        subject: 'a',
        pointer: '/processors/0/transfers/0',
        quote: 'India is adequate.',
        evidence: [{ kind: 'text', text: 'IN: A45-3' }],
      },
    ]);
  });

  test('is raised for the decision of another country', () => {
    const transfer = { country: 'IN', bases: ['A45-3'], adequacyDecision: 'JP' };
    expect(find({ transfers: [transfer] })).toMatchObject([{ evidence: [{ text: 'IN: A45-3, JP' }] }]);
  });

  test('is raised for a decision that was not yet there on the day', () => {
    const transfer = { country: 'US', bases: ['A45-3'], adequacyDecision: 'US-DPF' };
    expect(find({ transfers: [transfer] }, {}, 'yes', Date.UTC(2022, 5, 1))).toHaveLength(1);
  });

  test.each<[string, object, PolicyApplies]>([
    ['for a country that has a decision', { country: 'CH', bases: ['A45-3'] }, 'yes'],
    ['where a second basis holds', { country: 'IN', bases: ['A45-3', 'A46-2-c'] }, 'yes'],
    ['inside the EEA, where none is needed', { country: 'DE', bases: ['A45-3'] }, 'yes'],
    ['for what nobody outside can see', { country: 'IN', bases: ['A46-2-b'] }, 'yes'],
    ['for a basis that lapsed', shield, 'yes'],
    ['without a policy in force', { country: 'IN', bases: ['A45-3'] }, 'superseded'],
  ])('is not raised %s', (_, transfer, applies) => {
    expect(find({ transfers: [transfer] }, {}, applies)).toEqual([]);
  });
});

describe('recipient-abroad-no-transfer-stated', () => {
  const find = finder('recipient-abroad-no-transfer-stated');
  const abroad = { recipient: { name: 'A Inc.', address: '1 Main St, San Jose', country: 'US' } };

  test('is a note where the policy is silent on transfers, with the address as the quote', () => {
    expect(find(abroad)).toEqual([
      {
        id: 'recipient-abroad-no-transfer-stated',
        key: 'recipient-abroad-no-transfer-stated:a',
        severity: 'note',
        subject: 'a',
        pointer: '/processors/0/recipient/country',
        quote: '1 Main St, San Jose',
        evidence: [{ kind: 'text', text: 'US' }],
      },
    ]);
  });

  test.each<[string, object]>([
    ['says that there is none', { transfers: [] }],
    ['names only a transfer inside the EEA', { transfers: [{ country: 'IE' }] }],
    ['says of each that it does not take place', { transfers: [{ country: 'US', certainty: 'none' }] }],
  ])('is raised where the policy %s', (_, more) => {
    expect(find({ ...abroad, ...more })).toHaveLength(1);
  });

  test('has the general clause among its evidence, since that names no recipient', () => {
    const transferClause = { bases: ['A45-3', 'A46-2-c'], text: 'Only with a basis.' };
    expect(find(abroad, { transferClause })[0]?.evidence).toContainEqual({
      kind: 'declaration',
      text: 'Only with a basis.',
      pointer: '/transferClause',
    });
  });

  test.each<[string, object, PolicyApplies]>([
    ['for a seat in the EEA', { recipient: { name: 'A GmbH', country: 'AT' } }, 'yes'],
    ['where no seat is stated', { recipient: { name: 'A Inc.' } }, 'yes'],
    ['where a transfer is stated, on whatever basis', { ...abroad, transfers: [{ country: 'US' }] }, 'yes'],
    ['where transfers to other countries are stated', { ...abroad, transfers: [{ country: '*' }] }, 'yes'],
    ['where what is said of transfers could not be read', { ...abroad, transfers: [{ country: 'Mars' }] }, 'yes'],
    ['without a policy in force', abroad, 'not-this-host'],
  ])('is not raised %s', (_, processor, applies) => {
    expect(find(processor, {}, applies)).toEqual([]);
  });
});

test('all three have words for what they say and what they mean', () => {
  const transfers = [shield, { country: 'IN', bases: ['A45-3'] }];
  const report = reportOn(
    { recipient: { name: 'A Inc.', country: 'BR' }, transfers: [] },
    {
      activities: [{ id: 'logs', name: 'Logs', transfers }],
    },
  );
  expect(describeFindings(t, report).map(({ text }) => text)).toEqual([
    'Data goes abroad on a basis that has ended: Logs',
    'The policy names a basis for sending data abroad that does not fit: Logs',
    'Its seat is outside the EEA, and the policy states no transfer there: A',
  ]);
  const told = report.findings.filter(({ id }) => /^(transfer|recipient)-/.test(id));
  expect(told.map((it) => describeMeaning(t, it))).not.toContain(null);
});
