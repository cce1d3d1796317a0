import { applyGpcRule } from './opt-out-rules';
import { type PagePart, registerScripts } from './opt-out-scripts';
import { watchSettings } from './settings';

const part: PagePart = { file: 'gpc.js', prefix: 'gpc-' };
const everywhere = { id: 'gpc-everywhere', matches: ['<all_urls>'], excludeMatches: [] };

/** Global Privacy Control as the person wants it: at the start, and after each change of the settings. */
export function followGpc(): void {
  let last: Promise<unknown> = Promise.resolve();
  watchSettings(({ sendsGpc }) => {
    last = last.then(() => apply(sendsGpc)).catch(() => undefined); // tried again at the next start
  });
}

async function apply(isOn: boolean): Promise<void> {
  await applyGpcRule(isOn);
  await registerScripts(isOn ? [everywhere] : [], part);
}
