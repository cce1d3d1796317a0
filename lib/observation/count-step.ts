import type { Catalogue } from '../catalogue/catalogue';
import { type Counting, ledgerLimits } from './document-ledger';
import type { Owner } from './find-owner';
import { land, mayHaveMissed, takeOff } from './flights';
import type { Contact } from './observation';
import { isFormSubmission, noteSentForm } from './record-forms';
import { countConsent } from './record-consent';
import { addTo, contactFor, countFailure, countSent } from './record-contact';
import { recordCookies } from './record-cookies';
import type { RequestRecord, RequestStep } from './request';
import type { TabLedgers } from './tab-ledgers';

/** Counts one step of a request in the ledger of the document that it belongs to. */
export function countStep(
  tab: TabLedgers,
  { ledger, broughtInBy }: Owner,
  request: RequestRecord,
  step: RequestStep,
  catalogue: Catalogue,
): void {
  ledger.lastAt = Math.max(ledger.lastAt ?? 0, request.at);
  if (step.kind === 'headers') return recordCookies(ledger, request.url, step.headers, request.at);
  const wasSent = land(tab, request.requestId);
  if (step.kind === 'completed' && !wasMissed(tab, request, step, wasSent)) return;
  const contact = contactFor(ledger, request, broughtInBy, catalogue);
  if (contact === null) return;
  switch (step.kind) {
    case 'sent':
      takeOff(tab, request.requestId);
      if (isFormSubmission(request))
        noteSentForm(ledger, { target: request.url, method: 'post', frameOf: broughtInBy });
      forgetListing(contact, request);
      countSent(contact, request, catalogue);
      return countConsent(ledger, contact, request, contact.service);
    case 'completed':
      countSent(contact, request, catalogue);
      return countConsent(ledger, contact, request, contact.service);
    case 'failed': {
      const mayBeSent = wasSent || mayHaveMissed(tab, request.at);
      return countFailure(contact, request, { error: step.error, wasSent: mayBeSent }, catalogue);
    }
    case 'redirected': {
      const to = URL.canParse(step.to) ? new URL(step.to).hostname : '';
      contact.redirectedTo = addTo(contact.redirectedTo, to, ledgerLimits.redirects);
      // An extension answered in its place: nothing left the browser.
      if (!wasSent && /^(data|chrome-extension|moz-extension):/.test(step.to)) contact.stopped += 1;
    }
  }
}

/** While a request waited for its page, the page's resource timing may have told of it. */
function forgetListing(contact: Counting<Contact>, { at }: RequestRecord): void {
  if (contact.sent > 0 || contact.listed === 0 || Math.abs(at - contact.firstAt) >= sameMs) return;
  contact.listed = 0;
  if (contact.stopped + contact.failed === 0) contact.types = {};
}

const sameMs = 1000;

/** After a stop: what ends and did not come from the cache went out, although its beginning was not seen. */
function wasMissed(
  tab: TabLedgers,
  { at }: RequestRecord,
  { fromCache }: Extract<RequestStep, { kind: 'completed' }>,
  wasSent: boolean,
): boolean {
  return !wasSent && fromCache === false && mayHaveMissed(tab, at);
}
