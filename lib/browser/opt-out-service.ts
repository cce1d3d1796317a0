import type { Observation } from '../observation/observation';
import { changeChoices, inForce } from '../opt-out/choices';
import type { OptOutChange, OptOutFault } from '../opt-out/opt-out';
import { type OptOutFacts, knownIds, siteOf } from '../opt-out/opt-out-report';
import { planScripts } from '../opt-out/plan-scripts';
import { type OptOutRecord, allSites, inPlaceSince, noRecord, parseRecord, placed } from '../opt-out/record';
import type { PolicyState } from '../policy/policy-state';
import type { Tabs } from './api';
import type { OptOutPorts } from './opt-out-ports';

/** A page that the opt-out is about. */
export interface OptOutPage {
  readonly tab: Tabs.Tab;
  readonly documentId: string | null;
  readonly url: string;
  readonly host: string;
  readonly hasAccess: boolean;
  /** See `ProofFacts`. */
  readonly isSettled: boolean;
}

interface PageFacts {
  readonly isSet: boolean | null;
  readonly pageIds: readonly string[];
  readonly cookieIds: readonly string[];
}

const mostPages = 100;
const nothingKnown: PageFacts = { isSet: null, pageIds: [], cookieIds: [] };

/**
 * Switches Google Analytics off and on, and knows how far that went: the choice is kept first, then put in place, and
 * what fails on the way is a fault of that site until it is done. One change after the other.
 */
export class OptOutService {
  #record: OptOutRecord = noRecord;
  #isRead = false;
  #last: Promise<unknown> = Promise.resolve();
  readonly #faults = new Map<string, ReadonlySet<OptOutFault>>();
  readonly #pages = new Map<string, PageFacts>();

  constructor(readonly ports: OptOutPorts) {}

  get choices() {
    return this.#record.choices;
  }

  /** At each start of the background: what should be in place is, or is put there. */
  start(): Promise<void> {
    return this.#inTurn(async () => {
      await this.#read();
    });
  }

  /** Changes what is done on the site of this page; what failed is told by `factsFor`. */
  change(page: OptOutPage, change: OptOutChange, observation: Observation | null, policy: PolicyState): Promise<void> {
    return this.#inTurn(async () => {
      const isRead = await this.#read();
      if (page.tab.incognito || !isRead) return;
      const site = siteOf(page.host);
      // A switch tries all anew; deleting mends nothing else.
      const before = change.kind === 'delete-cookies' ? this.#faults.get(site) : [];
      const faults = new Set(before);
      if (change.kind === 'delete-cookies') await this.#deleteCookies(page, site, faults);
      else await this.#switch(site, change, faults);
      if (faults.size === 0) await this.#cookies(page, site, idsOf(observation, policy, this.#pageOf(page)), faults);
      this.#faults.set(site, faults);
    });
  }

  /** Looks into the page: whether the page part is there, which ids it names, which cookies are set. */
  async look(page: OptOutPage, observation: Observation | null, policy: PolicyState): Promise<void> {
    const { documentId, tab } = page;
    if (documentId === null || tab.id === undefined || !page.hasAccess) return;
    const [isSet, pageIds] = await Promise.all([this.ports.isSetInPage(tab.id), this.ports.idsInPage(tab.id)]);
    this.#note(documentId, { ...this.#pageOf(page), isSet, pageIds });
    const site = siteOf(page.host);
    await this.#inTurn(async () => {
      if (!(await this.#read())) return;
      const faults = new Set(this.#faults.get(site));
      faults.delete('cookie');
      const isMissing = isSet === false || faults.has('script');
      if (isMissing && inForce(this.choices, site).on !== null) {
        await this.#applyAgain();
        faults.delete('script');
      }
      await this.#cookies(page, site, idsOf(observation, policy, this.#pageOf(page)), faults);
      this.#faults.set(site, faults);
    });
  }

  /** What is known now, without asking anyone. */
  factsFor(page: OptOutPage): OptOutFacts {
    const site = siteOf(page.host);
    const { isSet, pageIds, cookieIds } = this.#pageOf(page);
    const { on } = inForce(this.choices, site);
    const faults = [...new Set([...(this.#faults.get(allSites) ?? []), ...(this.#faults.get(site) ?? [])])];
    return {
      choices: this.choices,
      use: page.tab.incognito ? 'private-window' : page.hasAccess ? 'possible' : 'no-permission',
      inPlaceSince: inPlaceSince(this.#record, site, on),
      isSetInPage: isSet,
      isSettled: page.isSettled,
      pageIds,
      cookieIds,
      faults: page.hasAccess || on === null ? faults : [...faults, 'no-permission'],
    };
  }

  async #switch(site: string, change: OptOutChange, faults: Set<OptOutFault>): Promise<void> {
    const before = this.#record;
    const wanted = { ...before, choices: changeChoices(before.choices, site, change) };
    if (!(await this.#keep(wanted, faults))) return;
    const isChanged = await this.#apply(faults);
    if (faults.has('script') || (!isChanged && change.kind === 'blocking')) return;
    await this.#keep(placed(this.#record, [change.kind === 'everywhere' ? allSites : site], Date.now()), faults);
  }

  async #applyAgain(): Promise<void> {
    const faults = new Set<OptOutFault>();
    const isChanged = await this.#apply(faults);
    if (!faults.has('script')) await this.#keep(placed(this.#record, isChanged ? 'all' : [], Date.now()), faults);
    this.#faults.set(allSites, faults);
  }

  /** Puts in place what was chosen; answers whether the page part had to be registered anew. */
  async #apply(faults: Set<OptOutFault>): Promise<boolean> {
    const [isChanged] = await Promise.all([
      this.ports.registerScripts(planScripts(this.choices)).catch(() => {
        faults.add('script');
        return true;
      }),
      this.ports.applyRules(this.choices).catch(() => faults.add('blocking')),
    ]);
    return isChanged;
  }

  /** Sets the opt-out cookies where the site is switched off, takes ours away where it is not, and reads them back. */
  async #cookies(page: OptOutPage, site: string, ids: readonly string[], faults: Set<OptOutFault>): Promise<void> {
    if (page.documentId === null || page.tab.incognito) return;
    try {
      const place = await this.ports.cookiePlaceOf(page.tab, page.url, site);
      const own = this.#record.ownCookies[site] ?? [];
      const isOff = inForce(this.choices, site).on === 'site';
      const there = await this.ports.disabledIds(place, [...new Set([...ids, ...own])]);
      const missing = isOff ? ids.filter((id) => !there.includes(id)) : [];
      const kept = isOff ? [...new Set([...own, ...missing])] : [];
      // Remembered before they are set: what we set we can take away, whatever happens in between.
      if (kept.length > own.length) await this.#keep(withOwn(this.#record, site, kept), faults);
      await this.ports.setDisabling(place, missing);
      if (!isOff && own.length > 0) {
        await this.ports.removeDisabling(place, own);
        await this.#keep(withOwn(this.#record, site, []), faults);
      }
      const cookieIds = await this.ports.disabledIds(place, ids);
      this.#note(page.documentId, { ...this.#pageOf(page), cookieIds });
      if (isOff && ids.some((id) => !cookieIds.includes(id))) faults.add('cookie');
    } catch {
      faults.add('cookie');
    }
  }

  async #deleteCookies(page: OptOutPage, site: string, faults: Set<OptOutFault>): Promise<void> {
    faults.delete('deletion');
    try {
      const isDone = await this.ports.deleteAnalyticsCookies(await this.ports.cookiePlaceOf(page.tab, page.url, site));
      if (!isDone) faults.add('deletion');
    } catch {
      faults.add('deletion');
    }
  }

  /** What was chosen must be known before it is changed, or it would be lost: `false` where it cannot be read. */
  async #read(): Promise<boolean> {
    if (this.#isRead) return true;
    try {
      this.#record = parseRecord(await this.ports.read());
      this.#isRead = true;
    } catch {
      this.#faults.set(allSites, new Set(['storage']));
      return false;
    }
    await this.#applyAgain();
    return true;
  }

  async #keep(record: OptOutRecord, faults: Set<OptOutFault>): Promise<boolean> {
    try {
      if (JSON.stringify(record) !== JSON.stringify(this.#record)) await this.ports.write(record);
      this.#record = record;
      return true;
    } catch {
      faults.add('storage');
      return false;
    }
  }

  #pageOf({ documentId }: OptOutPage): PageFacts {
    return (documentId === null ? undefined : this.#pages.get(documentId)) ?? nothingKnown;
  }

  #note(documentId: string, facts: PageFacts): void {
    this.#pages.delete(documentId);
    this.#pages.set(documentId, facts);
    const [oldest] = this.#pages.keys();
    if (this.#pages.size > mostPages && oldest !== undefined) this.#pages.delete(oldest);
  }

  #inTurn(task: () => Promise<void>): Promise<void> {
    const run = this.#last.then(task);
    this.#last = run.catch(() => undefined);
    return run;
  }
}

function idsOf(observation: Observation | null, policy: PolicyState, { pageIds }: PageFacts): readonly string[] {
  const processors = policy.kind === 'read' && policy.applies === 'yes' ? policy.policy.processors : [];
  return knownIds(observation ?? { contacts: [] }, processors, pageIds);
}

function withOwn(record: OptOutRecord, site: string, ids: readonly string[]): OptOutRecord {
  const others = Object.entries(record.ownCookies).filter(([name]) => name !== site);
  return { ...record, ownCookies: Object.fromEntries(ids.length === 0 ? others : [...others, [site, ids]]) };
}
