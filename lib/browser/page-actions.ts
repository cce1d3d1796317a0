import { browser } from './api';

/** Loads the page anew, so that it is watched from its first request on. */
export async function reloadTab(tabId: number): Promise<void> {
  await browser.tabs.reload(tabId);
}

/** Opens the page with the settings, or shows the tab where it is open. */
export async function openSettings(): Promise<void> {
  await browser.runtime.openOptionsPage();
}

/** Asks the person for access to all sites; answers whether it is there. Needs a click. */
export async function grantAccess(): Promise<boolean> {
  return browser.permissions.request({ origins: ['<all_urls>'] });
}
