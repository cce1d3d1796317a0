import type { Catalogue } from '../catalogue/catalogue';
import { noteGap } from './document-ledger';
import { type FramePlace, frameInTab } from './frame-in-tab';
import { type ListedResource, type RefusedLoad, wasNeverAsked } from './never-asked';
import type { RequestType } from './observation';
import { addTo, contactFor } from './record-contact';
import { sampleUrl } from './sample-url';
import type { TabLedgers } from './tab-ledgers';

/** What a frame's own resource timing lists. */
export interface FrameTiming extends FramePlace {
  readonly resources: readonly ListedResource[];
  /** What the frame's content security policy refused, as far as the browser tells. */
  readonly refused?: readonly RefusedLoad[];
  /** The list is full (250 entries): what came later is not in it. */
  readonly isFull: boolean;
}

/**
 * Adds to the current page's ledger the hosts that only its resource timing knows: what came from the memory cache
 * never reaches webRequest. Answers whether anything was added. What was seen as a request is not counted again, nor
 * what is listed although it was never asked for.
 */
export function mergeTiming(tab: TabLedgers, frames: readonly FrameTiming[], catalogue: Catalogue): boolean {
  const before = fingerprint(tab);
  for (const timing of frames) {
    const { documentId, resources, refused = [], isFull } = timing;
    const place = frameInTab(tab, timing);
    if (place === null) continue;
    const { frame, ledger } = place;
    if (isFull) noteGap(ledger, { reason: 'timing-full', at: resources.at(-1)?.at ?? ledger.startedAt });
    for (const resource of resources) {
      const { url, type, at } = resource;
      if (!/^https?:/.test(url) || (documentId === null && at < ledger.startedAt)) continue;
      if (wasNeverAsked(resource, refused, frame.url)) continue;
      const contact = contactFor(ledger, { url, at }, frame.broughtInBy, catalogue);
      if (contact === null || contact.sent + contact.stopped + contact.failed + contact.listed > 0) continue;
      contact.listed = 1;
      contact.types = { [typeOf(type)]: 1 };
      contact.samples = addTo(contact.samples, sampleUrl(url), 1);
    }
  }
  return fingerprint(tab) !== before;
}

function fingerprint({ documents }: TabLedgers): number {
  return Object.values(documents).reduce(
    (sum, { contacts, gaps }) => sum + Object.keys(contacts).length + gaps.length,
    0,
  );
}

const types: Readonly<Record<string, RequestType>> = {
  script: 'script',
  link: 'stylesheet',
  css: 'stylesheet',
  img: 'image',
  image: 'image',
  fetch: 'xmlhttprequest',
  xmlhttprequest: 'xmlhttprequest',
  beacon: 'ping',
  iframe: 'sub_frame',
  frame: 'sub_frame',
  video: 'media',
  audio: 'media',
};

function typeOf(initiatorType: string): RequestType {
  return types[initiatorType] ?? 'other';
}
