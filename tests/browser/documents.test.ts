import { resolve } from 'node:path';
import { describe } from 'vitest';
import { testFrames } from './documents/frames';
import { testLeaving } from './documents/leaving';
import { pageKit } from './documents/page-kit';
import { testPages } from './documents/pages';
import { testRestart } from './documents/restart';
import { testTabs } from './documents/tabs';
import { browserNames } from './support/driver';
import { setScene } from './support/scene';

/** What the server got from page X is in X's report, and nothing of Y is; see `document-sites.ts`. */
describe.each(browserNames)('in %s', (name) => {
  const scene = setScene(name, { keepsLeftPages: true, otherExtensions: [resolve('tests/fixtures/busy-neighbour')] });
  const kit = pageKit(scene);
  testPages(kit);
  testFrames(kit);
  testLeaving(name, kit);
  testTabs(name, kit);
  testRestart(kit, scene);
});
