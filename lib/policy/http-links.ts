import { jsonPointer } from './json-pointer';
import type { Policy } from './schema';

export interface HttpLink {
  /** Into the policy as read; `originalPointer` leads to the published file. */
  readonly pointer: string;
  readonly url: string;
}

/** The members that hold a link which may be http; every other URL of the format is https or the file is refused. */
const linkMembers: readonly string[] = [
  'url',
  'documentUrl',
  'listUrl',
  'privacy',
  'terms',
  'contract',
  'subprocessors',
  'info',
];

/** The links of `policy` that go over http. They are kept as text and reported, never opened. */
export function httpLinks(policy: Policy): readonly HttpLink[] {
  return linksBelow(policy, []);
}

function linksBelow(part: unknown, path: readonly string[]): readonly HttpLink[] {
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([name, member]: [string, unknown]) => {
    const here = [...path, name];
    if (typeof member !== 'string') return linksBelow(member, here);
    const isHttp = linkMembers.includes(name) && member.startsWith('http://');
    return isHttp ? [{ pointer: jsonPointer(here), url: member }] : [];
  });
}
