import { afterAll, beforeAll } from 'vitest';
import { startDemoSite } from '../../site/demo-site';
import type { SiteServer } from '../../site/server';
import type { BrowserName, Driver, DriverOptions } from './driver';
import { launch } from './launch';

/** The demo site and a browser with the extension, there from before the first test of a `describe` to after its last. */
export interface Scene {
  readonly server: SiteServer;
  readonly driver: Driver;
}

export function setScene(
  name: BrowserName,
  options: Omit<DriverOptions, 'port'> = {},
  startSite: () => Promise<SiteServer> = startDemoSite,
): Scene {
  let server: SiteServer | undefined;
  let driver: Driver | undefined;
  beforeAll(async () => {
    server = await startSite();
    driver = await launch(name, { port: server.port, ...options });
  });
  afterAll(async () => {
    await driver?.close();
    await server?.close();
  });
  return {
    get server() {
      return present(server);
    },
    get driver() {
      return present(driver);
    },
  };
}

function present<T>(part: T | undefined): T {
  if (part === undefined) throw new Error('The scene is set only while a test runs.');
  return part;
}
