import { ensureBrowsers } from '../../support/install-browsers';
import { browserNames } from './driver';
import { builtExtension } from './extension-build';

/** Before any browser test: the builds and the browsers are there, or one line says what to do. */
export default function setup(): void {
  for (const name of browserNames) builtExtension(name);
  ensureBrowsers(browserNames);
}
