import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type PolicyChange, diffPolicies, mostPolicyChanges } from '../../../lib/audit/diff-policies';
import { parsePolicy } from '../../../lib/policy/parse';
import { readRevision } from '../../../lib/policy/read-revision';
import cloudops from '../../fixtures/cloudops.json';

const told = (changes: readonly PolicyChange[]) =>
  changes.map(({ kind, path, before, after }) => `${kind} ${path.join(' ')}: ${String(before)} → ${String(after)}`);

test('a revision tells which members of which entries are new, gone or changed', () => {
  const before = {
    updated: '2026-01-01',
    processors: [
      { id: 'zoom', name: 'Zoom', storage: [{ identifier: '_zm', maxAgeSeconds: 60 }] },
      { id: 'miro', name: 'Miro' },
    ],
    hosts: ['a.example', 'b.example'],
  };
  const after = {
    updated: '2026-02-01',
    processors: [
      { id: 'meta', name: 'Meta Pixel' },
      { id: 'zoom', name: 'Zoom', storage: [{ identifier: '_zm', maxAgeSeconds: 120 }], load: 'after-consent' },
    ],
    hosts: ['b.example', 'c.example'],
  };
  expect(told(diffPolicies(before, after))).toEqual([
    'gone hosts: a.example → null',
    'added hosts: null → c.example',
    'added processors meta: null → {"id":"meta","name":"Meta Pixel"}',
    'gone processors miro: {"id":"miro","name":"Miro"} → null',
    'added processors zoom load: null → after-consent',
    'changed processors zoom storage _zm maxAgeSeconds: 60 → 120',
    'changed updated: 2026-01-01 → 2026-02-01',
  ]);
});

test('null and absent are two things, and so are a list and an object', () => {
  expect(told(diffPolicies({ dpo: null }, {}))).toEqual(['gone dpo: null → null']);
  expect(told(diffPolicies({ dpo: null }, { dpo: 'Ada' }))).toEqual(['changed dpo: null → Ada']);
  expect(told(diffPolicies({ transfers: [] }, { transfers: {} }))).toEqual(['changed transfers: [] → {}']);
});

test('entries with the same id are compared as a bag, counted', () => {
  const twice = [{ id: 'a' }, { id: 'a' }];
  expect(told(diffPolicies(twice, [{ id: 'a' }]))).toEqual(['gone : {"id":"a"} → null']);
  expect(diffPolicies(twice, [...twice])).toEqual([]);
});

test('a policy does not differ from itself, read again or with its processors in another order', () => {
  const policyOf = (file: unknown) => {
    const parsed = parsePolicy(file);
    if (!parsed.ok) throw new Error('It is a policy.');
    return parsed.policy;
  };
  expect(diffPolicies(policyOf(cloudops), policyOf(structuredClone(cloudops)))).toEqual([]);
  const reversed = { ...cloudops, processors: cloudops.processors.toReversed() };
  expect(diffPolicies(policyOf(cloudops), policyOf(reversed))).toEqual([]);
});

const anyEntry = fc.record({ id: fc.constantFrom('a', 'b', 'c'), value: fc.jsonValue({ maxDepth: 2 }) });
const anyFile = fc.record({ title: fc.string(), entries: fc.array(anyEntry, { maxLength: 4 }), rest: fc.jsonValue() });

test('what is told one way is told the other way round, and nothing of the same', () => {
  const turned = (changes: readonly PolicyChange[]) =>
    changes.map(({ kind, path, before, after }) => {
      const back = { added: 'gone', gone: 'added', changed: 'changed' } as const;
      return `${back[kind]} ${JSON.stringify(path)}: ${String(after)} → ${String(before)}`;
    });
  const plain = (changes: readonly PolicyChange[]) =>
    changes.map((it) => `${it.kind} ${JSON.stringify(it.path)}: ${String(it.before)} → ${String(it.after)}`);
  fc.assert(
    fc.property(anyFile, anyFile, (one, other) => {
      expect(diffPolicies(one, structuredClone(one))).toEqual([]);
      expect(turned(diffPolicies(one, other)).sort()).toEqual(plain(diffPolicies(other, one)).sort());
    }),
  );
});

test('no more is told than people read', () => {
  const many = Array.from({ length: 900 }, (_, place) => `h${place}.example`);
  expect(diffPolicies({ hosts: [] }, { hosts: many })).toHaveLength(mostPolicyChanges);
});

test('a revision is read without what does not fit, and what is no policy file is not read', () => {
  const { title } = cloudops as { title?: string };
  expect(
    readRevision(JSON.stringify({ ...cloudops, processors: [...cloudops.processors, 7] }))?.processors,
  ).toHaveLength(cloudops.processors.length);
  expect(readRevision(JSON.stringify(cloudops))?.title).toBe(title);
  for (const text of ['', '[]', '{}', '{"privacyPolicy":"2.0"}', '{"privacyPolicy":"1.0"}'])
    expect(readRevision(text)).toBeNull();
});
