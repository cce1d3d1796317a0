import { browser } from './api';

/** Loads the page anew, so that it is watched from its first request on. */
export async function reloadTab(tabId: number): Promise<void> {
  await browser.tabs.reload(tabId);
}

/** Opens the page with the settings, or shows the tab where it is open. */
export async function openSettings(): Promise<void> {
  await browser.runtime.openOptionsPage();
}

/** Opens the audit of the site in this tab, in a tab of its own. */
export async function openAudit(tabId: number): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(`/audit.html?tabId=${tabId.toString()}`) });
}

/** Asks the person for access to all sites; answers whether it is there. Needs a click. */
export async function grantAccess(): Promise<boolean> {
  return browser.permissions.request({ origins: ['<all_urls>'] });
}
