import { sourceOf } from './source-of';

/**
 * Lets `run` run in the next page under `prefix` ahead of its own code. WebDriver's preload scripts leave extension
 * pages out, so Firefox's own rights are used; the function must name `window` where it leaves something there.
 */
export async function runAhead(
  runInBrowser: (expression: string) => Promise<unknown>,
  prefix: string,
  run: () => void,
): Promise<void> {
  const observer = `
    const observer = {
      observe(page) {
        const target = page.defaultView;
        if (target === null || !target.location.href.startsWith(${JSON.stringify(prefix)})) return;
        Services.obs.removeObserver(observer, 'document-element-inserted');
        const sandbox = Cu.Sandbox(target, { sandboxPrototype: target, wantXrays: false });
        Cu.evalInSandbox(${JSON.stringify(sourceOf(run))}, sandbox);
      },
    };
    Services.obs.addObserver(observer, 'document-element-inserted');`;
  const url = `data:,${encodeURIComponent(`{${observer}}`)}`;
  await runInBrowser(`Services.ppmm.loadProcessScript(${JSON.stringify(url)}, false)`);
}
