/** Epoch milliseconds of an ISO 8601 date and time; `null` for anything else. */
export function timeOf(text: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(text) || text.length > 60) return null;
  const at = Math.round(Date.parse(text));
  return Number.isNaN(at) || at < 0 ? null : at;
}
