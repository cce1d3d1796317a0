/**
 * Whether a sentence of `text` says that something is done before it is sent to whoever bears one of `names`: "Before
 * transferring it to Google, we anonymize your IP address."
 *
 * Reads English and German, and is strict: the sentence must name whom it is sent to, must not say that the recipient
 * does it ("truncated by Google before …", "Google truncates …"), nor speak of the way abroad, which may begin at the
 * recipient's own server here ("… to a server of Google in the USA"). `false` where it is not sure.
 */
export function saysBeforeSending(text: string, names: readonly string[]): boolean {
  const firstWords = new Set(names.flatMap((name) => split(name)[0] ?? []));
  return sentencesOf(text).some((sentence) => {
    const words = split(sentence);
    const before = words.findIndex((word, at) => isBefore(word, words[at + 1]));
    const sending = words.findIndex((word, at) => at > before && sendings.some((start) => word.startsWith(start)));
    if (before < 0 || sending < 0 || isAbroad(sentence, words) || isOneOf(words[0])) return false;
    const isByRecipient = words.some((word, at) => agents.has(word) && isOneOf(words[at + 1]));
    const after = words.slice(sending + 1, sending + 8);
    // A German clause ends with its verb.
    const between = words[before] === 'bevor' ? words.slice(before, sending) : [];
    return !isByRecipient && [...between, ...after].some(isOneOf);
  });

  function isOneOf(word: string | undefined): boolean {
    return word !== undefined && firstWords.has(word);
  }
}

function isBefore(word: string, next: string | undefined): boolean {
  return word === 'before' || word === 'bevor' || word === 'vor' || (word === 'prior' && next === 'to');
}

/** How words for sending begin. */
const sendings = [
  'transf',
  'transmi',
  'send',
  'sent',
  'pass',
  'forward',
  'übertrag',
  'übermitt',
  'weitergeb',
  'weitergegeb',
];

/** What stands before whoever does it. */
const agents: ReadonlySet<string> = new Set(['by', 'von', 'durch']);

const abroad: ReadonlySet<string> = new Set(['usa', 'states', 'staaten', 'country', 'countries', 'drittland']);

function isAbroad(sentence: string, words: readonly string[]): boolean {
  return /\bU\.?S\b/.test(sentence) || words.some((word) => abroad.has(word));
}

function sentencesOf(text: string): readonly string[] {
  return text.split(/[.;!?](?:\s|$)/);
}

function split(text: string): readonly string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}
