import * as v from 'valibot';
import type { Catalogue } from '../catalogue/catalogue';
import { declaredForHost } from '../comparison/declared-for';
import type { ProcessorReport, UnidentifiedRecipient } from '../comparison/site-report';
import { scalars } from '../policy/scalars';
import type { Processor } from '../policy/schema';
import { processorCategories } from '../policy/vocabulary';
import type { ReviewNote, ReviewReason } from './review';
import { cookieEntries, isPattern, isToDeclare } from './storage-draft';

/** A processor as far as facts are known of it, and what its author must still state or check. */
export interface ProcessorDraft {
  readonly processor: Processor;
  readonly reasons: readonly ReviewReason[];
}

/** What only the controller knows; it is left empty. */
const ownToState: readonly ReviewReason[] = ['role', 'contract', 'purpose', 'legal-basis', 'transfer-basis'];

/**
 * Drafts of processors that none of `declared` stands for, one after the other: no id and no host is taken twice.
 */
export class ProcessorDrafts {
  readonly #drafts: ProcessorDraft[] = [];
  readonly #ids: Set<string>;
  readonly #hosts = new Set<string>();

  constructor(
    readonly declared: readonly Processor[],
    readonly catalogue: Catalogue,
  ) {
    this.#ids = new Set(declared.map(({ id }) => id));
  }

  get all(): readonly ProcessorDraft[] {
    return this.#drafts;
  }

  /**
   * A known service; its facts are the catalogue's, its hosts and cookies those seen. `false` for one that an older
   * catalogue knew by an id that the format does not take.
   */
  addService({ id, name, service, contacts, cookies }: ProcessorReport): boolean {
    const serviceId = id.replace(/^service:/, '');
    if (!v.is(scalars.slug, serviceId)) return false;
    const entity = service?.entity;
    const category = processorCategories.find((word) => word === service?.category);
    const domains = this.#take(contacts);
    const address = entity?.address === undefined ? {} : { address: entity.address };
    const privacy = service?.links.privacy;
    this.#add(serviceId, name, cookieEntriesOf(cookies, service), [...ownToState, 'recipient'], {
      ...(category !== undefined && { category }),
      service: serviceId,
      ...(entity !== undefined && { recipient: { name: entity.name, ...address, country: entity.country } }),
      ...(domains.length > 0 && { domains }),
      ...(privacy !== undefined && { links: { privacy } }),
    });
    return true;
  }

  /** A recipient that nobody knows. `false` where no host of it can be declared: none fits the format, or others share it. */
  addUnidentified({ domain, name, contacts, cookies }: UnidentifiedRecipient): boolean {
    const isTaken = contacts.every(({ host }) => this.#hosts.has(host));
    if (isTaken && contacts.length > 0) return true;
    const domains = this.#take(contacts);
    if (domains.length === 0) return false;
    this.#add(domain, name ?? domain, cookieEntriesOf(cookies, null), [...ownToState, 'name', 'recipient'], {
      domains,
    });
    return true;
  }

  #add(
    wanted: string,
    name: string,
    storage: NonNullable<Processor['storage']>,
    reasons: readonly ReviewReason[],
    facts: Partial<Processor>,
  ): void {
    const isOpen = storage.some(({ maxAgeSeconds }) => maxAgeSeconds === undefined);
    const processor = { id: this.#idFrom(wanted), name: name.slice(0, 300), ...facts };
    this.#drafts.push({
      processor: storage.length > 0 ? { ...processor, storage: [...storage] } : processor,
      reasons: [...reasons, ...(isOpen ? (['lifetime'] as const) : [])],
    });
  }

  /** Hosts seen that can be declared and that no other entry claims. */
  #take(contacts: ProcessorReport['contacts']): string[] {
    const hosts = new Set(contacts.filter(({ party }) => party === 'third-party').map(({ host }) => host));
    const free = [...hosts].filter(
      (host) =>
        isPattern(host) &&
        !this.#hosts.has(host) &&
        !this.catalogue.isSharedHost(host) &&
        declaredForHost(this.declared, host, this.catalogue).length === 0,
    );
    for (const host of free) this.#hosts.add(host);
    return free.sort().slice(0, maxDomains);
  }

  #idFrom(text: string): string {
    const slug = text
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-+|-+$/g, '')
      .slice(0, 56);
    const base = slug === '' ? 'recipient' : slug;
    let id = base;
    for (let next = 2; this.#ids.has(id); next += 1) id = `${base}-${next}`;
    this.#ids.add(id);
    return id;
  }
}

const maxDomains = 200;

function cookieEntriesOf(cookies: ProcessorReport['cookies'], service: ProcessorReport['service']) {
  return [...cookieEntries(cookies.filter(isToDeclare), service)];
}

/** What to state of drafts that stand in the file from position `from` on. */
export function reviewOf(drafts: readonly ProcessorDraft[], from: number): readonly ReviewNote[] {
  return drafts.map(({ reasons }, index) => ({ pointer: `/processors/${from + index}`, reasons }));
}
