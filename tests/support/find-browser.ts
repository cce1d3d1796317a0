import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright';

export type BrowserName = 'chromium' | 'firefox';

/** Branded Chrome 137 and later loads no unpacked extensions from the command line: it is not looked for. */
const commands: Readonly<Record<BrowserName, readonly string[]>> = {
  chromium: ['chromium', 'chromium-browser'],
  firefox: ['firefox-esr', 'firefox', 'firefox-developer-edition'],
};

/** Path of an installed browser, or `null`. `CHROMIUM_PATH` and `FIREFOX_PATH` come first. */
export function findBrowser(name: BrowserName): string | null {
  const chosen = process.env[name === 'chromium' ? 'CHROMIUM_PATH' : 'FIREFOX_PATH'];
  if (chosen !== undefined && chosen !== '') return existsSync(chosen) ? chosen : null;
  return [...onPath(commands[name]), ...usualPlaces(name)].find((path) => existsSync(path)) ?? null;
}

/** Path of an installed browser. Throws one line that says how to get one. */
export function requireBrowser(name: BrowserName): string {
  const path = findBrowser(name);
  if (path === null) throw new Error(howToGet(name));
  return path;
}

export function howToGet(name: BrowserName): string {
  const [variable, debian] = name === 'chromium' ? ['CHROMIUM_PATH', 'chromium'] : ['FIREFOX_PATH', 'firefox-esr'];
  return `No ${name} was found: install it (Debian: apt-get install ${debian}) or set ${variable} to its program file.`;
}

/** Whether a command is on the PATH. */
export const hasCommand = (command: string) => onPath([command]).some((path) => existsSync(path));

const onPath = (names: readonly string[]): readonly string[] =>
  (process.env['PATH'] ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .flatMap((folder) => names.map((name) => join(folder, process.platform === 'win32' ? `${name}.exe` : name)));

function usualPlaces(name: BrowserName): readonly string[] {
  const isChromium = name === 'chromium';
  if (process.platform === 'darwin') {
    const program = isChromium ? 'Chromium.app/Contents/MacOS/Chromium' : 'Firefox.app/Contents/MacOS/firefox';
    return [join('/Applications', program), join(homedir(), 'Applications', program), ...ownOfPlaywright(isChromium)];
  }
  if (process.platform === 'win32') {
    const folders = ['LOCALAPPDATA', 'PROGRAMFILES', 'PROGRAMFILES(X86)'].flatMap((key) => process.env[key] ?? []);
    const program = isChromium ? ['Chromium', 'Application', 'chrome.exe'] : ['Mozilla Firefox', 'firefox.exe'];
    return [...folders.map((folder) => join(folder, ...program)), ...ownOfPlaywright(isChromium)];
  }
  const linux = isChromium
    ? ['/usr/bin/chromium', '/usr/lib/chromium/chromium', '/snap/bin/chromium']
    : ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/opt/firefox/firefox', '/snap/bin/firefox'];
  return [...linux, ...ownOfPlaywright(isChromium)];
}

/** The Chromium that `npx playwright install chromium` fetches. */
const ownOfPlaywright = (isChromium: boolean) => (isChromium ? [chromium.executablePath()] : []);
