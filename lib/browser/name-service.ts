import { type Dns, browser } from './api';

/** The browser's name service; `null` where it has none for extensions. The types promise it in every browser. */
export function nameService(): Dns.Static | null {
  const { dns } = browser as { readonly dns?: Dns.Static };
  return dns ?? null;
}

/** Whether this browser lets an extension ask for names: Firefox with the permission `dns`. */
export function canAskForNames(): boolean {
  return nameService() !== null;
}
