import { afterAll, beforeAll } from 'vitest';
import { startDemoSite } from '../../site/demo-site';
import type { SiteServer } from '../../site/server';
import type { BrowserName } from './driver';
import { launchFirefox } from './firefox';
import { launchPlainChromium } from './plain-chromium';
import type { PageOpener, WithDevtools } from './site-tab';

/** As `setScene`, with a Chromium that has all that people's have. */
export function setPlainScene(name: BrowserName) {
  const scene: { server?: SiteServer; driver?: PageOpener & WithDevtools } = {};
  beforeAll(async () => {
    scene.server = await startDemoSite();
    const { port } = scene.server;
    scene.driver = name === 'chromium' ? await launchPlainChromium(port) : await launchFirefox({ port });
  });
  afterAll(async () => {
    await scene.driver?.close();
    await scene.server?.close();
  });
  const present = <K extends keyof typeof scene>(part: K) => {
    const there = scene[part];
    if (there === undefined) throw new Error('The scene is set only while a test runs.');
    return there;
  };
  return {
    get server() {
      return present('server');
    },
    get driver() {
      return present('driver');
    },
  };
}
