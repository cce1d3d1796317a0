import { expect, test } from 'vitest';
import { propertyIdsIn } from '../../../lib/catalogue/property-ids';

test.each([
  ['https://a.example/g/collect?v=2&tid=G-ABC123', ['tid'], ['G-ABC123']],
  ['https://a.example/gtag/js?id=UA-12345-1', ['id'], ['UA-12345-1']],
  ['https://a.example/gtm.js?id=GTM-AB12', ['id'], ['GTM-AB12']],
  ['https://a.example/tr?id=1234567890', ['id'], ['1234567890']],
  ['https://a.example/?tid=G-1&id=G-2&tid=G-1', ['tid', 'id'], ['G-1', 'G-2']],
  ['https://a.example/?id=jo@mail.example', ['id'], []],
  ['https://a.example/?id=g-abc', ['id'], []],
  ['https://a.example/?id=G-ABC', ['tid'], []],
  ['https://a.example/?id=G-ABC', [], []],
  ['no url', ['id'], []],
])('%s with members %j holds %j', (url, names, ids) => expect(propertyIdsIn(url, names)).toEqual(ids));
