import { readFileSync } from 'node:fs';
import { describeArticle } from '../../../lib/words/describe-article';
import { describeCountry } from '../../../lib/words/describe-country';
import { describePeriod, describeSeconds } from '../../../lib/words/describe-duration';
import { getMessageFrom } from '../../../lib/words/get-message-from';
import { termKey, termKinds } from '../../../lib/words/term';
import { createTranslator } from '../../../lib/words/translate';
import type { ExtensionPage } from './driver';

/** An element of the popup that shows one member of the policy file, and all that stands in it. */
export interface ShownMember {
  /** JSON pointer of the member, `''` for the whole popup. */
  readonly pointer: string;
  readonly text: string;
  readonly links: readonly string[];
}

/** Reads the popup as it stands; unfold it first. */
export function shownMembers(popup: ExtensionPage): Promise<readonly ShownMember[]> {
  return popup.evaluate(() =>
    [document.body, ...document.querySelectorAll('[data-pointer]')].map((element) => ({
      pointer: element.getAttribute('data-pointer') ?? '',
      text: (element as HTMLElement).innerText,
      links: [...element.querySelectorAll('a[href]')].map((link) => (link as HTMLAnchorElement).href),
    })),
  );
}

/**
 * The members of a policy file that the popup does not show: `pointer: value` each; `[]` is none.
 *
 * A member must stand in the closest element that says it shows it or what it is part of: text word for word, a
 * link as a link or text, a word of a closed list, a country, a period or a flag in the words that people get for it.
 */
export function missingFrom(shown: readonly ShownMember[], policy: unknown): readonly string[] {
  const places = shown.map(({ pointer, text, links }) => ({ pointer, text: fold(text), links: links.map(plain) }));
  const names = namesById(policy);
  const isShown = (pointer: string, value: unknown) => {
    const around = places.filter((place) => pointer === place.pointer || pointer.startsWith(`${place.pointer}/`));
    const closest = around.reduce((best, place) => (place.pointer.length > best.pointer.length ? place : best));
    const fitting = around.filter((place) => place.pointer === closest.pointer);
    const inWords = [...wordsFor(pointer, value), ...(names.get(String(value)) ?? [])].map(fold);
    return fitting.some(
      ({ text, links }) =>
        inWords.some((words) => text.includes(words)) ||
        links.some((href) => href === plain(String(value)) || href === `mailto:${String(value)}`),
    );
  };
  return leaves(policy, '')
    .filter(([pointer, value]) => !isShown(pointer, value))
    .map(([pointer, value]) => `${pointer}: ${JSON.stringify(value)}`);
}

const messages = JSON.parse(readFileSync('assets/public/_locales/en/messages.json', 'utf8')) as Record<
  string,
  { message: string }
>;
const t = createTranslator(getMessageFrom(messages));

/** What people may be shown for a value: itself, or what stands for it in words. */
function wordsFor(pointer: string, value: unknown): readonly string[] {
  if (typeof value === 'boolean') return flags[`${pointer.replace(/\/\d+/g, '')} ${value.toString()}`] ?? [];
  if (typeof value === 'number') return [value.toString(), describeSeconds(t, value)];
  if (value === null || typeof value === 'object') return nothing[pointer.replace(/\/\d+/g, '')] ?? [];
  if (typeof value !== 'string') throw new Error(`policy-on-screen: a ${typeof value} at ${pointer}`);
  const word = value;
  const terms = termKinds.map((kind) => t.find(termKey(kind, word))).filter((found) => found !== null);
  const article = /^A\d/.test(word) ? describeArticle(t, word) : null;
  const country = /^[A-Z]{2}$/.test(word)
    ? [describeCountry(t, word)]
    : word === '*'
      ? ['Other countries', t('choice_for_any_id'), t('storage_own_host')]
      : [];
  const period = /^P\d/.test(word) ? [describePeriod(t, word)] : [];
  const date = /^\d{4}-\d{2}-\d{2}$/.test(word)
    ? [new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(word))]
    : [];
  return [word, ...terms, ...(article === null ? [] : [article]), ...country, ...period, ...date];
}

/** Flags, by their place without positions, and the words they are shown with. */
const flags: Readonly<Record<string, readonly string[]>> = {
  '/processors/contract/concluded true': ['Contract concluded'],
  '/processors/storage/optOut true': ['this is the opt-out'],
  '/provision/voluntary true': ['Giving data is voluntary, as stated.'],
  '/disclosure/complete true': ['The policy says that it names all of them.'],
  '/rights/free true': ['Free of charge, as stated.'],
  '/consent/voluntary true': ['Consent is voluntary, as stated.'],
};

/** Members stated to be empty, and the words for that. */
const nothing: Readonly<Record<string, readonly string[]>> = {
  '/policyDate': ['The policy bears no date. The file says so.'],
  '/processors/data': ['says so'],
  '/processors/storage': ['says so'],
  '/processors/recipients': ['says so'],
};

/** A processor is named to people, not by its id. */
function namesById(policy: unknown): ReadonlyMap<string, readonly string[]> {
  const { processors } = policy as { readonly processors: readonly { readonly id: string; readonly name: string }[] };
  return new Map(processors.map(({ id, name }) => [id, [name]]));
}

function leaves(value: unknown, pointer: string): readonly (readonly [string, unknown])[] {
  if (Array.isArray(value) && value.length > 0) {
    return value.flatMap((entry, position) => leaves(entry, `${pointer}/${position.toString()}`));
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return Object.entries(value).flatMap(([key, entry]) => leaves(entry, `${pointer}/${key}`));
  }
  return [[pointer, value]];
}

function fold(text: string): string {
  return text.replace(/\s+/g, ' ').trim().toLowerCase();
}

function plain(url: string): string {
  return url.replace(/\/$/, '');
}
