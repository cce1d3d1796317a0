import { expect, test } from 'vitest';
import { createHostIndex } from '../../../lib/catalogue/host-index';

const index = createHostIndex(
  ['a.example', '*.a.example', '*.b.a.example', '*.example', '*'].map((pattern) => [pattern, pattern] as const),
);

test.each([
  ['a.example', ['a.example', '*.example', '*']],
  ['b.a.example', ['*.a.example', '*.example', '*']],
  ['c.b.a.example', ['*.b.a.example', '*.a.example', '*.example', '*']],
  ['nota.example', ['*.example', '*']],
  ['a.example.test', ['*']],
  ['.a.example', ['*.example', '*']],
  ['', ['*']],
])('%s is under %j', (host, found) => expect(index.find(host)).toEqual(found));
