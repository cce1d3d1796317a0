import type { GetMessage } from './translate';

/** A `getMessage` over a parsed messages.json, for Node; answers `''` for an unknown key, as browsers do. */
export function getMessageFrom(messages: Readonly<Record<string, { readonly message: string }>>): GetMessage {
  return (key, substitutions) => {
    if (!Object.hasOwn(messages, key)) return '';
    const message = messages[key]?.message ?? '';
    return message.replace(/\$([1-9])/g, (_whole, digit: string) => substitutions[Number(digit) - 1] ?? '');
  };
}
