import { expect, test } from 'vitest';
import { catalogue } from '../../../lib/catalogue/default-catalogue';
import { importFile } from '../../../lib/audit/import/import-file';
import { withoutBodies } from '../../../lib/audit/import/without-bodies';
import { visit } from '../../fixtures/recorded-visit';
import { harOf } from '../../fixtures/har-kit';

test('what was sent and what came back is left out, and nothing else', () => {
  const har = JSON.stringify({
    log: {
      entries: [
        {
          request: { url: 'https://shop.example/', postData: { text: 'typed by someone' } },
          response: { content: { mimeType: 'text/html', text: '<p>secret' } },
        },
      ],
    },
  });
  expect(JSON.parse(withoutBodies(`\uFEFF${har}`))).toEqual({
    log: {
      entries: [{ request: { url: 'https://shop.example/' }, response: { content: { mimeType: 'text/html' } } }],
    },
  });
});

test('what is no JSON stays as it is, to be told as such', () => {
  expect(withoutBodies('{"log":')).toBe('{"log":');
});

test('a recording without bodies gives the same audit', () => {
  const text = JSON.stringify(harOf(visit));
  expect(importFile(withoutBodies(text), 'a.har', catalogue)).toEqual(importFile(text, 'a.har', catalogue));
});
