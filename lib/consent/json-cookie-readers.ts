import { type Choice, choiceOf, notTold, stillAsked } from './choice';
import { choiceInTcString } from './tcf';

/** Readers of the consent cookies that hold JSON; each answers `null` where it is not of the form. */

type Members = Readonly<Record<string, unknown>>;

const necessary = ['necessary', 'essential', 'required', 'strict', 'strictly-necessary', 'strictlyNecessary'];

/** `{"matomo":true,"youtube":false}`; members that are no answers are passed over. */
export function answersOf(value: string, but: readonly string[] = necessary): Choice | null {
  const stored = membersOf(value);
  return stored === null ? null : choiceOf(flags(stored, but));
}

/** `{"consents":{"essential":[…],"statistics":[…]}}`; groups that were not allowed are not in it. */
export function borlabs(value: string): Choice | null {
  const consents = memberOf(membersOf(value), 'consents');
  if (consents === null) return null;
  const groups = Object.entries(consents).filter(([group]) => !necessary.includes(group));
  return choiceOf([groups.some(([, entries]) => Array.isArray(entries) && entries.length > 0)]);
}

/** `{"purposes":{"1":true,"2":false}}`, 1 being what is necessary, or `{"consent":true}`; `{"id":…}`: not answered. */
export function iubenda(value: string): Choice | null {
  const stored = membersOf(value);
  if (stored === null) return null;
  const purposes = memberOf(stored, 'purposes');
  if (purposes !== null) return choiceOf(flags(purposes, ['1']));
  return typeof stored['consent'] === 'boolean' ? choiceOf([stored['consent']]) : notTold;
}

/** Base64 of `{"purposes":{"enabled":[…],"disabled":[…]},"vendors":{…}}`; without either it was not answered. */
export function didomi(value: string): Choice | null {
  const stored = membersOf(fromBase64(value));
  if (stored === null) return null;
  const purposes = memberOf(stored, 'purposes') ?? memberOf(stored, 'vendors') ?? {};
  const count = (list: unknown) => (Array.isArray(list) ? list.length : 0);
  const [enabled, disabled] = [count(purposes['enabled']), count(purposes['disabled'])];
  return choiceOf([...(enabled > 0 ? [true] : []), ...(disabled > 0 ? [false] : [])]);
}

/** `[null,null,null,["<TC string>",…],…]`. */
export function fundingChoices(value: string): Choice | null {
  const stored = parsed(value);
  const entry: unknown = Array.isArray(stored) ? stored[3] : null;
  const text: unknown = Array.isArray(entry) ? entry[0] : null;
  return typeof text === 'string' ? choiceInTcString(text) : notTold;
}

/** `{"categories":["necessary","analytics"]}`: only what was allowed is in it. */
export function ccCookie(value: string): Choice | null {
  const stored = membersOf(value);
  const allowed = stored?.['categories'] ?? stored?.['level'];
  if (!Array.isArray(allowed)) return null;
  return choiceOf([allowed.some((it) => typeof it === 'string' && !necessary.includes(it))]);
}

/** `{"strict":"1","thirdparty":"0","advanced":"0"}`. */
export function moove(value: string): Choice | null {
  const stored = membersOf(value);
  if (stored === null) return null;
  const answers = Object.entries(stored).filter(([kind, answer]) => kind !== 'strict' && /^[01]$/.test(String(answer)));
  return choiceOf(answers.map(([, answer]) => String(answer) === '1'));
}

/** `{"action":"accept","categories":"[\"performance\"]"}`; the list may be missing, or a list itself. */
export function cookieScript(value: string): Choice | null {
  const { action, categories } = membersOf(value) ?? {};
  if (action === 'reject') return choiceOf([false]);
  if (action !== 'accept') return action === undefined ? null : notTold;
  const list: unknown = typeof categories === 'string' ? parsed(categories) : categories;
  return choiceOf([!Array.isArray(list) || list.length > 0]);
}

/** `{"$$completed":true,"google_analytics":false}`. */
export function axeptio(value: string): Choice | null {
  const stored = membersOf(value);
  if (stored === null) return null;
  if (stored['$$completed'] === false) return stillAsked;
  return choiceOf(
    Object.entries(stored).flatMap(([name, answer]) =>
      typeof answer === 'boolean' && !name.startsWith('$$') ? [answer] : [],
    ),
  );
}

/** `{"optionalCookies":{"analytics":"revoked"},"interactedWith":true}`. */
export function civic(value: string): Choice | null {
  const stored = membersOf(value);
  const optional = memberOf(stored, 'optionalCookies');
  if (optional === null) return null;
  if (stored?.['interactedWith'] === false) return stillAsked;
  return choiceOf(Object.values(optional).map((answer) => answer === 'accepted'));
}

/** `{"consents":{"analytics":{"status":-1}}}`: 1 yes, 0 no, -1 not answered. */
export function piwikPro(value: string): Choice | null {
  const consents = memberOf(membersOf(value), 'consents');
  if (consents === null) return null;
  const statuses = Object.keys(consents).map((kind) => memberOf(consents, kind)?.['status']);
  const answers = statuses.filter((it) => it === 0 || it === 1);
  return answers.length === 0 && statuses.includes(-1) ? stillAsked : choiceOf(answers.map((it) => it === 1));
}

function flags(stored: Members, but: readonly string[]): readonly boolean[] {
  return Object.entries(stored).flatMap(([name, answer]) =>
    typeof answer === 'boolean' && !but.includes(name) ? [answer] : [],
  );
}

function membersOf(value: string | null): Members | null {
  const stored = value === null ? null : parsed(value);
  return isMembers(stored) ? stored : null;
}

function memberOf(stored: Members | null, name: string): Members | null {
  const member = stored !== null && Object.hasOwn(stored, name) ? stored[name] : null;
  return isMembers(member) ? member : null;
}

function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parsed(value: string): unknown {
  try {
    return JSON.parse(value.slice(0, 8192));
  } catch {
    return null; // not JSON
  }
}

function fromBase64(value: string): string | null {
  try {
    return atob(value.slice(0, 8192).replaceAll('-', '+').replaceAll('_', '/'));
  } catch {
    return null; // not base64
  }
}
