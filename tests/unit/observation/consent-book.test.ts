import { expect, test } from 'vitest';
import { stateAt } from '../../../lib/observation/consent-book';
import { noteConsent } from '../../../lib/observation/record-consent';
import type { ConsentSignal } from '../../../lib/consent/consent';
import { ledgerOf, now, signal } from './consent-kit';

const statesAt = (...signals: readonly ConsentSignal[]) => {
  const ledger = ledgerOf();
  for (const one of signals) noteConsent(ledger, one);
  return [1500, 2500, 5500].map((at) => stateAt(ledger.consentBook, at));
};

test.each<[string, readonly ConsentSignal[], readonly string[]]>([
  ['nothing was told', [], ['unknown', 'unknown', 'unknown']],
  ['a word on the beginning holds until another', [signal('refused', { at: 2000 })], ['refused', 'refused', 'refused']],
  ['a word on now says nothing of before', [now('accepted', 2000)], ['unknown', 'accepted', 'accepted']],
  [
    'between two words that differ nobody knows',
    [signal('before-choice', { at: 2000 }), now('accepted', 5000)],
    ['before-choice', 'unknown', 'accepted'],
  ],
  [
    'a weaker source that says otherwise casts doubt on what is since the state was last told',
    [signal('refused', { at: 2000 }), now('accepted', 5000, { source: 'google-consent-mode' })],
    ['refused', 'unknown', 'unknown'],
  ],
])('%s', (_, signals, expected) => {
  expect(statesAt(...signals)).toEqual(expected);
});
