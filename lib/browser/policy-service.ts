import type { PolicyState } from '../policy/policy-state';

/** Looks for a page's policy when a person asks, and remembers the answer for that document. */
export class PolicyService {
  readonly #known = new Map<string, PolicyState>();
  readonly #private = new Set<string>();

  constructor(readonly look: (tabId: number, page: PageOfPolicy, isFresh: boolean) => Promise<PolicyState>) {}

  /** What is known now, without asking anyone. */
  known(documentId: string | null): PolicyState {
    return (documentId === null ? undefined : this.#known.get(documentId)) ?? { kind: 'not-looked' };
  }

  /** Asks the site; `isFresh` goes past the cache. Tells `onchange` when it begins and when it is done. */
  async find(tabId: number, page: PageOfPolicy, isFresh: boolean, onchange: () => void): Promise<void> {
    const { documentId } = page;
    if (documentId === null) return;
    const known = this.known(documentId).kind;
    if (known === 'looking' || (!isFresh && known !== 'not-looked')) return;
    if (page.isPrivate) this.#private.add(documentId);
    this.#remember(documentId, { kind: 'looking' });
    onchange();
    try {
      this.#remember(documentId, await this.look(tabId, page, isFresh));
    } catch (problem) {
      this.#known.delete(documentId);
      throw problem;
    } finally {
      onchange();
    }
  }

  /** The last private window was closed. */
  forgetPrivate(): void {
    for (const documentId of this.#private) this.#known.delete(documentId);
    this.#private.clear();
  }

  #remember(documentId: string, state: PolicyState): void {
    this.#known.delete(documentId);
    this.#known.set(documentId, state);
    const [oldest] = this.#known.keys();
    if (this.#known.size > maxKnown && oldest !== undefined) this.#known.delete(oldest);
  }
}

export interface PageOfPolicy {
  readonly documentId: string | null;
  readonly url: string;
  readonly host: string;
  readonly linkHeader: string | null;
  readonly isPrivate: boolean;
  /** The response headers of the page itself were seen. */
  readonly headersSeen: boolean;
}

const maxKnown = 30;
