import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import type { BrowserName } from './driver';

const root = fileURLToPath(new URL('../../../', import.meta.url));

const manifest = v.object({
  browser_specific_settings: v.object({ gecko: v.object({ id: v.string() }) }),
});

/** Names of WXT's targets. */
export const buildTargets: Readonly<Record<BrowserName, string>> = { chromium: 'chrome', firefox: 'firefox' };

/** The folder of the built extension. Throws one line that says how to build it. */
export function builtExtension(name: BrowserName): string {
  const target = buildTargets[name];
  const folder = join(root, '.output', `${target}-mv3`);
  if (existsSync(join(folder, 'manifest.json'))) return folder;
  throw new Error(`There is no build for ${name}: run npx wxt build -b ${target}`);
}

/** The id under which Firefox knows the extension. */
export function addonIdOf(folder: string): string {
  const content: unknown = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  return v.parse(manifest, content).browser_specific_settings.gecko.id;
}
