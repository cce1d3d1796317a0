import { pageUrl, sampleUrl } from '../observation/sample-url';

/** A URL for an export: no query values, fragment or user info. Cutting again what was cut before changes nothing. */
export function safeUrl(url: string): string {
  return readable(URL.canParse(url) ? sampleUrl(url) : withoutQuery(url));
}

/** As `safeUrl`, without the query. */
export function safePageUrl(url: string): string {
  return readable(pageUrl(url));
}

/** What is no absolute URL, such as a host. */
function withoutQuery(text: string): string {
  return text.split(/[?#]/, 1)[0] ?? '';
}

/** The mark of a cut, which the URL parser has encoded. */
function readable(url: string): string {
  return url.replaceAll('%E2%80%A6', '…');
}
