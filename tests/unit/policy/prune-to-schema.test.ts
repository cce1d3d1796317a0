import { expect, test } from 'vitest';
import { originalPointer } from '../../../lib/policy/original-pointer';
import { parsePolicy } from '../../../lib/policy/parse';
import { brief, least, processor, read, withProcessors } from '../../support/small-policy';

test('one bad processor costs itself and no other, and pointers still lead to the published file', () => {
  const parsed = read(
    withProcessors(processor('a'), processor('BAD ID'), 7, processor('d', { domains: ['x', 'd.example'] })),
  );
  expect(parsed.policy.processors.map(({ id }) => id)).toEqual(['a', 'd']);
  expect(brief(parsed.issues)).toEqual([
    'invalid /processors/1/id',
    'invalid /processors/2',
    'invalid /processors/3/domains/0',
  ]);
  expect(parsed.positions).toEqual({ '/processors': [0, 3], '/processors/1/domains': [1] });
  expect(originalPointer(parsed, '/processors/1/domains/0')).toBe('/processors/3/domains/1');
  expect(originalPointer(parsed, '/processors/1/name')).toBe('/processors/3/name');
  expect(originalPointer(parsed, '/processors/0/domains/0')).toBe('/processors/0/domains/0');
  expect(originalPointer(parsed, '')).toBe('');
});

test.each([
  [
    'an optional member',
    { recipient: { name: 'A', country: 'Germany' } },
    { recipient: { name: 'A' } },
    '/recipient/country',
  ],
  ['a required member of an optional one', { recipient: { country: 'DE' } }, {}, '/recipient/name'],
  [
    'a label of a choice',
    { choices: [{ type: 'settings', url: 'https://a.example/', label: 1 }] },
    { choices: [{ type: 'settings', url: 'https://a.example/' }] },
    '/choices/0/label',
  ],
  ['an entry that is there twice', { purposes: ['Abc', 'Abc', 'Def'] }, { purposes: ['Abc', 'Def'] }, '/purposes/1'],
  ['a list where an object belongs', { links: [] }, {}, '/links'],
  [
    'the only required basis',
    { legalBases: [{ basis: 1 }, { basis: 'A6-1-f' }] },
    { legalBases: [{ basis: 'A6-1-f' }] },
    '/legalBases/0/basis',
  ],
  [
    'a storage period that says nothing',
    { retention: [{ period: 'six months' }, { period: 'P6M' }] },
    { retention: [{ period: 'P6M' }] },
    '/retention/0/period',
  ],
  [
    'the ids of an opt-out cookie',
    {
      choices: [
        { type: 'opt-out-cookie', service: 'google-analytics', ids: ['x'] },
        { type: 'instruction', text: 'x' },
      ],
    },
    { choices: [{ type: 'instruction', text: 'x' }] },
    '/choices/0/ids/0',
  ],
])('%s is all that is lost, with one issue', (_, members, kept, path) => {
  const parsed = read(withProcessors(processor('a', members), processor('b')));
  expect(parsed.policy).toEqual(withProcessors(processor('a', kept), processor('b')));
  expect(parsed.issues.map((issue) => issue.path)).toEqual([`/processors/0${path}`]);
});

test('a list that loses all its entries is "not stated", never "stated: none"', () => {
  const parsed = read(withProcessors(processor('a', { transfers: [{ country: 'USA' }], domains: [] })));
  expect(parsed.policy.processors).toEqual([processor('a', { domains: [] })]);
});

test('a file whose every processor is bad still shows that it had some', () => {
  const parsed = read(withProcessors({ id: 'a' }));
  expect(parsed.policy.processors).toEqual([]);
  expect(parsed.positions).toEqual({ '/processors': [] });
});

test('of too long a list the first entries stay', () => {
  const parsed = read(withProcessors(...Array.from({ length: 302 }, (_, index) => processor(`p${index}`))));
  expect(parsed.policy.processors).toHaveLength(300);
  expect(parsed.policy.processors.at(-1)?.id).toBe('p299');
  expect(brief(parsed.issues)).toEqual(['too-large /processors']);
});

test('a pointer to a name with a slash or a tilde is escaped', () => {
  const parsed = parsePolicy({ ...least, '@context': 1, invented: { 'a/b~c': 1 }, controller: { name: 1 } });
  expect(parsed.ok ? [] : brief(parsed.issues)).toEqual(['invalid /controller/name']);
  expect(originalPointer({ positions: { '/a~1b~0c': [2] } }, '/a~1b~0c/0')).toBe('/a~1b~0c/2');
});

test('unknown words are kept and warned of, each once', () => {
  const parsed = read({
    ...withProcessors(
      processor('a', {
        role: 'boss',
        legalBases: [{ basis: 'A6-1-z' }],
        transfers: [{ country: 'US', bases: ['A46-2-c', 'privacy-shield-3'] }],
      }),
    ),
    status: 'sleeping',
  });
  expect(parsed.policy.processors[0]?.role).toBe('boss');
  expect(parsed.policy.processors[0]?.transfers?.[0]?.bases).toEqual(['A46-2-c', 'privacy-shield-3']);
  expect(parsed.issues.every(({ severity }) => severity === 'warning')).toBe(true);
  expect(parsed.issues.map(({ code, path, found }) => `${code} ${path} ${found}`).sort()).toEqual([
    'unknown-word /processors/0/legalBases/0/basis A6-1-z',
    'unknown-word /processors/0/role boss',
    'unknown-word /processors/0/transfers/0/bases/1 privacy-shield-3',
    'unknown-word /status sleeping',
  ]);
});

test('a choice of an unknown type is kept where it has a link or a text', () => {
  const choices = [
    { type: 'carrier-pigeon', url: 'https://a.example/' },
    { type: 'ask', text: 'Ask us.' },
    { type: 'nod' },
    { type: 'instruction', url: 'https://a.example/' },
  ];
  const parsed = read(withProcessors(processor('a', { choices })));
  expect(parsed.policy.processors[0]?.choices).toEqual(choices.slice(0, 2));
  expect(brief(parsed.issues)).toEqual([
    'invalid /processors/0/choices/2',
    'missing /processors/0/choices/3/text',
    'unknown-word /processors/0/choices/0/type',
    'unknown-word /processors/0/choices/1/type',
  ]);
});

test('warnings name the place in the published file, not in what is left of it', () => {
  const parsed = read(withProcessors({ id: 'lost' }, processor('b', { role: 'boss' })));
  expect(brief(parsed.issues)).toEqual(['missing /processors/0/name', 'unknown-word /processors/1/role']);
});

test('a pattern that covers a public suffix is dropped wherever it stands', () => {
  const storage = [{ identifier: '_x', type: 'cookie', domains: ['*', '*.co.uk', 'a.example'] }];
  const parsed = read({
    ...withProcessors(processor('a', { domains: ['*.co.uk', '*.cloudfront.net', '*.a.example'], storage })),
    appliesTo: ['*.github.io'],
    ownDomains: ['shop.example', '*.co.uk'],
    storage,
  });
  expect(brief(parsed.issues)).toEqual([
    'covers-public-suffix /appliesTo/0',
    'covers-public-suffix /ownDomains/1',
    'covers-public-suffix /storage/0/domains/1',
    'covers-public-suffix /processors/0/domains/0',
    'covers-public-suffix /processors/0/domains/1',
    'covers-public-suffix /processors/0/storage/0/domains/1',
  ]);
  expect(parsed.policy.appliesTo).toBeUndefined();
  expect(parsed.policy.ownDomains).toEqual(['shop.example']);
  expect(parsed.policy.storage?.[0]?.domains).toEqual(['*', 'a.example']);
  expect(parsed.policy.processors[0]?.domains).toEqual(['*.a.example']);
});

test('of two with one id the first is kept', () => {
  const parsed = read({
    ...withProcessors(processor('a', { name: 'first' }), processor('b'), processor('a', { name: 'second' })),
    activities: [processor('a'), processor('a')],
  });
  expect(parsed.policy.processors.map(({ name }) => name)).toEqual(['first', 'b']);
  expect(parsed.policy.activities).toHaveLength(1);
  expect(brief(parsed.issues)).toEqual(['duplicate-id /processors/2', 'duplicate-id /activities/1']);
});

test('a name that no processor has is warned of, that of an unreadable one is not', () => {
  const parsed = read({
    ...withProcessors(processor('a', { loads: ['b', 'gone'] }), { id: 'b' }),
    activities: [processor('x', { processors: ['a', 'nobody', 'b'] })],
  });
  expect(brief(parsed.issues)).toEqual([
    'missing /processors/1/name',
    'unknown-reference /processors/0/loads/1',
    'unknown-reference /activities/0/processors/1',
  ]);
});

test('a file that breaks everything does not fill our storage with issues', () => {
  const statements = Array.from({ length: 60 }, () => 0);
  const activities = Array.from({ length: 100 }, (_, index) => processor(`a${index}`, { statements }));
  const parsed = read({ ...least, activities });
  expect(parsed.issues).toHaveLength(501);
  expect(parsed.issues.at(-1)?.message).toContain('5500');
});
