import type { ObservedStore } from '../observation/observation';

/** Looks into a page's web storage when a person asks, and remembers the answer for that document, in memory only. */
export class StoresService {
  readonly #known = new Map<string, readonly ObservedStore[]>();

  constructor(readonly read: (tabId: number, page: PageOfStores) => Promise<readonly ObservedStore[] | null>) {}

  /** `null` where nobody asked to look, or the page would not let us. */
  known(documentId: string | null): readonly ObservedStore[] | null {
    return (documentId === null ? undefined : this.#known.get(documentId)) ?? null;
  }

  async look(tabId: number, page: PageOfStores): Promise<void> {
    const { documentId } = page;
    const stores = documentId === null ? null : await this.read(tabId, page);
    if (documentId === null || stores === null) return;
    this.#known.delete(documentId);
    this.#known.set(documentId, stores);
    const [oldest] = this.#known.keys();
    if (this.#known.size > maxKnown && oldest !== undefined) this.#known.delete(oldest);
  }
}

export interface PageOfStores {
  readonly documentId: string | null;
  readonly host: string;
}

const maxKnown = 30;
