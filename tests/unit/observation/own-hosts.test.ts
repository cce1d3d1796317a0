import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aliasesFrom, hostsToAsk, ownHosts } from '../../../lib/observation/own-hosts';
import { contact } from '../../fixtures/observations/make';

const own = (host: string, parts: object = {}) => contact({ host, party: 'first-party', ...parts });

describe('the hosts that may be asked for', () => {
  test('are the page’s own and those of its domain that it was in contact with', () => {
    const contacts = [
      own('www.shop.example', { firstAt: 1 }),
      own('metrics.shop.example', { firstAt: 3 }),
      own('static.shop.example', { firstAt: 2, sent: 0, listed: 1 }),
      own('never.shop.example', { sent: 0, stopped: 2 }),
      contact({ host: 'www.other.example' }),
      contact({ host: 'notshop.example' }),
    ];
    expect(ownHosts('www.shop.example', contacts)).toEqual([
      'www.shop.example',
      'static.shop.example',
      'metrics.shop.example',
    ]);
  });

  test.each(['localhost', '127.0.0.1', '[::1]', 'printer.local', 'github.io', ''])('are none on %s', (host) => {
    expect(ownHosts(host, [own(host), contact({ host: 'www.shop.example' })])).toEqual([]);
  });

  test('are those of one tenant where domains are let', () => {
    expect(ownHosts('a.github.io', [own('a.github.io'), contact({ host: 'b.github.io' })])).toEqual(['a.github.io']);
  });

  test('are 20 at most', () => {
    const hosts = Array.from({ length: 30 }, (_, at) => `h${at}.shop.example`);
    expect(hostsToAsk(hosts)).toEqual(hosts.slice(0, 20));
  });
});

describe('what answers say', () => {
  const hosts = ['www.shop.example', 'metrics.shop.example', 'late.shop.example'];

  test('a name on another domain is told, a missing answer is not "none"', () => {
    const answers = new Map([
      ['www.shop.example', null],
      ['metrics.shop.example', 'Shop.SC.omtrdc.net.'],
    ]);
    expect(aliasesFrom(hosts, answers)).toEqual({
      found: [{ host: 'metrics.shop.example', name: 'shop.sc.omtrdc.net' }],
      without: 1,
      unanswered: 1,
    });
  });

  test.each(['shop.example', 'lb.shop.example', '192.0.2.7', 'no name', '', '.', 'a/b?c'])(
    'an answer of %j is no other name',
    (answer) => {
      const { found } = aliasesFrom(['www.shop.example'], new Map([['www.shop.example', answer]]));
      expect(found).toEqual([]);
    },
  );

  test('every host is counted once, whatever is answered', () => {
    const answer = fc.option(fc.oneof(fc.string(), fc.domain()));
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...hosts), answer), (answers) => {
        const { found, without, unanswered } = aliasesFrom(hosts, new Map(Object.entries(answers)));
        expect(found.length + without + unanswered).toBe(hosts.length);
      }),
    );
  });
});
