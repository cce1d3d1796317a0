/** The type of the message file; types only, so that no word is bundled twice. */
export type Messages = typeof import('../../assets/public/_locales/en/messages.json');
export type MessageKey = keyof Messages;

type BaseOf<Key> = Key extends `${infer Base}_other` ? (`${Base}_one` extends MessageKey ? Base : never) : never;
/** A message with one form per plural category: `x` for `x_one` and `x_other`. */
export type PluralKey = BaseOf<MessageKey>;

export type GetMessage = (key: string, substitutions: string[]) => string;

/** Finds words. Called with a key it answers that message, `$1` … `$9` filled in. */
export interface Translate {
  (key: MessageKey, ...substitutions: readonly string[]): string;
  /** The form that fits `count`; `$1` is the count as people write it, then the rest. */
  count(key: PluralKey, count: number, ...substitutions: readonly string[]): string;
  /** A message whose key is made from data; `null` where there is none. */
  find(key: string): string | null;
  /** BCP 47 tag of the language of the words, for dates, lists and country names. */
  readonly locale: string;
}

/**
 * A `Translate` over any source of messages: `browser.i18n.getMessage` or `getMessageFrom`.
 *
 * `locale` is the language the messages are written in, not the browser's, so that dates and country names speak the language of the sentence around them. An unknown key throws: it is our fault.
 */
export function createTranslator(getMessage: GetMessage, locale = getMessage('words_locale', [])): Translate {
  const plural = new Intl.PluralRules(locale);
  const number = new Intl.NumberFormat(locale);
  const find = (key: string, substitutions: readonly string[] = []) => getMessage(key, [...substitutions]) || null;
  const say = (key: string, substitutions: readonly string[]): string => {
    const message = find(key, substitutions);
    if (message === null) throw new Error(`No message "${key}".`);
    return message;
  };
  const count = (key: PluralKey, n: number, ...rest: readonly string[]): string => {
    const substitutions = [number.format(n), ...rest];
    return find(`${key}_${plural.select(n)}`, substitutions) ?? say(`${key}_other`, substitutions);
  };
  const translate = (key: MessageKey, ...substitutions: readonly string[]) => say(key, substitutions);
  return Object.assign(translate, { count, find: (key: string) => find(key), locale });
}
