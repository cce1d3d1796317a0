import { Ajv2020 } from 'ajv/dist/2020';
import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { authorSchema, readerSchema } from '../../lib/policy/schema';
import shipped from '../../assets/privacy-policy-1.0.schema.json';
import cloudops from '../fixtures/cloudops.json';
import original from '../fixtures/privacy-policy-1.0.schema.json';
import { policyJsonSchema } from '../support/policy-json-schema';
import { fullPolicy, mutations } from '../support/policy-mutations';

const byOriginal = new Ajv2020({ strict: false }).compile(original);
const byShipped = new Ajv2020({ strict: false }).compile(shipped);

test('the shipped JSON Schema is the one made from the code (else: npm run generate:schema)', () => {
  const file = readFileSync(new URL('../../assets/privacy-policy-1.0.schema.json', import.meta.url), 'utf8');
  expect(file).toBe(`${JSON.stringify(policyJsonSchema(), null, 2)}\n`);
});

test.each([
  ['the CloudOps policy', cloudops],
  ['a policy with every member', fullPolicy()],
])('%s is accepted by all', (_, policy) => {
  byOriginal(policy);
  expect(byOriginal.errors ?? []).toEqual([]);
  byShipped(policy);
  expect(byShipped.errors ?? []).toEqual([]);
  expect(v.safeParse(authorSchema, policy).issues ?? []).toEqual([]);
  expect(v.safeParse(readerSchema, policy).issues ?? []).toEqual([]);
});

test('the format, the shipped JSON Schema and the code accept and reject the same, at every limit of every member', () => {
  const disagreements: string[] = [];
  const verdicts = { accepted: 0, rejected: 0 };
  for (const { name, value } of mutations()) {
    const expected = byOriginal(value);
    verdicts[expected ? 'accepted' : 'rejected'] += 1;
    const author = v.safeParse(authorSchema, value);
    const reader = v.safeParse(readerSchema, value).success;
    if (byShipped(value) !== expected) disagreements.push(`${name}: shipped ${String(!expected)}`);
    if (author.success !== expected) disagreements.push(`${name}: author ${String(!expected)}`);
    const isOnlyUnknownWord = (author.issues ?? []).every(({ input, type, path }) => isWord(input, type, path));
    if (reader !== (expected || isOnlyUnknownWord)) disagreements.push(`${name}: reader ${String(reader)}`);
  }
  expect(disagreements).toEqual([]);
  expect(verdicts.accepted).toBeGreaterThan(1000);
  expect(verdicts.rejected).toBeGreaterThan(5000);
}, 120_000);

/** What the reader keeps and warns of: a short text where the format has a list of words. */
function isWord(input: unknown, type: string, path: readonly { readonly key: unknown }[] | undefined): boolean {
  const isList = type === 'picklist' || (type === 'variant' && path?.at(-1)?.key === 'type');
  const isNumberList = path?.some(({ key }) => key === 'sccModules') === true;
  return isList && !isNumberList && typeof input === 'string' && input.length > 0 && input.length <= 100;
}
