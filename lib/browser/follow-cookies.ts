import { CookieRecorder } from '../observation/cookie-recorder';
import { explainsMs } from '../observation/observed-cookies';
import type { Recorder } from '../observation/recorder';
import type { RequestRecord, RequestStep } from '../observation/request';
import type { Gate } from './gate';
import { TabStores } from './tab-stores';
import { watchCookies } from './watch-cookies';

/**
 * Gives the changes of the cookie jars to the pages that made them. Registers at once, like `watchRequests`, whose
 * every step must be told to what it answers, before the recorder gets it: an answer explains a change.
 */
export function followCookies(recorder: Recorder, gate: Gate): (request: RequestRecord, step: RequestStep) => void {
  const stores = new TabStores();
  const cookies = new CookieRecorder(
    recorder.tabs,
    (tabId) => stores.of(tabId),
    (tabId) => {
      recorder.onchange(tabId);
    },
  );
  let timer: ReturnType<typeof setTimeout> | null = null;
  const settleLater = () => {
    if (!cookies.isWaiting) return;
    timer ??= setTimeout(() => {
      timer = null;
      cookies.settle(Date.now());
      settleLater();
    }, explainsMs / 3);
  };
  watchCookies((change) => {
    gate.run(() => {
      // Which tabs are in which store is asked anew at each start: changes wait for that as well, in their order.
      void stores.ready.then(() => {
        cookies.changed(change);
        settleLater();
      });
    });
  });
  return ({ url, at }, step) => {
    if (step.kind === 'headers') cookies.answered(url, step.headers, at);
  };
}
