import fc from 'fast-check';
import { startDemoSite } from '../../site/demo-site';
import { livesOf } from '../../unit/observation/model/any-action';
import { launchPlainChromium } from '../support/plain-chromium';
import { type ReplayFigures, noReplays, replay } from './replay';

/** The first lives that the model lives through with this seed, each in the same real Chromium. */
export async function replayRuns(options: {
  readonly runs: number;
  readonly actions: number;
  readonly seed: number;
}): Promise<ReplayFigures> {
  const lives = fc.sample(livesOf(options.actions), { numRuns: options.runs, seed: options.seed });
  const figures = noReplays(options.runs);
  const server = await startDemoSite();
  const browser = await launchPlainChromium(server.port);
  try {
    for (const life of lives) await replay(browser, server, life, figures);
  } finally {
    await browser.close();
    await server.close();
  }
  return figures;
}

/** What must not be, a line each; `[]` is none. */
export function replayFaults({ wrong, pages, runs }: ReplayFigures): readonly string[] {
  return pages < runs ? [...wrong, `only ${pages.toString()} pages were looked at`] : wrong;
}
