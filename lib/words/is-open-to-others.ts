import type { SiteReport } from '../comparison/site-report';
import { isThisDevice } from '../party/is-local';

/** Whether the page itself came over http, from elsewhere than this device: others on the way can read it. */
export function isOpenToOthers({ url, host }: Pick<SiteReport['site'], 'url' | 'host'>): boolean {
  return url.startsWith('http:') && !isThisDevice(host);
}
