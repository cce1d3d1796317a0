import type { BrowserName } from '../../support/find-browser';

export type { BrowserName };

export const browserNames: readonly BrowserName[] = ['chromium', 'firefox'];

export interface DriverOptions {
  /** Port of the test server, which plays every host. */
  readonly port: number;
  /** Folder of the unpacked extension; the build for this browser where left out. */
  readonly extensionFolder?: string;
  /** Folders of other extensions, for example a blocker. */
  readonly otherExtensions?: readonly string[];
  /** `false` shows a window: needs a display. */
  readonly headless?: boolean;
  readonly colorScheme?: ColorScheme;
  /** Settings of Firefox besides those that every test needs; Chromium has none. */
  readonly firefoxPrefs?: Readonly<Record<string, unknown>>;
  /** Allows the extension in private windows, as a person can in the browser's settings. */
  readonly allowPrivate?: boolean;
  /** Lets all sites share a few processes, so that hundreds of tabs find room. */
  readonly fewProcesses?: boolean;
  /** Firefox: after how long without an event it suspends the background. Chromium never does while it is driven. */
  readonly backgroundIdleMs?: number;
  /** Third parties may keep cookies for all sites, which both browsers forbid as they come. */
  readonly thirdPartyCookies?: boolean;
  /** Going back shows the page as it was left. Firefox always does so; Playwright's Chromium only if asked. */
  readonly keepsLeftPages?: boolean;
  /** Chromium: the file to which all that it sends and gets is written, as HAR, when it closes. */
  readonly recordHar?: string;
  /** Folder of a profile that outlives the browser, for one that is started again. A fresh one where left out. */
  readonly profile?: string;
}

/** `only`: a match pattern, for example `https://a.example/*`. */
export type HostAccess = 'all' | 'none' | { readonly only: string };

export type ColorScheme = 'light' | 'dark';

/** CSS pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A browser with the extension in it, in a fresh profile. */
export interface Driver {
  readonly name: BrowserName;
  /** Version as the browser says it, for example `Chrome/156.0.…`. */
  readonly version: string;
  /** Opens a site in a new tab and waits until it has loaded. */
  open(url: string): Promise<Tab>;
  /** `popup.html?tabId=N` as a page of its own. */
  popup(tab: Tab, size?: Size): Promise<ExtensionPage>;
  /** Any page of the extension, for example `popup.html?tabId=7`. */
  extensionPage(path: string, size?: Size): Promise<ExtensionPage>;
  /**
   * A page of the extension in two steps, so that the second takes little time: `before` runs ahead of any code of
   * the page that is then opened, and leaves what it has to say in `window`.
   */
  preparePage(before: (() => void) | null, size?: Size): Promise<(path: string) => Promise<ExtensionPage>>;
  /** Runs a function with the extension's rights, outside all its pages; it may use `chrome`. */
  inExtension: Evaluate;
  /**
   * Ends the background at once, whatever it is doing; the next event wakes it, a late request of a page too.
   * Answers whether it was running.
   */
  stopBackground(): Promise<boolean>;
  isBackgroundRunning(): Promise<boolean>;
  /** Ends the extension with all its pages and loads it anew, as an update does; its background cannot be stopped after that. */
  reloadExtension(): Promise<void>;
  /** Opens a site in a private window, as a person does, and waits until its tab has loaded, if the extension may see it. */
  openPrivate(url: string): Promise<PrivateWindow>;
  /** What the background's heap holds after a collection; `null` where the browser does not tell (Firefox). */
  backgroundHeapBytes(): Promise<number | null>;
  /** Takes the right to see sites away from the extension, as a person can in the browser's settings. */
  revokeHosts(): Promise<void>;
  /** Sets which sites the extension may see, as a person can in the browser's settings. */
  setHostAccess(access: HostAccess): Promise<void>;
  /** The badge on the toolbar button for this tab. */
  badge(tab: Tab): Promise<string>;
  /** Resolves when the person closes the browser's window. */
  closed(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Runs a function in the page and answers what it returns, as JSON.
 *
 * The function travels as text: it sees nothing of its surroundings but `argument`.
 */
export interface Evaluate {
  <T>(run: () => T | Promise<T>): Promise<T>;
  <T, A>(run: (argument: A) => T | Promise<T>, argument: A): Promise<T>;
}

export interface Tab {
  /** The id by which the extension knows the tab. */
  readonly id: number;
  goto(url: string): Promise<void>;
  reload(): Promise<void>;
  back(): Promise<void>;
  readonly evaluate: Evaluate;
  close(): Promise<void>;
}

export interface PrivateWindow {
  /** The id by which the extension knows its tab; `null` where it is not allowed to see it. */
  readonly tabId: number | null;
  /** The text of the popup that the toolbar's button opens there; `null` where this browser does not show it to tests. */
  popupText(): Promise<string | null>;
  close(): Promise<void>;
}

export interface ExtensionPage {
  /** The text as a person sees it; what is folded is not in it. */
  text(): Promise<string>;
  readonly evaluate: Evaluate;
  /** Clicks the first element that fits; waits up to 5 s for it. */
  click(selector: string): Promise<void>;
  /** A key by its name, for example `Tab`, `Enter`, `Shift+Tab`. */
  press(key: string): Promise<void>;
  /** Opens every `details` in the page. */
  unfold(): Promise<void>;
  setViewport(size: Size): Promise<void>;
  /** Writes a PNG of the whole page, which may be longer than the viewport, or of what the viewport shows. */
  screenshot(path: string, options?: ScreenshotOptions): Promise<void>;
  /** Waits until the text holds this; fails with the text that is there instead. */
  waitForText(expected: string | RegExp, timeoutMs?: number): Promise<string>;
  /** Waits until an element fits the selector. */
  waitFor(selector: string, timeoutMs?: number): Promise<void>;
  close(): Promise<void>;
}

export interface ScreenshotOptions extends Partial<Size> {
  readonly dark?: boolean;
  /** Only what the viewport shows. */
  readonly isCut?: boolean;
}

export const popupSize: Size = { width: 400, height: 600 };
