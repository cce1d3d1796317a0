import { matchesCookieName } from '../catalogue/cookie-name';
import type { ConsentSignal } from './consent';
import { type ConsentCookies, type ConsentToolId, consentCookies } from './consent-cookies-table';
import { cookieReaders } from './cookie-readers';
import { isConsentCookie } from './is-consent-cookie';

/** A cookie with its value, on its way through: never to be kept. */
export interface ValuedCookie {
  readonly name: string;
  readonly value: string;
}

/**
 * What the consent tools' cookies among `cookies` say of the visitor's choice, a signal for each tool; others are
 * passed over. A tool that is there and whose cookies tell nothing gives a signal of state `unknown`.
 *
 * `since` is what the caller knows of the reading: `page-start` for cookies read when the page was committed, else
 * `now`. That nothing was answered yet holds since the page's start, whenever it is read.
 */
export function signalsFromCookies(
  cookies: readonly ValuedCookie[],
  at: number,
  since: ConsentSignal['since'],
): readonly ConsentSignal[] {
  const ours = cookies.filter(({ name }) => isConsentCookie(name));
  const tools: readonly (ConsentCookies & { readonly id: ConsentToolId })[] = consentCookies;
  return tools.flatMap(({ id, manager, cookies: names }): readonly ConsentSignal[] => {
    const found = ours.filter(({ name }) => names.some((pattern) => matchesCookieName(pattern, name)));
    const [one] = found;
    if (one === undefined) return [];
    const choice = cookieReaders[id](new Map(found.map(({ name, value }) => [name, resolved(value)])));
    if (choice === null) return [];
    const wasAsked = choice.state === 'before-choice';
    return [{ ...choice, source: 'cookie', manager, evidence: one.name, since: wasAsked ? 'page-start' : since, at }];
  });
}

/** Percent signs resolved, once or twice as the tools write them; as it stands where they are none. */
function resolved(value: string): string {
  try {
    const once = decodeURIComponent(value.slice(0, 8192));
    return /%(22|2C|3A|7B)/i.test(once) ? decodeURIComponent(once) : once;
  } catch {
    return value.slice(0, 8192);
  }
}
