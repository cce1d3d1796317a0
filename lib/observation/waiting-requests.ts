import type { RequestRecord, RequestStep } from './request';

interface Waiting {
  readonly request: RequestRecord;
  readonly step: RequestStep;
  readonly isDue: boolean;
}

const most = 500;

/** Requests whose document's commit has not arrived, in their order; in memory only. */
export class WaitingRequests {
  #list: readonly Waiting[] = [];

  /** `false` where there is no room. */
  add(request: RequestRecord, step: RequestStep): boolean {
    if (this.#list.length >= most) return false;
    this.#list = [...this.#list, { request, step, isDue: false }];
    return true;
  }

  /** Takes out those that name this document. */
  takeOf(documentId: string): readonly Waiting[] {
    if (this.#list.length === 0) return [];
    const names = ({ request }: Waiting) => [request.documentId, request.parentDocumentId].includes(documentId);
    const taken = this.#list.filter(names);
    this.#list = this.#list.filter((one) => !names(one));
    return taken;
  }

  /** Takes out those that waited at the call before already; the others are due at the next. */
  takeDue(): readonly Waiting[] {
    const due = this.#list.filter(({ isDue }) => isDue);
    this.#list = this.#list.filter(({ isDue }) => !isDue).map((one) => ({ ...one, isDue: true }));
    return due;
  }
}
