/** What an author must state or check before a draft made from observations is a declaration. */
export const reviewReasons = [
  'role',
  'contract',
  'purpose',
  'legal-basis',
  'transfer-basis',
  'recipient',
  'name',
  'lifetime',
  'storage-owner',
  'claimed-as-own',
  'cannot-be-declared',
  'too-many',
  'placeholder',
] as const;
export type ReviewReason = (typeof reviewReasons)[number];

export interface ReviewNote {
  /** JSON pointer into the file as it is after the patch. */
  readonly pointer: string;
  readonly reasons: readonly ReviewReason[];
}

/** Each thing to state or check once, with its places, in the order of its first. */
export function notesByReason(
  review: readonly ReviewNote[],
): readonly { readonly reason: ReviewReason; readonly pointers: readonly string[] }[] {
  const reasons = [...new Set(review.flatMap((note) => note.reasons))];
  return reasons.map((reason) => ({
    reason,
    pointers: review.filter((note) => note.reasons.includes(reason)).map(({ pointer }) => pointer),
  }));
}
