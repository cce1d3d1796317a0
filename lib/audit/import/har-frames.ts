import { type HarDocument, withoutFragment } from './har-documents';
import type { HarRequest } from './har-request';

/** A document of a page, top or in a frame. */
export interface HarFrame {
  readonly documentId: string;
  readonly frameId: number;
}

interface KnownFrame extends HarFrame {
  readonly url: string;
}

/**
 * The frames of one document, and which of them asked for something, as far as the file tells: by Playwright's name of
 * the frame; by the document in whose HTML Chrome found it; by a `Referer` whose origin is that of a frame and not the
 * page's (browsers name the document there, or a style sheet). Where none of these tells, it is the page's.
 */
export class FramesOfDocument {
  readonly #top: KnownFrame;
  readonly #topRef: string | null;
  readonly #byRef = new Map<string, KnownFrame>();
  readonly #byUrl = new Map<string, KnownFrame>();
  readonly #byOrigin = new Map<string, KnownFrame>();
  #count = 0;

  constructor(documentId: string, { navigation, url }: HarDocument) {
    this.#top = { documentId, frameId: 0, url };
    this.#topRef = navigation.at(-1)?.frameRef ?? null;
  }

  /** The id of the frame that a document is asked for: a new one, unless the file names the frame. */
  idFor({ frameRef }: HarRequest): number {
    const known = frameRef === null ? undefined : this.#byRef.get(frameRef);
    return known?.frameId ?? this.#count + 1;
  }

  /** Takes in a frame's document; it is known from then on. */
  begin(request: HarRequest): HarFrame {
    const { url, frameRef } = request;
    const frameId = this.idFor(request);
    this.#count += 1;
    const frame = { documentId: `${this.#top.documentId}-frame-${this.#count}`, frameId, url };
    if (frameRef !== null) this.#byRef.set(frameRef, frame);
    this.#byUrl.set(withoutFragment(url), frame);
    const origin = originOf(url);
    if (origin !== null) this.#byOrigin.set(origin, frame);
    return frame;
  }

  askerOf({ type, frameRef, parsedIn, referer }: HarRequest): HarFrame {
    const isOwnRequest = type === 'document'; // Playwright names the frame that it is for
    if (!isOwnRequest && frameRef !== null && frameRef === this.#topRef) return this.#top;
    const named = isOwnRequest || frameRef === null ? undefined : this.#byRef.get(frameRef);
    const parsed = parsedIn === null ? undefined : this.#byUrl.get(withoutFragment(parsedIn));
    return named ?? parsed ?? this.#byReferer(referer) ?? this.#top;
  }

  #byReferer(referer: string | null): HarFrame | undefined {
    const origin = originOf(referer);
    return origin === null || origin === originOf(this.#top.url) ? undefined : this.#byOrigin.get(origin);
  }
}

function originOf(url: string | null): string | null {
  return url === null ? null : (URL.parse(url)?.origin ?? null);
}
