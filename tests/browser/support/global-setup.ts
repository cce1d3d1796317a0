import { rmSync } from 'node:fs';
import { ensureBrowsers } from '../../support/install-browsers';
import { browserNames } from './driver';
import { builtExtension } from './extension-build';
import { downloadFolder } from './firefox-prefs';

/** Before any browser test: the builds and the browsers are there, or one line says what to do. Answers what to do after the last. */
export default function setup(): () => void {
  for (const name of browserNames) builtExtension(name);
  ensureBrowsers(browserNames);
  return () => rmSync(downloadFolder, { recursive: true, force: true });
}
