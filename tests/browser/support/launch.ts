import { launchChromium } from './chromium';
import type { BrowserName, Driver, DriverOptions } from './driver';
import { launchFirefox } from './firefox';

/** Starts this browser with the extension. */
export const launch = (name: BrowserName, options: DriverOptions): Promise<Driver> =>
  name === 'chromium' ? launchChromium(options) : launchFirefox(options);
