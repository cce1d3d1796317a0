import { createContext, runInContext } from 'node:vm';

/** A page as far as a tag looks at it. */
export interface TagPage {
  /** What stands in `window` before the tag runs. */
  readonly globals?: Readonly<Record<string, unknown>>;
  readonly attributes?: readonly string[];
  readonly cookies?: string;
}

export interface TagRun {
  /** Where each hit went, as `path id` of its URL. */
  readonly hits: readonly string[];
  /** Names of the cookies that were set. */
  readonly cookies: readonly string[];
  /** Script elements that were put into the page. */
  readonly scripts: readonly string[];
  /** Runs code of the page after the tag. */
  run(code: string): void;
  /** Lets the time come that the tag waits for. */
  later(): void;
}

/** Runs a tag's code in a page that notes what leaves it. */
export function runTag(code: string, { globals = {}, attributes = [], cookies: kept = '' }: TagPage = {}): TagRun {
  const hits: string[] = [];
  const cookies: string[] = [];
  const scripts: string[] = [];
  const waiting: (() => void)[] = [];
  const note = (address: string) => {
    const url = new URL(address, 'https://shop.example');
    hits.push(`${url.host}${url.pathname} ${url.searchParams.get('tid') ?? ''}`);
  };
  const document = {
    title: 'A page',
    documentElement: { hasAttribute: (name: string) => attributes.includes(name) },
    createElement: () => ({}),
    getElementsByTagName: () => [{ parentNode: { insertBefore: ({ src }: { src: string }) => scripts.push(src) } }],
    get cookie() {
      return kept;
    },
    set cookie(text: string) {
      cookies.push(text.slice(0, text.indexOf('=')));
    },
  };
  const window: Record<string, unknown> = {
    document,
    location: { href: 'https://shop.example/' },
    navigator: { language: 'en', sendBeacon: note },
    screen: { width: 1, height: 1 },
    URLSearchParams,
    setTimeout: (run: () => void) => void waiting.push(run),
    fetch: (address: string) => Promise.resolve(note(address)),
    Image: class {
      set src(address: string) {
        note(address);
      }
    },
  };
  Object.defineProperties(window, { ...Object.getOwnPropertyDescriptors(globals), window: { value: window } });
  createContext(window);
  runInContext(code, window);
  return {
    hits,
    cookies,
    scripts,
    run: (more) => void runInContext(more, window),
    later: () => waiting.splice(0).forEach((run) => run()),
  };
}
