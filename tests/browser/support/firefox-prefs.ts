import { nameServerHost } from '../../site/stand-ins/name-server';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ColorScheme } from './driver';

/** Where files go that a page or a button saves. */
export const downloadFolder = join(tmpdir(), 'candor-downloads');

interface Wanted {
  readonly addonId: string;
  readonly uuid: string;
  readonly port: number;
  readonly colorScheme: ColorScheme;
  readonly fewProcesses: boolean;
  readonly backgroundIdleMs: number;
}

/** Firefox settings for the tests. */
export const firefoxPrefs = ({
  addonId,
  uuid,
  port,
  colorScheme,
  fewProcesses,
  backgroundIdleMs,
}: Wanted): Record<string, unknown> => ({
  'extensions.webextensions.uuids': JSON.stringify({ [addonId]: uuid }),
  // Every host, localhost too, is asked of the test server.
  'network.proxy.type': 1,
  'network.proxy.http': '127.0.0.1',
  'network.proxy.http_port': port,
  'network.proxy.ssl': '127.0.0.1',
  'network.proxy.ssl_port': port,
  'network.proxy.no_proxies_on': '',
  'network.proxy.allow_hijacking_localhost': true,
  // Names are asked of the test server as well, over https; without it a name would be asked of the machine's own service.
  'network.trr.mode': 3,
  'network.trr.uri': `https://${nameServerHost}/dns-query`,
  'network.trr.wait-for-confirmation': false,
  'network.trr.confirmationNS': 'skip',
  // The stand-ins' certificate is not the one that Firefox expects of Google's hosts.
  'security.cert_pinning.enforcement_level': 0,
  'browser.download.folderList': 2,
  'browser.download.dir': downloadFolder,
  // A site's tab is in the background while the popup is read as a page: its timers must go on.
  'dom.min_background_timeout_value': 4,
  'dom.min_background_timeout_value_without_budget_throttling': 4,
  'extensions.background.idle.timeout': backgroundIdleMs,
  'layout.css.prefers-color-scheme.content-override': colorScheme === 'dark' ? 0 : 1,
  // Nobody looks, and a process kept ready for the next site is work for nothing.
  'dom.ipc.processPrelaunch.enabled': false,
  'layout.frame_rate': 20,
  'ui.prefersReducedMotion': 1,
  'browser.sessionstore.interval': 3_600_000,
  ...(fewProcesses ? { 'fission.autostart': false, 'dom.ipc.processCount': 4 } : {}),
});
