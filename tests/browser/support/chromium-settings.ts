import type { BrowserContext } from 'playwright';
import type { HostAccess } from './driver';

interface DeveloperPrivate {
  updateProfileConfiguration(update: { inDeveloperMode: boolean }): Promise<void>;
  updateExtensionConfiguration(update: Setting & { extensionId: string }): Promise<void>;
  reload(extensionId: string, options: { failQuietly: boolean }): Promise<unknown>;
  addHostPermission(extensionId: string, pattern: string): Promise<void>;
}

type Setting =
  { readonly hostAccess: 'ON_CLICK' | 'ON_SPECIFIC_SITES' | 'ON_ALL_SITES' } | { readonly incognitoAccess: true };

declare const chrome: { readonly developerPrivate: DeveloperPrivate };

/** Sets the extension's site access; "on click" leaves it without any host. Its worker starts anew. */
export async function setHostAccess(context: BrowserContext, extensionId: string, access: HostAccess): Promise<void> {
  const hostAccess = access === 'all' ? 'ON_ALL_SITES' : access === 'none' ? 'ON_CLICK' : 'ON_SPECIFIC_SITES';
  await change(context, extensionId, { hostAccess }, typeof access === 'string' ? null : access.only);
}

/** Allows the extension in private windows. Its worker starts anew: ends when the new one is there. */
export async function allowPrivate(context: BrowserContext, extensionId: string): Promise<void> {
  const started = context.waitForEvent('serviceworker');
  await change(context, extensionId, { incognitoAccess: true }, null);
  await started;
}

/** Loads the extension anew. By itself it could not: without the mode for developers it would stay away. */
export async function reloadExtension(context: BrowserContext, extensionId: string): Promise<void> {
  const page = await context.newPage();
  await page.goto('chrome://extensions');
  await page.evaluate(async (id) => {
    await chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
    await chrome.developerPrivate.reload(id, { failQuietly: false });
  }, extensionId);
  await page.close();
}

async function change(context: BrowserContext, id: string, setting: Setting, site: string | null): Promise<void> {
  const page = await context.newPage();
  await page.goto('chrome://extensions');
  await page.evaluate(
    async ([update, pattern]) => {
      await chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
      await chrome.developerPrivate.updateExtensionConfiguration(update);
      if (pattern !== null) await chrome.developerPrivate.addHostPermission(update.extensionId, pattern);
    },
    [{ extensionId: id, ...setting }, site] as const,
  );
  await page.close();
}
