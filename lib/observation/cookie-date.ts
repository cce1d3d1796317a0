/**
 * The time that a cookie's `Expires` names, in epoch milliseconds, read as browsers read it; `null` where they give up.
 *
 * Far more lenient than `Date.parse`, which refuses old spellings in one browser and reads two-digit years wrongly.
 * Source: RFC 6265 §5.1.1, read 2026-11-22.
 */
export function parseCookieDate(text: string): number | null {
  const found: Partial<Record<Part, readonly number[]>> = {};
  for (const token of text.slice(0, 200).split(delimiters)) {
    for (const part of parts) {
      const numbers = found[part] === undefined ? readers[part](token) : null;
      if (numbers === null) continue;
      found[part] = numbers;
      break;
    }
  }
  const { time, day, month, year } = found;
  if (time === undefined || day === undefined || month === undefined || year === undefined) return null;
  return timeOf([...year, ...month, ...day, ...time]);
}

const parts = ['time', 'day', 'month', 'year'] as const;
type Part = (typeof parts)[number];

const delimiters = /[\t\x20-\x2f\x3b-\x40\x5b-\x60\x7b-\x7e]+/;
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const readers: Readonly<Record<Part, (token: string) => readonly number[] | null>> = {
  time: (token) => numbersIn(/^(\d{1,2}):(\d{1,2}):(\d{1,2})(?!\d)/, token),
  day: (token) => numbersIn(/^(\d{1,2})(?!\d)/, token),
  month: (token) => {
    const month = months.indexOf(token.slice(0, 3).toLowerCase());
    return month < 0 ? null : [month];
  },
  year: (token) => numbersIn(/^(\d{2,4})(?!\d)/, token)?.map(fullYear) ?? null,
};

function numbersIn(pattern: RegExp, token: string): readonly number[] | null {
  return pattern.exec(token)?.slice(1).map(Number) ?? null;
}

function fullYear(year: number): number {
  if (year >= 70 && year <= 99) return year + 1900;
  return year <= 69 ? year + 2000 : year;
}

function timeOf([year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0]: readonly number[]): number | null {
  if (year < 1601 || hour > 23 || minute > 59 || second > 59) return null;
  const time = Date.UTC(year, month, day, hour, minute, second);
  const date = new Date(time);
  return date.getUTCMonth() === month && date.getUTCDate() === day ? time : null; // 31 February
}
