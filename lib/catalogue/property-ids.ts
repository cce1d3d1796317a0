/**
 * The ids of what is measured (`G-…`, `UA-…`, `GTM-…`, the digits of an advertising pixel) in the query members
 * `names` of `url`. Values of any other form are left where they are: they may be about a person.
 *
 * Answers `[]` for what is no URL.
 */
export function propertyIdsIn(url: string, names: readonly string[]): readonly string[] {
  if (names.length === 0 || !URL.canParse(url)) return [];
  const { searchParams } = new URL(url);
  const values = names.flatMap((name) => searchParams.getAll(name));
  return [...new Set(values.filter((value) => propertyId.test(value)))];
}

/** Google's prefixes: https://support.google.com/analytics/answer/12324787, read 2026-11-22. */
const propertyId = /^(?:(?:G|UA|GTM|GT|AW|DC|MC)-[A-Z0-9][A-Z0-9-]{0,29}|[0-9]{6,20})$/;
