/**
 * Rows as CSV (RFC 4180): CRLF, each cell quoted, with the UTF-8 mark by which spreadsheets know the encoding. A cell
 * that a spreadsheet would compute gets an apostrophe in front.
 *
 * Source: https://owasp.org/www-community/attacks/CSV_Injection, read 2026-11-23.
 */
export function csv(rows: readonly (readonly (string | number)[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
}

/** The full-width forms count too: spreadsheets of East Asia compute them. */
const computed = /^[=+\-@\t\r\n＝＋－＠]/u;

function cell(value: string | number): string {
  if (typeof value === 'number') return `"${value}"`;
  const inert = computed.test(value) ? `'${value}` : value;
  return `"${inert.replaceAll('"', '""')}"`;
}
