import type { Contact, ObservedAliases } from '../observation/observation';
import { aliasesFrom, hostsToAsk, ownHosts } from '../observation/own-hosts';
import type { Dns } from './api';
import { canAskForNames, nameService } from './name-service';
import { watchSettings } from './settings';

interface Page {
  readonly host: string;
  readonly contacts: Readonly<Record<string, Contact>>;
}

/**
 * Other names of a page's own hosts, by the browser's name service: only where the person wants it, and only when
 * `look` is called, which is when somebody opens a report. Answers are kept in memory and nowhere else.
 *
 * Make it in the first turn of the background: it watches the settings.
 */
export class AliasService {
  readonly #answers = new Map<string, string | null>();
  readonly #settled: Promise<void>;
  #isWanted = false;

  constructor(
    readonly patienceMs = 3000,
    readonly maxAnswers = 1000,
  ) {
    let settle: () => void = () => undefined;
    this.#settled = new Promise((done) => (settle = done));
    watchSettings(({ asksForNames }) => {
      this.#isWanted = asksForNames;
      if (!asksForNames) this.#answers.clear();
      settle();
    });
  }

  /** Asks for those of the page's own hosts that are not known yet, 3 s in all; tells whether anything was asked. */
  async look(page: Page): Promise<boolean> {
    await Promise.race([this.#settled, this.#wait()]);
    const dns = nameService();
    if (!this.#isWanted || dns === null) return false;
    const open = hostsToAsk(hostsOf(page)).filter((host) => !this.#answers.has(host));
    if (open.length === 0) return false;
    const asked = Promise.all(open.map((host) => this.#ask(dns, host)));
    await Promise.race([asked, this.#wait()]);
    return true;
  }

  /** What is known of the page's own hosts; `null` where nobody may ask. */
  known(page: Page): ObservedAliases | null {
    return this.#isWanted && canAskForNames() ? aliasesFrom(hostsOf(page), this.#answers) : null;
  }

  #wait(): Promise<void> {
    return new Promise((done) => setTimeout(done, this.patienceMs));
  }

  async #ask(dns: Dns.Static, host: string): Promise<void> {
    try {
      const { canonicalName } = await dns.resolve(host, ['canonical_name']);
      if (!this.#isWanted) return; // changed meanwhile
      if (this.#answers.size >= this.maxAnswers) this.#answers.clear();
      this.#answers.set(host, canonicalName === undefined || canonicalName === host ? null : canonicalName);
    } catch {
      // No such name, or no answer: it stays unanswered and is told so.
    }
  }
}

function hostsOf({ host, contacts }: Page): readonly string[] {
  return ownHosts(host, Object.values(contacts));
}
