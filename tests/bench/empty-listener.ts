import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { builtExtension } from '../browser/support/extension-build';
import type { BrowserName } from '../browser/support/driver';

const folder = join(import.meta.dirname, '../fixtures/empty-listener');
const product = join(import.meta.dirname, '../../lib/browser');
const manifest = v.object({ permissions: v.array(v.string()), host_permissions: v.array(v.string()) });

/**
 * The folder of the extension whose listeners do nothing. Throws where it does not listen to what Candor listens to,
 * or may not do what Candor may: then it would be no yardstick.
 */
export function emptyListener(name: BrowserName): string {
  mustEqual('permissions', permissionsIn(folder), permissionsIn(builtExtension(name)).filter(isFelt));
  const sources = readdirSync(product).filter((file) => file.startsWith('watch-'));
  mustEqual(
    'listeners',
    listenersIn([join(folder, 'background.js')]),
    listenersIn(sources.map((file) => join(product, file))),
  );
  return folder;
}

function permissionsIn(path: string): readonly string[] {
  const { permissions, host_permissions } = v.parse(
    manifest,
    JSON.parse(readFileSync(join(path, 'manifest.json'), 'utf8')),
  );
  return [...permissions, ...host_permissions].sort();
}

/** What only answers when it is asked costs a page nothing. */
const isFelt = (permission: string) => permission !== 'dns' && permission !== 'declarativeNetRequestWithHostAccess';

function listenersIn(files: readonly string[]): readonly string[] {
  const text = files.map((file) => readFileSync(file, 'utf8')).join('\n');
  return [...new Set(text.match(/\b(webRequest|webNavigation|tabs)\.on\w+(?=\.addListener)/g))].sort();
}

function mustEqual(what: string, ours: readonly string[], candors: readonly string[]): void {
  if (ours.join(' ') === candors.join(' ')) return;
  throw new Error(
    `tests/fixtures/empty-listener has other ${what} than Candor: ${ours.join(' ')}, not ${candors.join(' ')}`,
  );
}
