import { browser } from './api';
import { translate } from './words';

/** A panel of the browser's developer tools that holds the audit of the inspected tab's site. */
export async function addAuditPanel(): Promise<void> {
  const { inspectedWindow, panels } = browser.devtools;
  await panels.create(translate('extensionName'), '/icon/32.png', `/audit.html?tabId=${inspectedWindow.tabId}`);
}
