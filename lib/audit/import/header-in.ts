/** The value of the first header of this name (lower case); `null` where there is none. */
export function headerIn(
  headers: readonly { readonly name: string; readonly value: string }[],
  name: string,
): string | null {
  return headers.find((header) => header.name.toLowerCase() === name)?.value ?? null;
}
