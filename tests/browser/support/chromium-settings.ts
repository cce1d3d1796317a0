import type { BrowserContext } from 'playwright';

interface DeveloperPrivate {
  updateProfileConfiguration(update: { inDeveloperMode: boolean }): Promise<void>;
  updateExtensionConfiguration(update: Setting & { extensionId: string }): Promise<void>;
}

type Setting = { readonly hostAccess: 'ON_CLICK' } | { readonly incognitoAccess: true };

declare const chrome: { readonly developerPrivate: DeveloperPrivate };

/** Sets the extension's site access to "on click", which leaves it without any host. Its worker starts anew. */
export const revokeHosts = (context: BrowserContext, extensionId: string) =>
  change(context, extensionId, { hostAccess: 'ON_CLICK' });

/** Allows the extension in private windows. Its worker starts anew: ends when the new one is there. */
export async function allowPrivate(context: BrowserContext, extensionId: string): Promise<void> {
  const started = context.waitForEvent('serviceworker');
  await change(context, extensionId, { incognitoAccess: true });
  await started;
}

async function change(context: BrowserContext, id: string, setting: Setting): Promise<void> {
  const page = await context.newPage();
  await page.goto('chrome://extensions');
  await page.evaluate(
    async (update) => {
      await chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
      await chrome.developerPrivate.updateExtensionConfiguration(update);
    },
    { extensionId: id, ...setting },
  );
  await page.close();
}
