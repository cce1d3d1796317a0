import type { ResponseHeader } from '../catalogue/catalogue';
import { stateAt } from './consent-book';
import { type CookieChange, pagesOfChange } from './cookie-change';
import { type CookiePlace, cookieKey, placeKey } from './cookie-place';
import { explainsMs } from './observed-cookies';
import { askedCookies, cutCookie, knowsCookie, recordChange } from './record-cookies';
import type { TabLedgers } from './tab-ledgers';

interface Waiting {
  change: CookieChange;
  times: number;
  readonly since: number;
  /** Tabs whose page could have made it when it came: one that is closed meanwhile still could. */
  readonly tabIds: readonly number[];
  readonly hasRivals: boolean;
}

const mostWaiting = 1000;
const mostAnswers = 1000;
const timesKept = 8;

/**
 * Credits changes of the browser's cookie jar to the pages that made them; knows no browser and no clock.
 *
 * Browsers do not tell who made a change, and in Firefox it comes before the answer that made it and before the page
 * that the answer becomes. So each waits for `explainsMs`. Then: if an answer explains it, whoever got it, no script
 * did it. Else it is the script's of the page that fits, if just one does. Where several fit (the same site in two
 * tabs), nobody can tell: it is noted only where the page knew the cookie already, as something that happened to it,
 * and else the jar says "set by a script, or there before".
 *
 * What a page writes while it is being left may be told when the next page is there, and another extension may set
 * cookies too: both look like the script of the page that is shown.
 */
export class CookieRecorder {
  readonly #waiting = new Map<string, Waiting>();
  /** When answers last asked to set or delete cookies, a few times each. */
  readonly #answers = new Map<string, readonly number[]>();

  /** `storeOf` answers the cookie store of a tab, `null` where it is not known; `onchange` is told before each change. */
  constructor(
    readonly tabs: ReadonlyMap<number, TabLedgers>,
    readonly storeOf: (tabId: number) => string | null,
    readonly onchange: (tabId: number) => void,
  ) {}

  /** The headers of any answer, also of those that no page gets. */
  answered(url: string, headers: readonly ResponseHeader[], at: number): void {
    for (const cookie of askedCookies(url, headers, at)) {
      const key = answerKey(cookie, cookie.lifetimeSeconds === 0, cookie.partitioned);
      const times = this.#answers.get(key) ?? [];
      this.#answers.delete(key);
      this.#answers.set(key, [...times, at].sort((one, other) => one - other).slice(-timesKept));
      const [oldest] = this.#answers.keys();
      if (this.#answers.size > mostAnswers && oldest !== undefined) this.#answers.delete(oldest);
    }
  }

  changed(change: CookieChange): void {
    if (change.cause === 'overwrite') return; // the new one is told of by a change of its own
    const { pages, hasRivals } = pagesOfChange(change, this.tabs.values(), this.storeOf);
    const pageIds = pages.map(({ documentId }) => documentId);
    const partition = change.partition === null ? null : JSON.stringify(change.partition);
    const key = [cookieKey({ ...change, partition }), change.storeId, change.removed, ...pageIds].join('\n');
    const known = this.#waiting.get(key);
    if (known !== undefined) {
      known.times += 1;
      if (change.at > known.change.at) known.change = change;
      return;
    }
    const tabIds = pages.map(({ tabId }) => tabId);
    this.#waiting.set(key, { change, times: 1, since: change.at, tabIds, hasRivals });
    const [oldest] = this.#waiting.entries();
    if (this.#waiting.size <= mostWaiting || oldest === undefined) return;
    this.#waiting.delete(oldest[0]);
    this.#decide(oldest[1], true);
  }

  get isWaiting(): boolean {
    return this.#waiting.size > 0;
  }

  /** Decides what has waited long enough at `now`. */
  settle(now: number): void {
    const due = [...this.#waiting].filter(([, { since }]) => since + explainsMs <= now);
    for (const [key] of due) this.#waiting.delete(key);
    due.sort(([, one], [, other]) => one.change.at - other.change.at);
    for (const [, one] of due) this.#decide(one);
  }

  /** `isCrowded`: too many wait, so it is too early to tell. */
  #decide({ change, tabIds, ...waited }: Waiting, isCrowded = false): void {
    const { pages, hasRivals } = pagesOfChange(change, this.tabs.values(), this.storeOf);
    const closed = tabIds.filter((id) => !this.tabs.has(id));
    const isOnly = pages.length + closed.length === 1 && !hasRivals && !waited.hasRivals;
    const answers = this.#answersTo(change);
    const isOwn = isOnly && answers === 0;
    const times = Math.max(0, waited.times - answers);
    for (const page of pages) {
      const isKnown = knowsCookie(page, change);
      if (!isOwn && !isKnown) continue;
      this.onchange(page.tabId);
      const consent = stateAt(page.consentBook, change.at);
      if (isKnown || !isCrowded) recordChange(page, change, { isOwn: isOwn && !isCrowded, times, consent });
      else cutCookie(page, null, change);
    }
  }

  /**
   * How many answers explain a change. One kept for all sites was not asked for with `Partitioned`; one in a partition
   * may be either, because Firefox keeps third parties' cookies apart whatever they say. And Firefox takes the value
   * of a nameless cookie for its name: an answer with one explains any name in that place.
   */
  #answersTo(change: CookieChange): number {
    const partitions = change.partition === null ? [false] : [false, true];
    const keys = new Set(
      [change.name, ''].flatMap((name) =>
        partitions.map((isPartitioned) => answerKey({ ...change, name }, change.removed, isPartitioned)),
      ),
    );
    const times = [...keys].flatMap((key) => this.#answers.get(key) ?? []);
    return times.filter((at) => Math.abs(at - change.at) <= explainsMs).length;
  }
}

function answerKey(place: CookiePlace, deletes: boolean, isPartitioned: boolean): string {
  return `${placeKey(place)}\n${deletes ? 'deletes' : 'sets'}\n${isPartitioned ? 'apart' : ''}`;
}
