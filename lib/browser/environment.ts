import type { AuditHeader } from '../report/audit-header';
import { browser } from './api';
import { readSettings } from './settings';

/** What an export says of the Candor, browser and machine that made it. */
export async function readEnvironment(): Promise<Omit<AuditHeader, 'policy'>> {
  const [{ os }, settings] = await Promise.all([browser.runtime.getPlatformInfo(), readSettings()]);
  const { version } = browser.runtime.getManifest();
  return { candorVersion: version, browser: browserIn(navigator.userAgent), system: os, settings };
}

/** `Firefox 153`, as far as the browser tells it; the last of what it calls itself that fits. */
function browserIn(userAgent: string): string {
  for (const name of ['Firefox', 'Edg', 'OPR', 'Chrome', 'Version']) {
    const version = new RegExp(`${name}/([0-9]+)`).exec(userAgent)?.[1];
    if (version !== undefined) return `${names[name] ?? name} ${version}`;
  }
  return userAgent.slice(0, 60);
}

const names: Readonly<Record<string, string>> = { Edg: 'Edge', OPR: 'Opera', Chrome: 'Chromium', Version: 'Safari' };
