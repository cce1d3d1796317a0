/** Entries by host pattern, found without looking at those of other hosts. */
export interface HostIndex<Entry> {
  /** All entries whose pattern covers `host`, those of the host itself first, then from the longest ending down. */
  find(host: string): readonly Entry[];
}

/** Patterns are `a.example` (that host), `*.a.example` (every host below it) and `*` (any). */
export function createHostIndex<Entry>(entries: Iterable<readonly [pattern: string, entry: Entry]>): HostIndex<Entry> {
  const hosts = new Map<string, Entry[]>();
  const below = new Map<string, Entry[]>();
  const any: Entry[] = [];
  for (const [pattern, entry] of entries) {
    if (pattern === '*') any.push(entry);
    else if (pattern.startsWith('*.')) add(below, pattern.slice(2), entry);
    else add(hosts, pattern, entry);
  }
  return {
    find: (host) => {
      const found = [...(hosts.get(host) ?? [])];
      for (let dot = host.indexOf('.'); dot >= 0; dot = host.indexOf('.', dot + 1)) {
        const entriesBelow = dot > 0 ? below.get(host.slice(dot + 1)) : undefined;
        if (entriesBelow !== undefined) found.push(...entriesBelow);
      }
      return any.length > 0 ? [...found, ...any] : found;
    },
  };
}

function add<Entry>(map: Map<string, Entry[]>, key: string, entry: Entry): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [entry]);
  else list.push(entry);
}
