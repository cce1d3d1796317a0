import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ledgerLimits } from '../../../lib/observation/document-ledger';
import { observedCookies } from '../../../lib/observation/observed-cookies';
import { askedCookies, recordChange, recordCookies } from '../../../lib/observation/record-cookies';
import { change, emptyLedger, site } from './cookie-kit';

const headers = (...lines: readonly string[]) => lines.map((value) => ({ name: 'set-cookie', value }));

describe('a cookie that an answer asks for', () => {
  test.each([
    ['https://www.site.example/a/b', 'x=1', 'www.site.example /a', true],
    ['https://www.site.example/a', 'x=1', 'www.site.example /', true],
    ['https://www.site.example/', 'x=1; Path=b', 'www.site.example /', true],
    ['https://www.site.example/', 'x=1; Path=/b; Domain=.Site.example', 'site.example /b', false],
    ['https://www.site.example/', 'x=1; Domain=www.site.example', 'www.site.example /', false],
    ['https://192.0.2.7/', 'x=1; Domain=192.0.2.7', '192.0.2.7 /', true],
    ['https://github.io/', 'x=1; Domain=github.io', 'github.io /', true],
  ])('%s with %s lies on %s', (url, line, place, isHostOnly) => {
    const [cookie] = askedCookies(url, headers(line), 1000);
    expect(`${cookie?.domain ?? ''} ${cookie?.path ?? ''}`).toBe(place);
    expect(cookie?.hostOnly).toBe(isHostOnly);
  });

  test.each([
    ['https://www.site.example/', 'other.example'],
    ['https://www.site.example/', 'notsite.example'],
    ['https://site.example/', 'www.site.example'],
    ['https://site.co.uk/', 'co.uk'],
    ['https://a.github.io/', 'github.io'],
    ['https://192.0.2.7/', '2.7'],
  ])('no browser lets %s set one for %s', (url, domain) => {
    expect(askedCookies(url, headers(`x=1; Domain=${domain}`), 1000)).toEqual([]);
  });

  test('is kept without its value, however the line is written', () => {
    const valueParts = fc.array(fc.constantFrom('SECRET', '=', ' ', '"', ',', '\t', '{', '%3B', '\u0000'));
    const attributes = fc.array(fc.constantFrom('; Path=/', ';', '; Domain=site.example', '; Max-Age=', '; Secure'));
    fc.assert(
      fc.property(fc.constantFrom('n=', '=', ''), valueParts, attributes, (start, value, more) => {
        const ledger = emptyLedger();
        recordCookies(ledger, `${site}/`, headers(`${start}SECRET${value.join('')}${more.join('')}`), 1000);
        expect(Object.values(ledger.cookies)).toHaveLength(1);
        // What stands before the first `=` is the name, whatever it looks like.
        const isName = start === '' && value.includes('=');
        if (!isName) expect(JSON.stringify(ledger)).not.toContain('SECRET');
      }),
    );
  });
});

describe('what does not fit', () => {
  const set = (ledger: ReturnType<typeof emptyLedger>, number: number, at: number) => {
    const one = change({ name: `c${number.toString()}`, at });
    recordChange(ledger, one, { isOwn: true, times: 1, consent: 'unknown' });
    recordCookies(ledger, `${site}/`, headers(`${one.name}=1; Path=/`), at);
  };

  test('is counted once for each cookie, however often and by whomever it is set', () => {
    const ledger = emptyLedger();
    for (let round = 0; round < 5; round += 1)
      for (let number = 0; number < 1000; number += 1) set(ledger, number, round);
    expect(Object.keys(ledger.cookies)).toHaveLength(ledgerLimits.cookies);
    expect(ledger.cutCookies).toBe(1000 - ledgerLimits.cookies);
  });

  test('costs little more: 5,000 cookies with long names take less than 500 kB', () => {
    const ledger = emptyLedger();
    for (let number = 0; number < 5000; number += 1) {
      const name = `${number.toString()}${'x'.repeat(4000)}`;
      recordCookies(ledger, `${site}/`, headers(`${name}=1; Path=/${'y'.repeat(1000)}`), 1000);
    }
    expect(ledger.cutCookies).toBe(3000); // at least: it counts no further
    expect(JSON.stringify(ledger).length).toBeLessThan(500_000);
    expect(observedCookies(ledger, null).cookies).toHaveLength(ledgerLimits.cookies);
  });
});
