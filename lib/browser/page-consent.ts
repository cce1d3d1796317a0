// Each of these runs alone in the page's own world, where the consent tools live: it may use nothing from this module,
// and whatever it answers may be the page's invention. They change nothing and leave no listener behind.

/** Asks the page's TCF tool, in at most 250 ms; `null` where there is none. */
export async function askTcf() {
  const api: unknown = Reflect.get(window, '__tcfapi');
  if (typeof api !== 'function') return null;
  const member = (of: unknown, name: string): unknown =>
    typeof of === 'object' && of !== null ? Reflect.get(of, name) : null;
  const ask = (command: string, timeoutMs: number) =>
    new Promise<unknown>((done) => {
      setTimeout(done, timeoutMs, null);
      const answer = (data: unknown) => {
        const listener = member(data, 'listenerId') ?? null;
        if (command === 'addEventListener' && listener !== null)
          Reflect.apply(api, window, ['removeEventListener', 2, () => undefined, listener]);
        done(data);
      };
      try {
        Reflect.apply(api, window, [command, 2, answer]);
      } catch {
        done(null); // the tool failed
      }
    });
  const ping = await ask('ping', 50);
  const isLoaded = member(ping, 'cmpLoaded') === true;
  // A stub would keep the question until the tool has come; version 2.2 of the API need not know `getTCData` any more.
  const first = isLoaded ? await ask('getTCData', 100) : null;
  const data =
    isLoaded && typeof member(first, 'eventStatus') !== 'string' ? await ask('addEventListener', 100) : first;
  const event = member(data, 'eventStatus');
  const text = member(data, 'tcString');
  const applies = member(data, 'gdprApplies') ?? member(ping, 'gdprApplies');
  return {
    isLoaded,
    isShown: member(ping, 'displayStatus') === 'visible',
    gdprApplies: typeof applies === 'boolean' ? applies : null,
    event: event === 'tcloaded' || event === 'cmpuishown' || event === 'useractioncomplete' ? event : '',
    tcString: typeof text === 'string' && text.length <= 8192 ? text : '',
  };
}

/** What is found at the paths of each tool's object, see `ToolProbe`; `null` for a tool that is not there. */
export function probeTools(probes: readonly { readonly global: string; readonly paths: readonly string[] }[]) {
  const isThere = (value: unknown): value is object =>
    (typeof value === 'object' && value !== null && !('nodeType' in value)) || typeof value === 'function';
  const step = (from: unknown, name: string): unknown => {
    if (!isThere(from)) return undefined;
    const member: unknown = name === '' ? from : Reflect.get(from, name);
    return member;
  };
  const walk = (from: unknown, steps: readonly string[]): unknown => {
    const [name = '', ...rest] = steps;
    if (steps.length === 0) return from;
    const [plain = '', text] = name.split('=');
    const member = step(from, plain.replace(/\(\)$|\[\]$/, ''));
    if (plain.endsWith('[]'))
      return Array.isArray(member) ? member.slice(0, 2000).map((it) => truth(walk(it, rest))) : null;
    const value: unknown =
      plain.endsWith('()') && typeof member === 'function' ? Reflect.apply(member, from, []) : member;
    return text === undefined ? walk(value, rest) : value === text;
  };
  const truth = (value: unknown) => (typeof value === 'boolean' ? value : null);
  const find = (from: unknown, path: string) => {
    try {
      const found = walk(from, path.split('.'));
      return Array.isArray(found) ? (found as (boolean | null)[]) : truth(found);
    } catch {
      return null; // the tool failed
    }
  };
  return probes.map(({ global, paths }) => {
    const tool: unknown = Reflect.get(window, global);
    return isThere(tool) ? paths.map((path) => find(tool, path)) : null;
  });
}

/** The page's calls `gtag('consent', …)` in order of the four kinds, and Global Privacy Control. */
export function readConsentCalls() {
  const kinds = ['ad_storage', 'analytics_storage', 'ad_user_data', 'ad_personalization'];
  const calls = { default: ['', '', '', ''], update: ['', '', '', ''] };
  const gpc = Reflect.get(navigator, 'globalPrivacyControl') === true;
  const layer: unknown = Reflect.get(window, 'dataLayer');
  let hasCalls = false;
  let isRegional = false;
  for (const entry of Array.isArray(layer) ? (layer.slice(-1000) as unknown[]) : []) {
    if (typeof entry !== 'object' || entry === null || Reflect.get(entry, '0') !== 'consent') continue;
    const command: unknown = Reflect.get(entry, '1');
    const words: unknown = Reflect.get(entry, '2');
    if ((command !== 'default' && command !== 'update') || typeof words !== 'object' || words === null) continue;
    hasCalls = true;
    if (command === 'default' && Reflect.get(words, 'region') !== undefined) isRegional = true;
    kinds.forEach((kind, at) => {
      const word: unknown = Reflect.get(words, kind);
      if (word === 'granted' || word === 'denied') calls[command][at] = word;
    });
  }
  // Which of several defaults holds here depends on where Google takes the visitor to be.
  if (isRegional) calls.default = ['', '', '', ''];
  return { gpc, google: hasCalls ? calls : null };
}
