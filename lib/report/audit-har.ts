import type { AuditPage, AuditReport } from '../audit/audit-report';
import { compareText } from '../audit/merge-contacts';
import { type HarEntry, harEntries, noClock, pageId } from './audit-har-entries';
import { cookiesOfAnswers, sumsOf } from './audit-har-sums';
import { type Redaction, redacted, strictRedaction } from './redact';
import { safePageUrl } from './safe-url';
import { contactAsJson, cookieAsJson, isoTime } from './seen-json';

/**
 * An audit as a HAR 1.2 file, for tools that read one; indented, the same text for the same report.
 *
 * An audit keeps sums and no single requests: there is an entry for each page, and one for each address that is kept of
 * a contact. `_candor` holds the sums; entries with the same `_candor.contact` share one. What an audit does not keep
 * is as HAR writes what is not known: blank, 0 or -1. Cookie values, query values, fragments and user info never come
 * out; names of query members only where `redaction` keeps them. `readHar` reads it back.
 *
 * Source: http://www.softwareishard.com/blog/har-12-spec/, read 2026-11-23.
 */
export function auditAsHar(report: AuditReport, candorVersion: string, redaction: Redaction = strictRedaction): string {
  const sums = sumsOf(report);
  const cookies = cookiesOfAnswers(report.total);
  const entries = redacted([...harEntries(report.pages, sums, cookies)].sort(byTime), redaction);
  const around = redacted(
    {
      pages: report.pages.map(pageOf),
      _candor: {
        ...{ site: report.site, source: report.source },
        workerContacts: (report.total?.workerContacts ?? []).map(contactAsJson),
        otherCookies: cookies.others.map(cookieAsJson),
      },
    },
    redaction,
  );
  const creator = { name: 'Candor', version: candorVersion };
  const log = { version: '1.2', creator, pages: around.pages, entries: entries.map(withQuery), comment };
  return `${JSON.stringify({ log: { ...log, _candor: around._candor } }, null, 2)}\n`;
}

const comment =
  'Made from an audit by Candor. An audit keeps sums for each host, not single requests: an entry stands for an ' +
  'address that was seen, and its "_candor" holds how often the host was reached, when, and in which state of ' +
  'consent. Entries with the same "_candor.contact" share one sum. Methods, status codes, headers, bodies, sizes and ' +
  "timings are not kept: they are blank, 0 or -1. Only a page's own request names its page. Values of cookies and " +
  'query members, fragments and user info are never in it.';

function pageOf({ url, startedAt, scenarios, coverage, sent }: AuditPage, at: number) {
  return {
    startedDateTime: isoTime(startedAt) ?? noClock,
    id: pageId(at),
    title: safePageUrl(url), // where readers look for the address
    pageTimings: {},
    _candor: { scenarios, coverage, sent },
  };
}

/** A page before what it asked for; then by address. */
function byTime(one: HarEntry, other: HarEntry): number {
  return compareText(rankOf(one), rankOf(other));
}

function rankOf({ startedDateTime, pageref, request, _candor }: HarEntry): string {
  return [startedDateTime, pageref ?? '~', request.url, String(_candor.contact ?? 0).padStart(6, '0')].join(' ');
}

/** What is left of the query as members too; the mark of a cut as an address writes it. */
function withQuery({ request, ...entry }: HarEntry) {
  const { url } = request;
  const members = (url.split('?')[1]?.split('&') ?? []).filter((member) => member !== '…');
  const queryString = members.map((member) => ({ name: member.split('=', 1)[0] ?? '', value: '' }));
  return { ...entry, request: { ...request, url: url.replaceAll('…', '%E2%80%A6'), queryString } };
}
