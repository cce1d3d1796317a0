import { page } from '../page';
import { html } from '../reply';
import { website } from '../site';
import type { Answer, Site } from '../site';

/** A site of one page. `extra` adds paths; `head` and `body` go into the page, `headers` into the page's answer. */
export interface SmallSite {
  readonly about: string;
  readonly head?: string;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  readonly extra?: Readonly<Record<string, Answer>>;
}

/** Host → site: one line of a table for each. */
export const smallSites = (table: Readonly<Record<string, SmallSite>>): readonly Site[] =>
  Object.entries(table).map(([host, { about, head = '', body = '', headers = {}, extra = {} }]) =>
    website(host, { '/': html(page(host, `<p>${about}</p>${body}`, { head }), headers), ...extra }),
  );
