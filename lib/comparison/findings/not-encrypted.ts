import type { Contact } from '../../observation/observation';
import { isLocal } from '../../party/is-local';
import { originalPointer } from '../../policy/original-pointer';
import type { Measure } from '../../policy/schema';
import type { PolicyRead } from '../policy-in-force';
import type { Evidence, Finding, ProcessorReport } from '../site-report';
import type { FindingContext } from './finding-context';

/**
 * The page came over http, a form of it sends over http, or it contacts another host over http: whoever sits on the
 * line can read what goes there.
 *
 * It does not mean that anyone did. An error where the policy promises encryption in transfer for it, else a warning;
 * holds without a policy too. Not raised for this device and the local network, for what a third party's frame does,
 * for the site's own host on an encrypted page (the first request may have been sent on to https), nor for what a page
 * over http does with its own host besides.
 */
export function notEncrypted(context: FindingContext): readonly Finding[] {
  return [...ofPage(context), ...ofForms(context), ...ofContacts(context)];
}

function isOpen({ site }: FindingContext): boolean {
  return site.url.startsWith('http:') && !isLocal(site.host);
}

function ofPage(context: FindingContext): readonly Finding[] {
  const { site, inForce, forms } = context;
  if (!isOpen(context)) return [];
  const holdsForms = forms.some(({ frameOf }) => frameOf === null);
  // A promise for what is typed in says nothing of a page without forms.
  const promise = sitePromise(inForce, ({ scope }) => scope === undefined || holdsForms);
  return [finding(`page:${site.host}`, site.host, promise, [{ kind: 'text', text: site.url }])];
}

function ofForms(context: FindingContext): readonly Finding[] {
  const { forms, site, inForce, processors } = context;
  const open = forms.filter(({ host, isEncrypted, frameOf }) => {
    if (isEncrypted || frameOf !== null || isLocal(host)) return false;
    return host !== site.host || !isOpen(context);
  });
  return [...new Set(open.map(({ host }) => host))].map((host) => {
    const row = processors.find(({ contacts }) => contacts.some((contact) => contact.host === host));
    const promise = sitePromise(inForce, () => true) ?? activityPromise(inForce) ?? processorPromise(row);
    const evidence = open.filter((form) => form.host === host).map((form): Evidence => ({ kind: 'form', form }));
    return finding(`form:${host}`, host, promise, evidence);
  });
}

function ofContacts({ processors, unidentified, ownContacts, site, inForce }: FindingContext): readonly Finding[] {
  const rows = [...processors, ...unidentified, { contacts: ownContacts }];
  const found = new Map<string, { readonly row: (typeof rows)[number]; readonly contacts: Contact[] }>();
  for (const row of rows) {
    for (const contact of row.contacts.filter((it) => it.host !== site.host && isReadable(it))) {
      const known = found.get(contact.host);
      if (known === undefined) found.set(contact.host, { row, contacts: [contact] });
      else if (!known.contacts.includes(contact)) known.contacts.push(contact);
    }
  }
  return [...found].map(([host, { row, contacts }]) => {
    const own = 'declared' in row ? processorPromise(row) : null;
    const promise = own ?? sitePromise(inForce, ({ scope }) => scope === undefined);
    return finding(
      `contact:${host}`,
      host,
      promise,
      contacts.map((contact) => ({ kind: 'contact', contact })),
    );
  });
}

function isReadable({ host, unencrypted, sent, broughtInBy }: Contact): boolean {
  return unencrypted && sent > 0 && broughtInBy === null && !isLocal(host);
}

/** A measure by which the policy promises encryption, and where it stands. */
interface Promised {
  readonly text: string | null;
  readonly pointer: string;
}

function promiseIn(measures: readonly Measure[] = [], path: string, covers: (measure: Measure) => boolean) {
  const at = measures.findIndex((measure) => measure.type === 'EncryptionInTransfer' && covers(measure));
  return at < 0 ? null : { text: measures[at]?.text ?? null, pointer: `${path}/measures/${at}` };
}

function sitePromise(read: PolicyRead | null, covers: (measure: Measure) => boolean): Promised | null {
  const found = promiseIn(read?.policy.measures, '', covers);
  return read === null || found === null ? null : { ...found, pointer: originalPointer(read, found.pointer) };
}

/** Of any of the controller's own forms: which one it is cannot be told. */
function activityPromise(read: PolicyRead | null): Promised | null {
  if (read === null) return null;
  const found = (read.policy.activities ?? []).flatMap(({ kind = '', measures }, at) => {
    return kind.endsWith('-form') ? (promiseIn(measures, `/activities/${at}`, () => true) ?? []) : [];
  });
  const [first] = found;
  return first === undefined ? null : { ...first, pointer: originalPointer(read, first.pointer) };
}

function processorPromise(row: ProcessorReport | undefined): Promised | null {
  if (row === undefined || row.sharedWith.length > 0) return null;
  return promiseIn(row.declared?.measures, row.pointer ?? '', () => true);
}

function finding(key: string, subject: string, promise: Promised | null, evidence: readonly Evidence[]): Finding {
  return {
    id: 'not-encrypted',
    key: `not-encrypted:${key}`,
    severity: promise === null ? 'warning' : 'error',
    subject,
    pointer: promise?.pointer ?? null,
    quote: promise?.text ?? null,
    evidence,
  };
}
