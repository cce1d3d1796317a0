import type { BrowserContext, Page } from 'playwright';
import * as v from 'valibot';
import type { Browser as WebExtension } from 'webextension-polyfill';
import { talkTo } from './chromium-target';
import type { Evaluate, PrivateWindow } from './driver';
import { eventually } from './surface';

declare const chrome: WebExtension;

const evaluated = v.object({ result: v.object({ value: v.string() }) });

/** A private window made by the extension; where it is not allowed to see it, Chromium makes it all the same. */
export async function openPrivate(
  { inExtension, context, page }: { inExtension: Evaluate; context: BrowserContext; page: Page },
  address: string,
): Promise<PrivateWindow> {
  const shown = context.waitForEvent('page');
  const made = await inExtension(async (url) => {
    const opened = (await chrome.windows.create({ incognito: true, focused: true, url })) as Made | null;
    return opened === null ? null : { id: opened.id, tabId: opened.tabs?.[0]?.id ?? null };
  }, address);
  const tab = await shown;
  await tab.waitForLoadState('load');
  return {
    tabId: made?.tabId ?? null,
    popupText: () => popupTextOf({ inExtension, context, page }, made?.id ?? -1),
    close: () => tab.close(),
  };
}

interface Made {
  readonly id: number;
  readonly tabs?: readonly { readonly id: number }[];
}

/** Opens the popup as the toolbar's button does, and waits until it has its report. */
async function popupTextOf(
  { inExtension, context, page }: { inExtension: Evaluate; context: BrowserContext; page: Page },
  windowId: number,
): Promise<string> {
  const devtools = await context.newCDPSession(page);
  await inExtension((id) => chrome.action.openPopup({ windowId: id }), windowId);
  const findPopup = async () =>
    (await devtools.send('Target.getTargets')).targetInfos.find(({ url }) => url.endsWith('/popup.html'));
  if (!(await eventually(async () => (await findPopup()) !== undefined, 5000))) throw new Error('No popup opened.');
  const ask = await talkTo(devtools, (await findPopup())?.targetId ?? '');
  let text = '';
  const isReady = async () => {
    const expression = 'document.querySelector("main[data-ready=true]") === null ? "" : document.body.innerText';
    text = v.parse(evaluated, await ask('Runtime.evaluate', { expression, returnByValue: true })).result.value;
    return text !== '';
  };
  if (!(await eventually(isReady, 10_000))) throw new Error('The popup does not become ready.');
  await devtools.detach();
  return text;
}
