import { describe, expect, test } from 'vitest';
import type { Contact, Observation } from '../../../../lib/observation/observation';
import { form } from '../../../fixtures/observations/form';
import { contact } from '../../../fixtures/observations/make';
import { finder, noPolicy, onCleanShop, shop } from './on-shop';

const find = finder('not-encrypted');
const open = { url: 'http://shop.example/' };
const own = form({ host: 'shop.example', party: 'first-party', isEncrypted: false });
const pixel = contact({ host: 'px.example', unencrypted: true });
const encryption = (scope?: string) => ({
  type: 'EncryptionInTransfer',
  text: 'The website is encrypted.',
  ...(scope !== undefined && { scope }),
});

describe('a page over http', () => {
  test('is a warning, without a policy too', () => {
    expect(find(noPolicy, open)).toMatchObject([
      {
        key: 'not-encrypted:page:shop.example',
        severity: 'warning',
        pointer: null,
        quote: null,
        evidence: [{ kind: 'text', text: 'http://shop.example/' }],
      },
    ]);
    expect(find(shop({}), open)).toMatchObject([{ severity: 'warning' }]);
  });

  test('is an error with the promise where the policy makes one', () => {
    expect(find(shop({ measures: [encryption()] }), open)).toMatchObject([
      { severity: 'error', pointer: '/measures/0', quote: 'The website is encrypted.' },
    ]);
  });

  test('a promise for what is typed in counts where there is a form', () => {
    const policy = shop({ measures: [{ type: 'other', text: 'x' }, encryption('contact form')] });
    expect(find(policy, open)).toMatchObject([{ severity: 'warning', pointer: null }]);
    expect(find(policy, { ...open, forms: [own] })).toMatchObject([{ severity: 'error', pointer: '/measures/1' }]);
  });

  test('is told once: its own form and requests are no further findings', () => {
    expect(find(noPolicy, { ...open, forms: [own] })).toHaveLength(1);
  });

  test.each(['localhost', '192.168.1.4', 'printer.local'])('on %s is none', (host) => {
    expect(find(noPolicy, { url: `http://${host}/`, host })).toEqual([]);
  });
});

describe('a form that sends over http', () => {
  test('is a warning by its host, without a policy too', () => {
    expect(find(noPolicy, { forms: [own, { ...own, method: 'get' }] })).toMatchObject([
      { key: 'not-encrypted:form:shop.example', severity: 'warning', evidence: [{ kind: 'form' }, { kind: 'form' }] },
    ]);
  });

  test('is an error where the site, one of its forms or that processor promises encryption', () => {
    const sent = { forms: [{ ...own, host: 'mailer.example', party: 'third-party' } as const] };
    expect(find(shop({ measures: [encryption('forms')] }), sent)).toMatchObject([{ pointer: '/measures/0' }]);
    const activity = { id: 'contact', name: 'Contact', kind: 'contact-form', measures: [encryption()] };
    expect(find(shop({ activities: [activity] }), sent)).toMatchObject([
      { severity: 'error', pointer: '/activities/0/measures/0' },
    ]);
    const mailer = { id: 'mail', name: 'Mailer', domains: ['mailer.example'], measures: [encryption()] };
    const contacts = [contact({ host: 'mailer.example' })];
    expect(find(shop({ processors: [mailer] }), { ...sent, contacts })).toMatchObject([
      { severity: 'error', pointer: '/processors/0/measures/0' },
    ]);
  });

  test.each([
    ['is in a third party’s frame', { ...own, frameOf: 'widget.example' }],
    ['stays on this device', { ...own, host: 'localhost' }],
    ['is encrypted', { ...own, isEncrypted: true }],
  ])('and %s is none', (_, one) => expect(find(noPolicy, { forms: [one] })).toEqual([]));
});

describe('a contact over http', () => {
  test('is a warning by its host; an error where that processor promises encryption', () => {
    const contacts = [pixel, { ...pixel, rule: 'x', types: { image: 1 } }];
    expect(find(noPolicy, { contacts })).toMatchObject([
      { key: 'not-encrypted:contact:px.example', severity: 'warning', evidence: [{}, {}] },
    ]);
    const declared = { id: 'px', name: 'Pixel', domains: ['px.example'], measures: [encryption()] };
    expect(find(shop({ processors: [declared] }), { contacts: [pixel] })).toMatchObject([
      { severity: 'error', pointer: '/processors/0/measures/0' },
    ]);
  });

  test('a promise for forms is none for it; one for all is', () => {
    const parts = { contacts: [pixel] };
    expect(find(shop({ measures: [encryption('forms')] }), parts)).toMatchObject([{ severity: 'warning' }]);
    expect(find(shop({ measures: [encryption()] }), parts)).toMatchObject([{ severity: 'error' }]);
  });

  test.each<[string, Contact]>([
    ['did not leave', { ...pixel, sent: 0, stopped: 1 }],
    ['is a frame’s doing', { ...pixel, broughtInBy: 'video.example' }],
    ['goes to this device', { ...pixel, host: '127.0.0.1' }],
    ['is the page’s own first hop', contact({ host: 'shop.example', party: 'first-party', unencrypted: true })],
  ])('that %s is none', (_, one) => expect(find(noPolicy, { contacts: [one] })).toEqual([]));
});

test('two processors that share a host are not accused; the clean shop is not either', () => {
  const twin = (id: string) => ({ id, name: id, domains: ['px.example'], measures: [encryption()] });
  const seen: Partial<Observation> = { contacts: [pixel] };
  expect(find(shop({ processors: [twin('a'), twin('b')] }), seen)).toMatchObject([{ severity: 'warning' }]);
  expect(onCleanShop('not-encrypted')).toEqual([]);
});
