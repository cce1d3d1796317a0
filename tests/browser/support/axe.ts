import axe from 'axe-core';
import type { ExtensionPage } from './driver';

/** What axe finds wrong with the page as it stands, a line each; `[]` is none. */
export async function axeViolations(page: ExtensionPage): Promise<readonly string[]> {
  // The page's own CSP forbids eval, so the library travels inside the function's text.
  const text = `async () => {
    ${axe.source}
    const { violations } = await axe.run(document, { resultTypes: ['violations'] });
    return violations.map(({ id, help, nodes }) => id + ': ' + help + ' ' + nodes.map((node) => node.html).join(' | '));
  }`;
  const run = Object.assign((): string[] => [], { toString: () => text });
  return page.evaluate(run);
}
