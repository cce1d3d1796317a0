import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson, inListOrder } from '../../../lib/report/canonical-json';

test.each<[unknown, string]>([
  [{ b: 1, a: [true, null, 'x'] }, '{"a":[true,null,"x"],"b":1}'],
  [{ 10: 1, 9: 2, é: 3, E: 4 }, '{"10":1,"9":2,"E":4,"é":3}'],
  [{ a: undefined, b: 'x"\n' }, '{"b":"x\\"\\n"}'],
  [JSON.parse('{"__proto__":{"z":1,"a":2}}'), '{"__proto__":{"a":2,"z":1}}'],
])('%j is %s', (value, text) => {
  expect(canonicalJson(value)).toBe(text);
});

test('the text says the same as the value, and does not depend on the order of keys', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const plain: unknown = JSON.parse(JSON.stringify(value));
      expect(JSON.parse(canonicalJson(plain))).toEqual(plain);
      expect(canonicalJson(reversed(plain))).toBe(canonicalJson(plain));
    }),
  );
});

test('lists are sorted by what names their entries, whatever the times', () => {
  const list = [
    { at: 1, host: 'b.example', list: [2, 1] },
    { at: 2, host: 'a.example' },
  ];
  expect(inListOrder(list)).toEqual([
    { at: 2, host: 'a.example' },
    { at: 1, host: 'b.example', list: [1, 2] },
  ]);
});

test('a declaration keeps its order', () => {
  expect(inListOrder({ declared: { b: ['z', 'a'] } })).toEqual({ declared: { b: ['z', 'a'] } });
});

function reversed(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(reversed);
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, part]) => [key, reversed(part)]),
  );
}
