import type { Owner } from './find-owner';
import type { RequestRecord, RequestStep } from './request';

const most = 500;

/** Whose the requests under way are that name no document, or one that never showed up: their end belongs to the page of their beginning. */
export class BegunRequests {
  readonly #owners = new Map<string, Owner>();

  get(requestId: string): Owner | undefined {
    return this.#owners.get(requestId);
  }

  note({ requestId }: RequestRecord, step: RequestStep, { ledger, broughtInBy }: Owner): void {
    if (step.kind === 'completed' || step.kind === 'failed') this.#owners.delete(requestId);
    else this.#owners.set(requestId, { ledger, broughtInBy });
    const [oldest] = this.#owners.keys();
    if (this.#owners.size > most && oldest !== undefined) this.#owners.delete(oldest);
  }
}
