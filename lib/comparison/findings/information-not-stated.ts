import { type InformationGap, informationGaps } from '../information-gaps';
import { type InformationItem, informationItems } from '../information-items';
import type { Evidence, Finding } from '../site-report';
import type { FindingContext } from './finding-context';

/** Entries named for one item; how many more there are is said. */
const maxPlaces = 30;

/**
 * The policy file is silent on an item that GDPR Art. 13 or 14 or ePrivacy Art. 5(3) asks for: one note for each item,
 * with the entries that leave it out and what the policy says of it in general.
 *
 * It does not mean that the site withholds it: the text for people may state it, and some items are asked for only
 * where they apply. "None" (`null`, `false`, `[]`) is an answer and never raised; nor is silence that a part of the file
 * may explain that could not be read.
 */
export function informationNotStated({ inForce }: FindingContext): readonly Finding[] {
  if (inForce === null) return [];
  return informationItems.flatMap((item) => {
    const gap = informationGaps[item](inForce);
    return gap === null ? [] : [findingOf(item, gap)];
  });
}

function findingOf(item: InformationItem, { pointer, places, general = [] }: InformationGap): Finding {
  const texts = places.slice(0, maxPlaces).map(({ name, pointer: place }) => `${name} (${place})`);
  if (places.length > maxPlaces) texts.push(`+ ${places.length - maxPlaces}`);
  return {
    id: 'information-not-stated',
    key: `information-not-stated:${item}`,
    severity: 'note',
    subject: item,
    pointer,
    quote: null,
    evidence: [...texts.map((text): Evidence => ({ kind: 'text', text })), ...general],
  };
}
