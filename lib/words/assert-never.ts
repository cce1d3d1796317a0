/** Ends a switch over a closed set; throws where the set grew and the switch did not. */
export function assertNever(value: never): never {
  throw new Error(`Not expected here: ${JSON.stringify(value)}`);
}
