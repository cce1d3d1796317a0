import { wholeContact } from './stored-contact';
import { type TabLedgers, tabFormat } from './tab-ledgers';
import { type WorkerLedgers, workerFormat } from './worker-requests';

/**
 * A tab's ledgers as they were stored; `null` for another format or a broken one, whose tab then reads as
 * "could not look". It looks at what would break those who read it, not at every number.
 */
export function parseTabLedgers(value: unknown): TabLedgers | null {
  const tab = isRecord(value) ? withWholeContacts(value) : null;
  return tab !== null && isTabLedgers(tab) ? tab : null;
}

function withWholeContacts(tab: Fields): Fields {
  const documents = mapRecords(tab['documents'], (ledger) => ({
    ...ledger,
    contacts: mapRecords(ledger['contacts'], wholeContact),
  }));
  return { ...tab, documents };
}

/** Changes each record in a record; what is none stays as it is, for those who look at it later. */
function mapRecords(value: unknown, change: (entry: Fields) => unknown): unknown {
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [key, isRecord(entry) ? change(entry) : entry]),
  );
}

/** As `parseTabLedgers`, for what workers sent. */
export function parseWorkerLedgers(value: unknown): WorkerLedgers | null {
  return isRecord(value) && isWorkerLedgers(value) ? value : null;
}

type Fields = Readonly<Record<string, unknown>>;

function isTabLedgers(value: Fields): value is Fields & TabLedgers {
  const { format, tabId, current, documents, frames, isBusy, isLoading, flights, missedAt } = value;
  return (
    format === tabFormat &&
    typeof tabId === 'number' &&
    (current === null || typeof current === 'string') &&
    isRecordOf(documents, isLedger) &&
    isRecordOf(frames, (frame) => typeof frame['topDocumentId'] === 'string' && typeof frame['url'] === 'string') &&
    typeof isBusy === 'boolean' &&
    typeof isLoading === 'boolean' &&
    Array.isArray(flights) &&
    (missedAt === null || typeof missedAt === 'number')
  );
}

function isLedger(value: Fields): boolean {
  const { documentId, url, host, startedAt, gaps, contacts, cookies, consent, consentBook, forms, hosting } = value;
  const { cutContactMarks, cutCookieMarks, shownFrom } = value;
  return (
    [documentId, url, host, cutContactMarks, cutCookieMarks].every((text) => typeof text === 'string') &&
    typeof startedAt === 'number' &&
    Array.isArray(shownFrom) &&
    Array.isArray(gaps) &&
    gaps.every((gap) => isRecord(gap) && typeof gap['reason'] === 'string') &&
    isRecordOf(contacts, isContact) &&
    isRecordOf(cookies, (cookie) => typeof cookie['name'] === 'string' && typeof cookie['domain'] === 'string') &&
    isRecord(consent) &&
    Array.isArray(consent['signals']) &&
    isRecord(consentBook) &&
    isRecord(consentBook['recent']) &&
    isRecordOf(forms, (form) => typeof form['host'] === 'string') &&
    Array.isArray(hosting)
  );
}

function isContact(value: Fields): boolean {
  const { host, sent, types, samples, redirectedTo, errors, propertyIds } = value;
  return (
    typeof host === 'string' &&
    typeof sent === 'number' &&
    isRecord(types) &&
    isRecord(errors) &&
    [samples, redirectedTo, propertyIds].every((list) => Array.isArray(list))
  );
}

function isWorkerLedgers(value: Fields): value is Fields & WorkerLedgers {
  const { format, origins, recent, isBusy } = value;
  return (
    format === workerFormat &&
    typeof isBusy === 'boolean' &&
    Array.isArray(recent) &&
    isRecordOf(
      origins,
      ({ host, contacts, cutContactMarks }) =>
        typeof host === 'string' && typeof cutContactMarks === 'string' && isRecordOf(contacts, isContact),
    )
  );
}

function isRecordOf(value: unknown, isEntry: (entry: Fields) => boolean): boolean {
  return isRecord(value) && Object.values(value).every((entry) => isRecord(entry) && isEntry(entry));
}

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
