import type { BrowserContext, Page } from 'playwright';
import { eventually } from './surface';

export interface Background {
  stop(): Promise<void>;
  isRunning(): Promise<boolean>;
}

/** The extension's service worker, seen from outside over the DevTools protocol. */
export async function chromiumBackground(context: BrowserContext, page: Page, origin: string): Promise<Background> {
  const devtools = await context.newCDPSession(page);
  const target = async () => {
    const { targetInfos } = await devtools.send('Target.getTargets');
    return targetInfos.find(({ type, url }) => type === 'service_worker' && url.startsWith(origin));
  };
  const isRunning = async () => (await target()) !== undefined;
  return {
    isRunning,
    stop: async () => {
      const worker = await target();
      if (worker === undefined) return;
      await devtools.send('Target.closeTarget', { targetId: worker.targetId });
      const isGone = async () => (await target())?.targetId !== worker.targetId;
      if (!(await eventually(isGone, 5000))) throw new Error('The service worker did not stop.');
    },
  };
}
