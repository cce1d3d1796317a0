import { describeList } from './describe-list';
import type { Translate } from './translate';

type Unit = 'year' | 'month' | 'week' | 'day' | 'hour' | 'minute' | 'second';

/** An ISO 8601 period in words: `P1Y6M` → `1 year and 6 months`. A form we do not know stands as it is. */
export function describePeriod(t: Translate, period: string): string {
  const pattern = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;
  const found = pattern.exec(period)?.slice(1);
  const units: readonly Unit[] = ['year', 'month', 'week', 'day', 'hour', 'minute', 'second'];
  const parts = units.flatMap((unit, place) => {
    const amount = found?.[place];
    return amount === undefined ? [] : [describeUnit(t, Number(amount), unit)];
  });
  return parts.length === 0 ? period : describeList(t, parts, 'and');
}

const secondsIn: readonly (readonly [Unit, number])[] = [
  ['year', 31_536_000],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
];

/** Seconds in the largest unit that fits them exactly, else in the largest of which there are two, with "about". */
export function describeSeconds(t: Translate, seconds: number): string {
  const exact = secondsIn.find(([, size]) => seconds >= size && seconds % size === 0);
  const rough = secondsIn.find(([, size]) => seconds >= 2 * size);
  if (exact !== undefined && (rough === undefined || seconds / exact[1] < 1000)) {
    return describeUnit(t, seconds / exact[1], exact[0]);
  }
  if (rough === undefined) return describeUnit(t, seconds, 'second');
  return t('about', describeUnit(t, Math.round(seconds / rough[1]), rough[0]));
}

function describeUnit(t: Translate, amount: number, unit: Unit): string {
  return new Intl.NumberFormat(t.locale, { style: 'unit', unit, unitDisplay: 'long' }).format(amount);
}
