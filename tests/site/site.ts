import type { IncomingHttpHeaders } from 'node:http';
import { nothing, notFound } from './reply';
import type { Reply } from './reply';

export interface Visit {
  readonly host: string;
  readonly secure: boolean;
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
}

export type Answer = Reply | ((visit: Visit) => Reply);

/** A host the demo plays. */
export interface Site {
  /** A host name, or `*.example.org` for every host below that one. */
  readonly host: string;
  /** Path → answer; a path that ends in `*` covers all that begin so. */
  readonly paths: Readonly<Record<string, Answer>>;
  /** For any other path. */
  readonly otherwise: Reply;
  /** Added to each answer of this host. */
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
}

/** A site that people visit: unknown paths are not found. */
export const website = (host: string, paths: Site['paths'], headers: Site['headers'] = {}): Site => ({
  host,
  paths: { '/favicon.ico': nothing(), ...paths },
  otherwise: notFound(),
  headers,
});

/** Plays another party's host: unknown paths answer with nothing. */
export const standIn = (host: string, paths: Site['paths'] = {}): Site => ({ host, paths, otherwise: nothing() });

/** What the given sites answer; a host that none of them plays answers with nothing. */
export function answerFrom(sites: readonly Site[]): (visit: Visit) => Reply {
  return (visit) => {
    const site = sites.find(({ host }) => host === visit.host) ?? sites.find(({ host }) => isBelow(visit.host, host));
    if (site === undefined) return nothing();
    const answer = answerAt(site, visit.url.pathname);
    const reply = typeof answer === 'function' ? answer(visit) : answer;
    return { ...reply, headers: { ...site.headers, ...reply.headers } };
  };
}

function answerAt({ paths, otherwise }: Site, path: string): Answer {
  const prefixes = Object.keys(paths).filter((key) => key.endsWith('*') && path.startsWith(key.slice(0, -1)));
  const longest = prefixes.sort((a, b) => b.length - a.length)[0];
  return paths[path] ?? (longest === undefined ? undefined : paths[longest]) ?? otherwise;
}

const isBelow = (host: string, pattern: string) => pattern.startsWith('*.') && host.endsWith(pattern.slice(1));
