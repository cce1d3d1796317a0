import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { findBrowser, hasCommand } from './find-browser';
import type { BrowserName } from './find-browser';

/**
 * Sees to it that these browsers, and openssl for the test server, are there.
 *
 * As root on Debian it installs what is missing. Elsewhere it throws one line that says how to get it.
 */
export function ensureBrowsers(names: readonly BrowserName[]): void {
  const missing = missingPackages(names);
  if (missing.length === 0) return;
  const command = `apt-get install -y --no-install-recommends ${missing.join(' ')}`;
  if (!isRootOnDebian()) throw new Error(`Missing: ${missing.join(', ')}. ${advice(command)}`);
  console.log(`Installing ${missing.join(', ')} …`);
  apt(['update']);
  apt(['install', '-y', '--no-install-recommends', ...missing]);
  const left = missingPackages(names);
  if (left.length > 0) throw new Error(`Still missing after the installation: ${left.join(', ')}.`);
}

/** By their Debian names. */
const missingPackages = (names: readonly BrowserName[]): readonly string[] => [
  ...(names.includes('chromium') && findBrowser('chromium') === null ? ['chromium'] : []),
  ...(names.includes('firefox') && findBrowser('firefox') === null ? ['firefox-esr'] : []),
  ...(hasCommand('openssl') ? [] : ['openssl']),
];

const isRootOnDebian = () =>
  process.getuid?.() === 0 &&
  existsSync('/usr/bin/apt-get') &&
  existsSync('/etc/os-release') &&
  /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));

const advice = (command: string) =>
  `Debian, as root: ${command} (elsewhere install them, or set CHROMIUM_PATH and FIREFOX_PATH).`;

const apt = (parameters: readonly string[]) =>
  execFileSync('apt-get', parameters, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });

function main(): void {
  try {
    ensureBrowsers(['chromium', 'firefox']);
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main();
