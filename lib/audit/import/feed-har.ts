import type { Catalogue } from '../../catalogue/catalogue';
import { noteGap } from '../../observation/document-ledger';
import { mergeTiming } from '../../observation/merge-timing';
import type { ListedResource } from '../../observation/never-asked';
import type { Observation } from '../../observation/observation';
import { observe } from '../../observation/observe';
import { Recorder } from '../../observation/recorder';
import type { RequestRecord } from '../../observation/request';
import type { HarDocument } from './har-documents';
import { FramesOfDocument, type HarFrame } from './har-frames';
import type { HarRequest } from './har-request';
import { timingNames } from './har-types';

/** What the recorder makes of the documents of a file, told to it one after the other as of one tab. */
export function observeHar(documents: readonly HarDocument[], catalogue: Catalogue): readonly Observation[] {
  const feed = new HarFeed(catalogue);
  for (const document of documents) feed.tell(document);
  return feed.observations();
}

const tabId = 1;

class HarFeed {
  readonly #recorder: Recorder;
  readonly #seen: Observation[] = [];
  #documents = 0;

  constructor(readonly catalogue: Catalogue) {
    this.#recorder = new Recorder(catalogue, () => undefined);
  }

  tell(document: HarDocument): void {
    this.#documents += 1;
    const id = `har-${this.#documents}`;
    for (const hop of document.navigation) this.#step(hop, { requestId: id, type: 'main_frame' });
    // What the next page's own request told of this one (a form that was sent) is in by now.
    this.#observe();
    this.#begin(document, id);
    const frames = new FramesOfDocument(id, document);
    for (const request of document.requests) this.#tellRequest(request, frames);
    // Twice: what names a frame past the limit is due at the second call.
    this.#recorder.settle();
    this.#recorder.settle();
    this.#list(document, frames);
  }

  observations(): readonly Observation[] {
    this.#observe();
    return this.#seen;
  }

  #begin({ navigation, url, at }: HarDocument, documentId: string): void {
    const place = { tabId, frameId: 0, parentFrameId: -1, documentId, parentDocumentId: null, url, at };
    const began = { ...place, isPrerendered: false, isReturn: false, isOutermost: true };
    if (navigation.length > 0) this.#recorder.commit(began);
    else this.#recorder.adoptExisting([place], 'imported-har');
    const ledger = this.#recorder.tabs.get(tabId)?.documents[documentId];
    if (ledger !== undefined) noteGap(ledger, { reason: 'imported-har', at });
  }

  #tellRequest(request: HarRequest, frames: FramesOfDocument): void {
    const asker = frames.askerOf(request);
    const requestId = `har-${request.index}`;
    if (request.type !== 'document') {
      this.#step(request, { requestId, type: request.type, documentId: asker.documentId, frameId: asker.frameId });
      return;
    }
    const parent = { parentFrameId: asker.frameId, parentDocumentId: asker.documentId };
    this.#step(request, { requestId, type: 'sub_frame', frameId: frames.idFor(request), ...parent });
    if (!request.isAnswered || request.redirectTo !== null) return;
    const { documentId, frameId } = frames.begin(request);
    const kind = { isPrerendered: false, isReturn: false, isOutermost: false };
    this.#recorder.commit({ tabId, frameId, documentId, url: request.url, at: request.at, ...parent, ...kind });
  }

  #step(request: HarRequest, about: Pick<RequestRecord, 'requestId' | 'type'> & Partial<RequestRecord>): void {
    const { url, at, method, initiator } = request;
    const place = { tabId, frameId: 0, parentFrameId: -1, documentId: null, parentDocumentId: null };
    const record: RequestRecord = { ...place, url, at, method, initiator, ...about };
    for (const step of request.steps) this.#recorder.record(record, step);
  }

  /** What came from a cache is known as the page's own list would know it: at work, and nothing was sent. */
  #list({ requests }: HarDocument, frames: FramesOfDocument): void {
    const tab = this.#recorder.tabs.get(tabId);
    if (tab === undefined) return;
    const byFrame = new Map<HarFrame, ListedResource[]>();
    for (const request of requests.filter(({ isListed }) => isListed)) {
      const type = request.type === 'document' ? 'sub_frame' : request.type;
      const asker = frames.askerOf(request);
      const resource = { url: request.url, type: timingNames[type] ?? '', at: request.at };
      const resources = byFrame.get(asker) ?? [];
      byFrame.set(asker, resources);
      resources.push(resource);
    }
    const timing = [...byFrame].map(([frame, resources]) => ({ ...frame, resources, isFull: false }));
    mergeTiming(tab, timing, this.catalogue);
  }

  /** Of the page that is shown, unless it was observed before. */
  #observe(): void {
    const tab = this.#recorder.tabs.get(tabId);
    const around = { isPrivate: false, access: 'all', jar: null, gaps: [] } as const;
    const seen = tab === undefined ? null : observe(tab, around);
    if (seen !== null && this.#seen.at(-1)?.documentId !== seen.documentId) this.#seen.push(seen);
  }
}
