import * as v from 'valibot';
import type { Catalogue } from '../../catalogue/catalogue';
import { hostOf } from '../../party/host';
import { observeHar } from './feed-har';
import { type HarPagePlace, harDocuments } from './har-documents';
import { type HarRequest, harRequest } from './har-request';
import { harEntrySchema, harFileSchema, harPageSchema } from './har-schema';
import { importJson } from './import-json';
import { ImportIssues } from './import-issue';
import { type Imported, importedSession, refused } from './imported-session';
import { timeOf } from './time-of';

export const maxHarEntries = 200_000;
const maxHarPages = 2000;

/**
 * What a HAR 1.2 file shows of a site, as a finished session: what the recorder makes of its entries, so that the same
 * requests give the same verdicts. The site is that of the first page; pages of others are left out.
 *
 * The file is hostile until shown otherwise: a bad entry costs only itself. Of headers, cookies and URLs nothing is
 * kept that the recorder would not keep. Not ok where it holds no page.
 */
export function readHar(text: string, catalogue: Catalogue): Imported {
  const json = importJson(text);
  if (json.ok) return readHarValue(json.value, catalogue);
  return refused(json.code, json.message);
}

/** As `readHar`, of the JSON value in the file. */
export function readHarValue(value: unknown, catalogue: Catalogue): Imported {
  const file = v.safeParse(harFileSchema, value);
  if (!file.success) return refused('not-a-har', 'The file has no `log` with `entries`.');
  const { entries, pages, creator } = file.output.log;
  const issues = new ImportIssues();
  const requests = requestsOf(entries, creator.name, issues);
  const { documents, lost } = harDocuments(requests, pagesOf(pages, issues));
  noteLost(lost, issues);
  noteCookies(requests, issues);
  return importedSession('har', observeHar(documents, catalogue), issues);
}

function requestsOf(entries: readonly unknown[], creator: string, issues: ImportIssues): readonly HarRequest[] {
  if (entries.length > maxHarEntries) {
    const message = `Of ${entries.length} entries only the first ${maxHarEntries} were read.`;
    issues.add('warning', 'too-many-entries', ['log', 'entries'], message);
  }
  const read = entries
    .slice(0, maxHarEntries)
    .flatMap((entry, index) => requestOf(entry, index, creator, issues) ?? []);
  return read.sort((one, other) => one.at - other.at || one.index - other.index);
}

/** `null` for what cannot be read, and for what is no request over a network or none of the page's. */
function requestOf(entry: unknown, index: number, creator: string, issues: ImportIssues): HarRequest | null {
  const path = ['log', 'entries', index];
  const parsed = v.safeParse(harEntrySchema, entry);
  if (!parsed.success) {
    const at = (parsed.issues[0].path ?? []).map(({ key }) => String(key));
    issues.add('warning', 'bad-entry', [...path, ...at], 'The entry cannot be read and is left out.');
    return null;
  }
  const { startedDateTime, request, _apiRequestRef: testOwn } = parsed.output;
  if (testOwn !== undefined || !/^\s*(https?|wss?):/i.test(request.url)) {
    if (!URL.canParse(request.url)) badUrl([...path, 'request', 'url'], issues);
    return null;
  }
  const at = timeOf(startedDateTime);
  if (hostOf(request.url) === null) badUrl([...path, 'request', 'url'], issues);
  else if (at === null) badDate([...path, 'startedDateTime'], issues);
  else {
    const read = harRequest(parsed.output, index, at, creator);
    const message = 'The file does not tell what became of this request; it is told as failed.';
    if (read.isUncertain) issues.add('warning', 'outcome-unknown', path, message);
    return read;
  }
  return null;
}

function badUrl(path: readonly (string | number)[], issues: ImportIssues): void {
  issues.add('warning', 'bad-url', path, 'The entry has no URL that can be read and is left out.');
}

function badDate(path: readonly (string | number)[], issues: ImportIssues): void {
  issues.add('warning', 'bad-date', path, 'There is no date that can be read; this is left out.');
}

function pagesOf(pages: readonly unknown[], issues: ImportIssues): readonly HarPagePlace[] {
  const read = new Map<string, HarPagePlace>();
  for (const [index, page] of pages.slice(0, maxHarPages).entries()) {
    const path = ['log', 'pages', index];
    const parsed = v.safeParse(harPageSchema, page);
    const at = parsed.success ? timeOf(parsed.output.startedDateTime) : null;
    if (!parsed.success) issues.add('warning', 'bad-page', path, 'The page cannot be read and is left out.');
    else if (at === null) badDate([...path, 'startedDateTime'], issues);
    else if (!read.has(parsed.output.id))
      read.set(parsed.output.id, { id: parsed.output.id, at, title: parsed.output.title ?? '' });
  }
  return [...read.values()];
}

function noteLost(lost: readonly HarRequest[], issues: ImportIssues): void {
  if (lost.length === 0) return;
  const message = `${lost.length} requests belong to a page whose own request is not in the file; they are left out.`;
  issues.add('warning', 'page-without-document', [], message);
}

/** Chrome leaves cookies out unless it is told otherwise ("sanitized"). */
function noteCookies(requests: readonly HarRequest[], issues: ImportIssues): void {
  const hasCookies = requests.some(({ steps }) =>
    steps.some((step) => step.kind === 'headers' && step.headers.some(({ name }) => name === 'set-cookie')),
  );
  if (hasCookies || requests.length === 0) return;
  issues.add('warning', 'cookies-left-out', [], 'No answer in the file sets a cookie: the writer may leave them out.');
}
