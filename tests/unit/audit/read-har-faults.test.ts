import { describe, expect, test } from 'vitest';
import { maxHarEntries, readHar, readHarValue } from '../../../lib/audit/import/read-har';
import { smallCatalogue } from '../observation/small-catalogue';
import { at, codes, entry, log, main, told } from './har-entries';

describe('a file that is not as it should be', () => {
  test.each<readonly [string, string, string]>([
    ['no JSON', '{', 'not-json '],
    ['another JSON', '[]', 'not-a-har '],
    ['no page', JSON.stringify(log([])), 'no-page '],
  ])('%s is refused', (_, text, code) => {
    const imported = readHar(text, smallCatalogue);
    expect(imported.ok).toBe(false);
    expect(imported.issues.map((it) => `${it.code} ${it.path}`)).toContain(code);
  });

  test('a byte order mark is no fault', () => {
    expect(readHar(`\uFEFF${JSON.stringify(log([main()]))}`, smallCatalogue).ok).toBe(true);
  });

  test('one bad entry costs only itself, and is told where it stands', () => {
    const bad = [
      7,
      { startedDateTime: at },
      entry({ startedDateTime: 'today' }),
      entry({ url: 'https://' }),
      { ...entry(), response: 7 },
    ];
    expect(told(log([main(), ...bad]))).toEqual([
      'bad-entry /log/entries/1',
      'bad-entry /log/entries/2/request',
      'bad-date /log/entries/3/startedDateTime',
      'bad-url /log/entries/4/request/url',
      'outcome-unknown /log/entries/5',
    ]);
  });

  test('at most 100 issues are listed, and how many more there are', () => {
    const { issues } = readHarValue(log([main(), ...Array.from({ length: 150 }, () => 0)]), smallCatalogue);
    expect(issues).toHaveLength(101);
    expect(issues.at(-1)).toMatchObject({ code: 'more', message: '51 more.' });
  });

  test('more entries than the limit are cut, and that is said', () => {
    const entries = [main(), ...Array<number>(maxHarEntries).fill(0)];
    expect(codes(log(entries))[0]).toBe('too-many-entries /log/entries');
  });
});
