import type { ConsentSignal, ConsentState } from '../consent/consent';
import { googleConsentIn } from '../consent/google-consent';
import {
  type ConsentBook,
  type Word,
  freshTally,
  joined,
  sourceRanks,
  stateAt,
  stateOf,
  tallyAt,
} from './consent-book';
import type { Counting, DocumentLedger } from './document-ledger';
import type { Contact } from './observation';
import { contactKey } from './record-contact';
import type { RequestRecord } from './request';
import { counted, moveAll, moveTally, tallyBefore } from './tally';

/**
 * Takes in something seen that tells of the visitor's choice, in whatever order it comes.
 *
 * A word on the page's beginning puts what was counted then under its state; a word on now holds from now on. Where two
 * contradict each other the stronger source is believed (`sourceRanks`), and between equals nobody: `unknown`. A state
 * is known up to when it was last told, not until the next word: what was counted between two words that differ becomes
 * `unknown`, for the choice was made somewhere in between.
 */
export function noteConsent(ledger: DocumentLedger, signal: ConsentSignal): void {
  remember(ledger, signal);
  if (signal.state === 'unknown') return;
  const { state, isPartial, source, at, since } = signal;
  const word: Word = { rank: sourceRanks[source], states: [state], isPartial, at };
  if (since === 'page-start') learnStart(ledger, word);
  else learnNow(ledger, word);
  show(ledger);
}

/** Global Privacy Control as the browser tells it to this page. */
export function noteGpc(ledger: DocumentLedger, gpc: boolean | null): void {
  if (gpc !== null && gpc !== ledger.consent.gpc) ledger.consent = { ...ledger.consent, gpc };
}

/**
 * Counts a request that was sent under the state of consent at its time, what it says of consent itself included; to be
 * called once for each, right after it was counted as sent. `service` is the catalogue's.
 */
export function countConsent(
  ledger: DocumentLedger,
  contact: Counting<Contact>,
  { url, at }: Pick<RequestRecord, 'url' | 'at'>,
  service: string | null,
): void {
  const google = googleConsentIn(url, service);
  const signal = google?.signal ?? null;
  // A third party's frame tells of a choice made there, if any.
  if (signal !== null && contact.broughtInBy === null) noteConsent(ledger, { ...signal, manager: null, at });
  const { consentBook } = ledger;
  const state = stateAt(consentBook, at);
  const silent = google?.isCookieless === true ? 1 : 0;
  contact.byConsent = counted(contact.byConsent, state, 1);
  if (silent > 0) contact.cookieless = counted(contact.cookieless, state, 1);
  const tally = tallyAt(consentBook, at);
  // A hit that says itself what state it was sent in cannot have been sent after that ended.
  if (tally === null || (tally === consentBook.recent && signal?.state === state)) return;
  const key = contactKey(contact);
  const [requests, silents] = tally.contacts[key] ?? [0, 0];
  tally.contacts[key] = [requests + 1, silents + silent];
}

function learnStart(ledger: DocumentLedger, word: Word): void {
  const { consentBook } = ledger;
  const before = stateOf(consentBook.start);
  consentBook.start = joined(consentBook.start, word);
  const after = stateOf(consentBook.start);
  const { change, doubt } = consentBook;
  // A stronger source that looked later and tells of the beginning knows of no change.
  const silences = (later: Word | null) => later === null || (word.rank > later.rank && word.at >= later.at);
  if (!silences(change) || !silences(doubt)) {
    const early =
      consentBook.early ?? tallyBefore(ledger, doubt === null ? [] : [doubt.tally, doubt.before], doubt?.at ?? word.at);
    moveTally(ledger, early, before, after);
    return;
  }
  if (before !== after || change !== null || doubt !== null) moveAll(ledger, after);
  Object.assign(consentBook, { early: null, change: null, doubt: null });
  if (word.rank === consentBook.start.rank) consentBook.recent = freshTally(word.at);
}

function learnNow(ledger: DocumentLedger, word: Word): void {
  const { consentBook } = ledger;
  const standing = consentBook.change ?? consentBook.start;
  const state = stateOf(standing);
  const isSame = state === stateOf(word);
  if (consentBook.change !== null && word.at < consentBook.change.at) {
    if (isSame) dateBack(consentBook, consentBook.change, word.at);
    return; // told late, and known better by now
  }
  if (consentBook.doubt !== null) settle(ledger, word, consentBook.doubt);
  else if (standing === null || state === 'unknown') change(ledger, word);
  else if (word.rank < standing.rank) {
    // What a stronger source told later, or at the same moment, is known better.
    if (!isSame && word.at > standing.at) cast(ledger, word, state);
  } else if (isSame) confirm(ledger, word);
  else change(ledger, word.at === standing.at ? joined(standing, word) : word);
}

/** The choice that a weaker source tells may have been made at any time since the state was last told. */
function cast(ledger: DocumentLedger, word: Word, state: ConsentState): void {
  const { consentBook } = ledger;
  const before = { ...consentBook.recent, to: word.at };
  moveTally(ledger, before, state, 'unknown');
  consentBook.doubt = { ...word, tally: freshTally(word.at), before };
  consentBook.recent = freshTally(word.at);
}

/** What stands was told of a time before: it held since then. */
function dateBack(consentBook: ConsentBook, change: Word, at: number): void {
  const { early } = consentBook;
  if (early !== null && at < early.from) return;
  consentBook.change = { ...change, at };
  if (early !== null) consentBook.early = { ...early, to: Math.min(early.to ?? at, at) };
}

/** What stands was told again: it held until now. */
function confirm(ledger: DocumentLedger, word: Word): void {
  const { consentBook } = ledger;
  consentBook.recent = freshTally(word.at);
  const { change: changed, start } = consentBook;
  if (changed !== null) consentBook.change = { ...word, rank: Math.max(word.rank, changed.rank) };
  else if (start !== null) consentBook.start = { ...start, isPartial: word.isPartial, at: word.at };
}

function change(ledger: DocumentLedger, word: Word): void {
  const { consentBook } = ledger;
  const { recent, doubt } = consentBook;
  const state = stateOf(consentBook.change ?? consentBook.start);
  const later = [...(state === 'unknown' ? [] : [recent]), ...(doubt === null ? [] : [doubt.tally, doubt.before])];
  consentBook.early ??= tallyBefore(ledger, later, word.at);
  if (state !== 'unknown') moveTally(ledger, recent, state, 'unknown');
  Object.assign(consentBook, { change: word, doubt: null, recent: freshTally(word.at) });
}

/** A word stronger than the doubt: it bears out what stood, or what was said against it, or neither. */
function settle(ledger: DocumentLedger, word: Word, doubt: NonNullable<ConsentBook['doubt']>): void {
  const { consentBook } = ledger;
  if (word.rank <= doubt.rank) return;
  const told = stateOf(word);
  if (told === stateOf(consentBook.change ?? consentBook.start)) {
    moveTally(ledger, doubt.tally, 'unknown', told);
    moveTally(ledger, doubt.before, 'unknown', told);
    consentBook.doubt = null;
    confirm(ledger, word);
  } else {
    if (told === stateOf(doubt)) moveTally(ledger, doubt.tally, 'unknown', told);
    change(ledger, word);
  }
}

function show(ledger: DocumentLedger): void {
  const { change: changed, start, doubt } = ledger.consentBook;
  const standing = changed ?? start;
  const state = doubt === null ? stateOf(standing) : 'unknown';
  const isPartial = state === 'accepted' && standing?.isPartial === true;
  if (state !== ledger.consent.state || isPartial !== ledger.consent.isPartial)
    ledger.consent = { ...ledger.consent, state, isPartial };
}

const maxSignals = 20;
const maxManagers = 10;

/** Keeps the signal where its source says something new; the first of all is kept, of the others the last. */
function remember(ledger: DocumentLedger, signal: ConsentSignal): void {
  const { signals, managers } = ledger.consent;
  const { state, isPartial, source, manager, evidence } = signal;
  const last = signals.findLast((it) => it.source === source && it.manager === manager);
  if (last?.state === state && last.isPartial === isPartial && last.evidence === evidence) return;
  const [first = signal] = signals;
  const kept = signals.length < maxSignals ? signals : [first, ...signals.slice(2)];
  const isNewManager = manager !== null && !managers.includes(manager) && managers.length < maxManagers;
  ledger.consent = {
    ...ledger.consent,
    signals: [...kept, signal],
    managers: isNewManager ? [...managers, manager] : managers,
  };
}
