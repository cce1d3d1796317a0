import type { TransferReport } from '../comparison/site-report';
import { isEea } from '../transfer/is-eea';
import { assertNever } from './assert-never';
import { describeCountry, describeCountryInSentence } from './describe-country';
import { describeDate } from './describe-time';
import { describeTransferBasis } from './describe-legal-basis';
import { describeList } from './describe-list';
import { term } from './term';
import type { Translate } from './translate';

export interface TransferWords {
  /** `null` where nothing is said of any destination. */
  readonly destination: string | null;
  readonly text: string;
  /** `gap`: something is missing or does not hold, and deserves a mark. */
  readonly tone: 'plain' | 'gap';
}

/** One destination in plain words with its article, e.g. `USA` and `standard contractual clauses (Art. 46(2)(c))`. */
export function describeTransfer(t: Translate, transfer: TransferReport, recipient: string): TransferWords {
  return {
    destination: transfer.country === null ? null : describeCountry(t, transfer.country),
    text: transferText(t, transfer, recipient),
    tone: transfer.verdict === 'stated' || isStatedNone(transfer) || isWithinEea(transfer) ? 'plain' : 'gap',
  };
}

/** A transfer is stated, and that nothing allows it: the opposite of none. */
function isWithoutBasis({ country, certainty }: TransferReport): boolean {
  return country !== null && certainty !== 'none';
}

function isStatedNone(transfer: TransferReport): boolean {
  return transfer.verdict === 'stated-none' && !isWithoutBasis(transfer);
}

function transferText(t: Translate, transfer: TransferReport, recipient: string): string {
  switch (transfer.verdict) {
    case 'stated':
    case 'unknown-word':
      return statedBases(t, transfer);
    case 'stated-none':
      return t(isWithoutBasis(transfer) ? 'transfer_no_basis' : 'transfer_none');
    case 'general-clause-only':
      return t(
        'transfer_general',
        describeList(
          t,
          transfer.bases.map((basis) => shortBasis(t, basis)),
          'or',
        ),
        recipient,
      );
    case 'not-stated':
      if (isWithinEea(transfer)) return t('transfer_within_eea');
      return t('transfer_not_stated', describeCountryInSentence(t, transfer.country ?? '*'));
    case 'nothing-said':
      return t('transfer_nothing_said');
    case 'does-not-fit':
      return transfer.reason === null
        ? t('transfer_does_not_fit', statedBases(t, transfer))
        : t('transfer_does_not_fit_act', statedBases(t, transfer), transfer.reason.act);
    case 'lapsed':
      return lapsedText(t, transfer);
    default:
      return assertNever(transfer.verdict);
  }
}

/** Chapter V asks for a basis where data leaves the EEA; what a recipient there does with it is another matter. */
function isWithinEea({ verdict, country }: TransferReport): boolean {
  return verdict === 'not-stated' && country !== null && isEea(country);
}

function statedBases(t: Translate, transfer: TransferReport): string {
  const bases = transfer.bases.map((basis) => {
    const words = describeTransferBasis(t, basis);
    if (basis !== 'A45-3' || transfer.adequacyDecision === null) return words;
    return t('transfer_adequacy_of', words, term(t, 'adequacy', transfer.adequacyDecision));
  });
  return describeList(t, bases);
}

function lapsedText(t: Translate, transfer: TransferReport): string {
  const bases = statedBases(t, transfer);
  if (transfer.reason === null) return t('transfer_lapsed', bases);
  const { act, ended } = transfer.reason;
  return ended === null
    ? t('transfer_lapsed_act', bases, act)
    : t('transfer_lapsed_act_on', bases, act, describeDate(t, ended));
}

function shortBasis(t: Translate, basis: string): string {
  const words = term(t, 'tshort', basis);
  return words === t('unknown_word', basis) ? t('unknown_basis', basis) : words;
}
