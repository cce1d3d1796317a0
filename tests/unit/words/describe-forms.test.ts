import { expect, test } from 'vitest';
import type { ObservedForm } from '../../../lib/observation/observation';
import { describeForms } from '../../../lib/words/describe-forms';
import { form } from '../../fixtures/observations/form';
import { english as t } from './english';

const own = form({ host: 'shop.example', party: 'first-party' });
const quiet = 'Forms on this page send to this site, encrypted, unless a script sends them elsewhere.';

function words(forms: readonly ObservedForm[], { url = 'https://shop.example/', formsRead = true } = {}) {
  const { hostname: host } = new URL(url);
  return describeForms(t, { forms, formsRead, site: { url, host, registrableDomain: host, isPrivate: false } });
}

test('where all forms stay with the site, one quiet line says so', () => {
  expect(words([own, form({ host: 'www.shop.example', party: 'first-party' })])).toEqual({ rows: [], line: quiet });
});

test('no forms, and nobody looked, are two different lines', () => {
  expect(words([])).toEqual({ rows: [], line: 'None found.' });
  expect(words([], { formsRead: false })).toEqual({ rows: [], line: 'Candor has not looked at this page’s forms.' });
});

test('a form that sends elsewhere is shown, with how often it was seen being sent', () => {
  const { rows, line } = words([own, form({ host: 'mailer.example', inPage: 2, sent: 1 })]);
  expect(rows).toMatchObject([
    { host: 'mailer.example', counts: '2 forms, sent once', notes: ['sends to another site'] },
  ]);
  expect(line).toMatch(/^Other forms on this page send to this site/);
});

test('a form in another site’s frame is shown, wherever it sends', () => {
  const { rows } = words([
    form({ host: 'shop.example', party: 'first-party', frameOf: 'embed.example', method: 'get' }),
  ]);
  expect(rows[0]?.notes).toEqual([
    'sends to this site',
    'in a frame of embed.example',
    'what is typed becomes part of an address',
  ]);
});

test.each([
  ['https://shop.example/', { isEncrypted: false }, 'not encrypted: others on the way can read what is sent'],
  ['http://shop.example/', { isEncrypted: false }, 'not encrypted: others on the way can read what is sent'],
  ['http://shop.example/', {}, 'the page is not encrypted: others on the way can change the form'],
])('on %s a form with %j is told to be open to others', (url, parts, note) => {
  const { rows, line } = words([{ ...own, ...parts }], { url });
  expect(rows[0]?.notes).toEqual(['sends to this site', note]);
  expect(line).toBeNull();
});

test('on this device nobody is on the way', () => {
  const here = form({ host: 'localhost', party: 'first-party', isEncrypted: false });
  expect(words([here], { url: 'http://localhost:3000/' })).toEqual({ rows: [], line: quiet });
});
