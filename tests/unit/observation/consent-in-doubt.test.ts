import { describe, expect, test } from 'vitest';
import { noteConsent } from '../../../lib/observation/record-consent';
import { counts, ledgerOf, now, send, signal } from './consent-kit';

const tracker = 'https://px.tracker.example/p.gif';

describe('what was sent between the last word and a weaker one that says otherwise', () => {
  const chosen = () => {
    const ledger = ledgerOf();
    noteConsent(ledger, signal('refused', { source: 'tcf', at: 1500 }));
    send(ledger, tracker, 1400);
    send(ledger, tracker, 2000);
    noteConsent(ledger, now('accepted', 2010));
    send(ledger, tracker, 2020);
    return ledger;
  };

  test('is unknown: the click may have come before it', () => {
    expect(counts(chosen())).toEqual({ refused: 1, unknown: 2 });
  });

  test('is of the state that stands once the stronger source bears it out', () => {
    const ledger = chosen();
    noteConsent(ledger, now('refused', 3000, { source: 'tcf' }));
    expect(counts(ledger)).toEqual({ refused: 3 });
  });

  test('stays unknown where the stronger source tells of the change', () => {
    const ledger = chosen();
    noteConsent(ledger, now('accepted', 3000, { source: 'tcf' }));
    expect(counts(ledger)).toEqual({ refused: 1, unknown: 1, accepted: 1 });
  });

  test('is unknown too where it is told after that word', () => {
    const ledger = chosen();
    send(ledger, tracker, 2005);
    expect(counts(ledger)).toEqual({ refused: 1, unknown: 3 });
  });
});
