import type { BrowserContext, Page } from 'playwright';
import * as v from 'valibot';
import { talkTo } from './chromium-target';

export interface Background {
  /** Answers whether there was anything to stop. */
  stop(): Promise<boolean>;
  isRunning(): Promise<boolean>;
  heapBytes(): Promise<number>;
}

const heapUsage = v.object({ usedSize: v.number(), embedderHeapUsedSize: v.number() });

/**
 * The extension's service worker, seen from outside over the DevTools protocol; `page` is a page of the extension.
 *
 * A stopped worker may be woken again at once by a late request, under the same target id: only the events tell.
 */
export async function chromiumBackground(context: BrowserContext, page: Page, origin: string): Promise<Background> {
  const devtools = await context.newCDPSession(page);
  let status = 'stopped';
  let onStopped = () => {};
  devtools.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
    for (const { scriptURL, runningStatus } of versions) {
      if (!scriptURL.startsWith(origin)) continue;
      status = runningStatus;
      if (status === 'stopped') onStopped();
    }
  });
  await devtools.send('ServiceWorker.enable');
  const findWorker = async () => {
    const { targetInfos } = await devtools.send('Target.getTargets');
    return targetInfos.find(({ type, url }) => type === 'service_worker' && url.startsWith(origin));
  };
  return {
    heapBytes: async () => {
      const worker = await findWorker();
      if (worker === undefined) throw new Error('The service worker does not run.');
      const ask = await talkTo(devtools, worker.targetId);
      await ask('HeapProfiler.collectGarbage');
      const { usedSize, embedderHeapUsedSize } = v.parse(heapUsage, await ask('Runtime.getHeapUsage'));
      return usedSize + embedderHeapUsedSize;
    },
    isRunning: () => Promise.resolve(status === 'running' || status === 'starting'),
    stop: async () => {
      const worker = await findWorker();
      if (worker === undefined) return false;
      const stopped = new Promise<void>((done, fail) => {
        const timer = setTimeout(() => fail(new Error('The service worker did not stop.')), 5000);
        onStopped = () => {
          clearTimeout(timer);
          done();
        };
      });
      await Promise.all([devtools.send('Target.closeTarget', { targetId: worker.targetId }), stopped]);
      return true;
    },
  };
}
