import type { HostAccess } from './driver';

/** Sets which sites the extension may see, as its page of settings does. */
export async function setHostAccess(
  runInBrowser: (expression: string) => Promise<unknown>,
  addonId: string,
  access: HostAccess,
): Promise<void> {
  const origins = access === 'none' ? [] : [access === 'all' ? '<all_urls>' : access.only];
  await runInBrowser(`(async () => {
    const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
    const { extension } = WebExtensionPolicy.getByID(${JSON.stringify(addonId)});
    const { origins } = await ExtensionPermissions.get(extension.id);
    const wanted = ${JSON.stringify(origins)};
    const surplus = [...new Set([...origins, '<all_urls>'])].filter((origin) => !wanted.includes(origin));
    await ExtensionPermissions.add(extension.id, { permissions: [], origins: wanted }, extension);
    await ExtensionPermissions.remove(extension.id, { permissions: [], origins: surplus }, extension);
  })()`);
}
