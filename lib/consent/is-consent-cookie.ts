import { matchesCookieName } from '../catalogue/cookie-name';
import { type ConsentCookies, consentCookies } from './consent-cookies-table';

const tools: readonly ConsentCookies[] = consentCookies;
const names = tools.flatMap(({ cookies }) => cookies);

/** Whether a consent tool that we know keeps its answer in a cookie of this name. */
export function isConsentCookie(name: string): boolean {
  return name.length <= 200 && names.some((pattern) => matchesCookieName(pattern, name));
}
