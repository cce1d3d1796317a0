import { Parser } from 'htmlparser2';
import { isJsonType, mediaTypeOf } from './media-type';

/** Long pages are read up to here, in characters: such links stand in the head. */
const maxHtmlLength = 2 * 1024 * 1024;
const maxLinks = 20;

export interface PolicyLinks {
  /** Absolute addresses of the policy as data, in the page's order. */
  readonly files: readonly string[];
  /** Absolute addresses of the policy for people: the same rel, another type or none, on `<link>` or `<a>`. */
  readonly pages: readonly string[];
}

/** The policy links in the text of a page, for where there is no browser to ask. `<base href>` is honoured. */
export function policyLinksInHtml(html: string, pageUrl: string): PolicyLinks {
  let base: string | null = null;
  const files: string[] = [];
  const pages: string[] = [];
  const parser = new Parser({
    onopentag(name, attributes) {
      const { href, rel = '', type = '' } = attributes;
      if (href === undefined) return;
      if (name === 'base') base ??= resolved(href, pageUrl);
      if ((name !== 'link' && name !== 'a') || !relationsOf(rel).includes('privacy-policy')) return;
      const url = resolved(href, base ?? pageUrl);
      const list = name === 'link' && isJsonType(mediaTypeOf(type)) ? files : pages;
      if (url !== null && list.length < maxLinks) list.push(url);
    },
  });
  parser.end(html.slice(0, maxHtmlLength));
  return { files, pages };
}

function relationsOf(rel: string): readonly string[] {
  return rel.toLowerCase().split(/\s+/);
}

function resolved(href: string, base: string): string | null {
  return URL.canParse(href, base) ? new URL(href, base).href : null;
}
