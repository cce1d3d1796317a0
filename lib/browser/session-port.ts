import { browser } from './api';
import type { SessionPort } from './session-writer';

/** Session storage: memory of the browser, nothing on disk. */
export const sessionPort: SessionPort = {
  get: () => browser.storage.session.get(null),
  set: (items) => browser.storage.session.set(items),
  remove: (key) => browser.storage.session.remove(key),
};
