import { eventually } from './surface';

type RunInBrowser = (expression: string) => Promise<unknown>;

/** What Candor's panel in the developer tools of the tab with this address shows, once it has a report. */
export async function panelText(runInBrowser: RunInBrowser, url: string): Promise<string> {
  await runInBrowser(`(async () => {
    const { require } = ChromeUtils.importESModule('resource://devtools/shared/loader/Loader.sys.mjs');
    const { gDevTools } = require('devtools/client/framework/devtools');
    const { gBrowser } = Services.wm.getMostRecentWindow('navigator:browser');
    const tab = gBrowser.tabs.find(({ linkedBrowser }) => linkedBrowser.currentURI.spec === ${JSON.stringify(url)});
    const toolbox = await gDevTools.showToolboxForTab(tab, { toolId: 'webconsole' });
    const ours = () => toolbox.getAdditionalTools().find(({ label }) => label === 'Candor');
    while (ours() === undefined) await new Promise((done) => setTimeout(done, 100));
    await toolbox.selectTool(ours().id);
    globalThis.openedToolbox = toolbox;
  })()`);
  let text = '';
  const isThere = async () => (text = String(await runInBrowser(readPanel))) !== '';
  if (!(await eventually(isThere, 10_000))) throw new Error('The panel does not show.');
  await runInBrowser('openedToolbox.destroy()');
  return text;
}

/** In the browser's own window; empty until the panel has its report. */
const readPanel = `(async () => {
  const frames = [...openedToolbox.doc.querySelectorAll('iframe')].map(({ contentDocument }) => contentDocument);
  const inner = frames.flatMap((it) => [...(it?.querySelectorAll('browser') ?? [])]);
  const panel = inner.find(({ currentURI }) => currentURI?.filePath === '/audit.html');
  if (panel === undefined) return '';
  const answer = new Promise((done) => {
    const hear = ({ data }) => {
      panel.messageManager.removeMessageListener('panel-text', hear);
      done(data);
    };
    panel.messageManager.addMessageListener('panel-text', hear);
  });
  const look = 'content.document.querySelector("#findings") === null ? "" : content.document.body.innerText';
  panel.messageManager.loadFrameScript('data:,' + encodeURIComponent('sendAsyncMessage("panel-text", ' + look + ')'), false);
  return answer;
})()`;
