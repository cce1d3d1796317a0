import { hostOf } from '../../party/host';
import { partyOf } from '../../party/party-of';
import type { HarRequest } from './har-request';

/** A page of a HAR file: `log.pages`, or what was made of a file that has none. */
export interface HarPagePlace {
  readonly id: string;
  /** Epoch milliseconds. */
  readonly at: number;
  /** Chrome writes the page's address there. */
  readonly title: string;
}

/** One document with what belongs to it. */
export interface HarDocument {
  /** Its own requests, the last one being the document's; empty where the file does not hold them. */
  readonly navigation: readonly HarRequest[];
  readonly url: string;
  /** When it began, epoch milliseconds. */
  readonly at: number;
  /** All others, in the order of their beginning; frames' documents among them. */
  readonly requests: readonly HarRequest[];
}

export interface HarDocuments {
  readonly documents: readonly HarDocument[];
  /** Requests of which the file does not tell what page they belong to. */
  readonly lost: readonly HarRequest[];
}

/** The documents of a file in the order of their beginning. `requests` are in the order of theirs. */
export function harDocuments(requests: readonly HarRequest[], pages: readonly HarPagePlace[]): HarDocuments {
  const groups = groupsOf(requests, pages);
  const read = groups.map(({ page, list }) => documentsOf(list, page));
  const documents = read.flatMap((one) => one.documents).sort((one, other) => one.at - other.at);
  return { documents, lost: read.flatMap(({ lost }) => lost) };
}

interface Group {
  readonly page: HarPagePlace | null;
  readonly list: HarRequest[];
}

/** By the page that an entry names; one that names none belongs to the page that began last. */
function groupsOf(requests: readonly HarRequest[], pages: readonly HarPagePlace[]): readonly Group[] {
  if (pages.length === 0) return [{ page: null, list: [...requests] }];
  const groups = new Map(pages.map((page): [string, Group] => [page.id, { page, list: [] }]));
  const inOrder = [...groups.values()].sort((one, other) => (one.page?.at ?? 0) - (other.page?.at ?? 0));
  for (const request of requests) {
    const named = request.pageref === null ? undefined : groups.get(request.pageref);
    const group = named ?? inOrder.findLast(({ page }) => (page?.at ?? 0) <= request.at) ?? inOrder[0];
    group?.list.push(request);
  }
  return inOrder;
}

interface Draft {
  navigation: HarRequest[];
  readonly url: string;
  readonly at: number;
  requests: HarRequest[];
}

function documentsOf(list: readonly HarRequest[], page: HarPagePlace | null): HarDocuments {
  const drafts: Draft[] = [];
  const early: HarRequest[] = [];
  let hops: HarRequest[] = [];
  for (const request of list) {
    const draft = drafts.at(-1);
    if (!isTopLevel(request, draft, hops, page)) {
      (draft?.requests ?? early).push(request);
      continue;
    }
    hops = [...(isNextHop(hops, request) ? hops : []), request].slice(-mostHops);
    if (!request.isAnswered || [204, 205].includes(request.status))
      hops = []; // it became no document
    else if (request.redirectTo === null) {
      drafts.push({ navigation: hops, url: request.url, at: request.at, requests: [] });
      hops = [];
    }
  }
  const [first] = drafts;
  if (page !== null && first !== undefined) first.requests = [...early, ...first.requests];
  if (page === null || first !== undefined || early.length === 0)
    return { documents: drafts, lost: page === null ? early : [] };
  const isAddress = hostOf(page.title) !== null && /^https?:/.test(page.title);
  if (!isAddress) return { documents: [], lost: early };
  return { documents: [{ navigation: [], url: page.title, at: page.at, requests: early }], lost: [] };
}

const mostHops = 20;

/**
 * Whether a request is the tab's own and not a frame's: by Playwright's frame, else by what the browser told the host;
 * where neither is known, the first of a page, and in a file without pages each that stays on the site.
 */
function isTopLevel(
  request: HarRequest,
  draft: Draft | undefined,
  hops: readonly HarRequest[],
  page: HarPagePlace | null,
): boolean {
  const { type, frameRef, fetchDest, url } = request;
  if (type !== 'document') return false;
  const mainFrame = draft?.navigation.at(-1)?.frameRef ?? null;
  if (frameRef !== null && mainFrame !== null) return frameRef === mainFrame;
  if (fetchDest !== null) return fetchDest === 'document';
  if (draft === undefined || isNextHop(hops, request)) return true;
  const [host, before] = [hostOf(url), hostOf(draft.url)];
  return page === null && host !== null && before !== null && partyOf(host, before) === 'first-party';
}

function isNextHop(hops: readonly HarRequest[], { url }: HarRequest): boolean {
  const to = hops.at(-1)?.redirectTo ?? null;
  return to !== null && withoutFragment(to) === withoutFragment(url);
}

export function withoutFragment(url: string): string {
  return url.split('#', 1)[0] ?? '';
}
