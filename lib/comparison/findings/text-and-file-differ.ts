import { foldWords, holdsQuote } from '../../policy/holds-quote';
import { originalPointer } from '../../policy/original-pointer';
import { type QuoteAt, quotesOf } from '../../policy/quotes';
import type { PolicyRead } from '../policy-in-force';
import type { Finding } from '../site-report';
import type { FindingContext } from './finding-context';
import type { HumanPolicy } from './human-policy';

/** A text that was rewritten is told with its first differences. */
const maxFindings = 50;
/** Characters searched in all, so that a hostile file beside a hostile page costs no more; hundreds of quotes from a long page. */
const maxSearched = 200_000_000;

/**
 * The file quotes a sentence from the policy for people (`sources[].quote`) and that page does not hold these words: a
 * warning for each; one note for all of them where it holds none, for then the page may just show its text by script
 * or in another language.
 *
 * It does not mean that either of the two is wrong; where they differ, the text for people prevails. Not raised
 * without that text at hand, for quotes from other pages, for differences in punctuation, case and spaces, nor for what
 * the file itself says that the text does not hold (`notInPolicyText`).
 */
export function textAndFileDiffer({ inForce, humanPolicy }: FindingContext): readonly Finding[] {
  if (inForce === null || humanPolicy === null) return [];
  const text = foldWords(humanPolicy.text);
  if (text === '') return [];
  const quotes = quotesOf(inForce.policy)
    .filter(({ url }) => pageOf(url) === pageOf(humanPolicy.url))
    .map((it) => ({ ...it, pointer: originalPointer(inForce, it.pointer) }))
    .filter(({ pointer }) => !isSaidToBeMissing(pointer, inForce))
    .slice(0, Math.ceil(maxSearched / text.length));
  const missing = quotes.filter(({ quote }) => !holdsQuote(text, quote));
  if (missing.length > 0 && missing.length === quotes.length) return [noneHeld(quotes, humanPolicy)];
  return missing.slice(0, maxFindings).map((it) => findingOf(it, humanPolicy));
}

function findingOf({ pointer, heading, quote }: QuoteAt, { url }: HumanPolicy): Finding {
  return {
    id: 'text-and-file-differ',
    key: `text-and-file-differ:${pointer}`,
    severity: 'warning',
    subject: heading ?? pointer,
    pointer,
    quote,
    evidence: [{ kind: 'text', text: url }],
  };
}

function noneHeld(quotes: readonly QuoteAt[], { url }: HumanPolicy): Finding {
  const [first] = quotes;
  return {
    id: 'text-and-file-differ',
    key: 'text-and-file-differ:all',
    severity: 'note',
    subject: url,
    pointer: first?.pointer ?? null,
    quote: first?.quote ?? null,
    evidence: [{ kind: 'text', text: `0 / ${quotes.length}` }],
  };
}

function isSaidToBeMissing(pointer: string, { policy }: PolicyRead): boolean {
  return (policy.notInPolicyText ?? []).some((it) => pointer === it || pointer.startsWith(`${it}/`));
}

/** The page of an address, whatever place on it is meant. */
function pageOf(url: string): string {
  if (!URL.canParse(url)) return url;
  const { origin, pathname, search } = new URL(url);
  return `${origin}${pathname.replace(/\/$/, '')}${search}`;
}
