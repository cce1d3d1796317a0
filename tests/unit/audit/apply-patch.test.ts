import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Operation, applyPatch } from '../../../lib/audit/apply-patch';
import { jsonPointer } from '../../../lib/policy/json-pointer';

const add = (path: string, value: unknown): Operation => ({ op: 'add', path, value });

describe('an addition', () => {
  const document = { a: { b: [1, 2] }, 'm/n': {}, 'x~y': [], '': 0 };

  test.each<readonly [string, unknown]>([
    ['/a/b/-', { ...document, a: { b: [1, 2, 9] } }],
    ['/a/b/0', { ...document, a: { b: [9, 1, 2] } }],
    ['/a/b/2', { ...document, a: { b: [1, 2, 9] } }],
    ['/a/c', { ...document, a: { b: [1, 2], c: 9 } }],
    ['/a/b', { ...document, a: { b: 9 } }],
    ['/m~1n/k', { ...document, 'm/n': { k: 9 } }],
    ['/x~0y/-', { ...document, 'x~y': [9] }],
    ['/a/~01', { ...document, a: { b: [1, 2], '~1': 9 } }],
    ['/', { ...document, '': 9 }],
    ['', 9],
  ])('at %s', (path, expected) => {
    expect(applyPatch(document, [add(path, 9)])).toEqual({ ok: true, document: expected });
  });

  test.each([
    'a',
    '/a/b/3',
    '/a/b/01',
    '/a/b/-/c',
    '/a/b/x',
    '/none/c',
    '/a/b/0/c',
    '/__proto__/c',
    '/a/__proto__',
    '/a/~2',
  ])('at %s is refused, and nothing is done', (path) => {
    const before = JSON.stringify(document);
    expect(applyPatch(document, [add('/ok', 1), add(path, 9)])).toEqual({ ok: false, path });
    expect(JSON.stringify(document)).toBe(before);
    expect(({} as Record<string, unknown>)['c']).toBeUndefined();
  });
});

test('several build on each other', () => {
  expect(applyPatch({}, [add('/a', []), add('/a/-', { b: 1 }), add('/a/0/c', 2)])).toEqual({
    ok: true,
    document: { a: [{ b: 1, c: 2 }] },
  });
});

const names = fc.string().filter((name) => name !== '__proto__');

test('what is added stands where its pointer says, all else stays, and the document is not changed', () => {
  fc.assert(
    fc.property(fc.dictionary(names, fc.jsonValue()), names, fc.jsonValue(), (document, name, value) => {
      const before = JSON.stringify(document);
      const patched = applyPatch(document, [add(jsonPointer([name]), value)]);
      expect(JSON.stringify(document)).toBe(before);
      const { [name]: added, ...others } = patched.ok ? (patched.document as Record<string, unknown>) : {};
      const { [name]: _old, ...kept } = document;
      expect([added, others]).toEqual([value, kept]);
    }),
  );
});

test('an entry goes into an array as splice puts it', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.nat(12), fc.integer(), (list, at, value) => {
      const patched = applyPatch({ list }, [add(`/list/${at}`, value)]);
      expect(patched).toEqual(
        at > list.length
          ? { ok: false, path: `/list/${at}` }
          : { ok: true, document: { list: list.toSpliced(at, 0, value) } },
      );
    }),
  );
});

test('whatever the document and the pointer, nothing is thrown', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.string(), (document, path) => {
      expect(typeof applyPatch(document, [add(path, 1)]).ok).toBe('boolean');
    }),
  );
});
