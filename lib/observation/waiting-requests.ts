import type { RequestRecord, RequestStep } from './request';

interface Waiting {
  readonly request: RequestRecord;
  readonly step: RequestStep;
  readonly isDue: boolean;
}

const most = 500;

/**
 * Requests whose document is not known yet, in their order; in memory only: its commit has not arrived, or the request
 * names none, and the commit of the page that it belongs to may still be on the way.
 */
export class WaitingRequests {
  #list: readonly Waiting[] = [];

  /** `false` where there is no room. */
  add(request: RequestRecord, step: RequestStep): boolean {
    if (this.#list.length >= most) return false;
    this.#list = [...this.#list, { request, step, isDue: false }];
    return true;
  }

  /** Something that this tab sent is not credited yet. */
  hasOf(tabId: number): boolean {
    return this.#list.some(({ request }) => request.tabId === tabId);
  }

  /** Takes out those that name this document. */
  takeOf(documentId: string): readonly Waiting[] {
    if (this.#list.length === 0) return [];
    const names = ({ request }: Waiting) => [request.documentId, request.parentDocumentId].includes(documentId);
    const taken = this.#list.filter(names);
    this.#list = this.#list.filter((one) => !names(one));
    return taken;
  }

  /**
   * Takes out those that name no document and are older than `before`, and those that name one that waited at the
   * call before already; the others are due at the next.
   */
  takeDue(before: number): readonly Waiting[] {
    const isOver = ({ request, isDue }: Waiting) => (namesNone(request) ? request.at <= before : isDue);
    const due = this.#list.filter(isOver);
    this.#list = this.#list.filter((one) => !isOver(one)).map((one) => ({ ...one, isDue: true }));
    return due;
  }
}

/** A frame's own request names the document that holds the frame, where a browser tells that. */
export function namesNone({ type, documentId, parentDocumentId }: RequestRecord): boolean {
  return (type === 'sub_frame' ? parentDocumentId : documentId) === null;
}
