import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parsePolicy, parsePolicyText } from '../../../lib/policy/parse';
import cloudops from '../../fixtures/cloudops.json';
import { fullPolicy, mutations } from '../../support/policy-mutations';
import { bytesOf, least, processor, read, refusalOf, withProcessors } from '../../support/small-policy';

const latin1 = (value: unknown) => Uint8Array.from(JSON.stringify(value), (character) => character.charCodeAt(0));

test('the CloudOps policy is read whole, without an issue', () => {
  const parsed = read(bytesOf(cloudops));
  expect(parsed.issues).toEqual([]);
  expect(parsed.positions).toEqual({});
  expect(parsed.policy).toEqual(cloudops);
});

test('bytes, text and a value give the same', () => {
  const text = JSON.stringify(cloudops);
  expect(parsePolicy(cloudops)).toEqual(parsePolicy(bytesOf(cloudops)));
  expect(parsePolicyText(text)).toEqual(parsePolicy(bytesOf(cloudops)));
});

test('a byte order mark is tolerated', () => {
  expect(parsePolicy(new Uint8Array([0xef, 0xbb, 0xbf, ...bytesOf(least)])).ok).toBe(true);
});

test.each([
  ['broken JSON', new TextEncoder().encode('{"privacyPolicy":'), ['not-json ']],
  ['an empty file', new Uint8Array(0), ['not-json ']],
  ['bytes that are not UTF-8', latin1({ ...least, title: 'Größe' }), ['not-json ']],
  ['a list', [], ['not-an-object ']],
  ['null', null, ['not-an-object ']],
  ['a text', '{}', ['not-an-object ']],
  ['another format', { policy: 1 }, ['not-a-policy ']],
  ['version 2', { ...least, privacyPolicy: '2.0' }, ['unsupported-version /privacyPolicy']],
  ['version 10', { ...least, privacyPolicy: '10.1' }, ['unsupported-version /privacyPolicy']],
  ['a version that is a number', { ...least, privacyPolicy: 1 }, ['invalid /privacyPolicy']],
  ['no controller', { ...least, controller: undefined }, ['missing /controller']],
  ['a nameless controller', { ...least, controller: { country: 'DE' } }, ['missing /controller/name']],
  ['no processors', { ...least, processors: null }, ['invalid /processors']],
])('%s is refused', (_, input, issues) => {
  expect(refusalOf(input)).toEqual(issues);
});

test('a newer minor version is read', () => {
  expect(read({ ...least, privacyPolicy: '1.7', invented: { later: true } }).policy).toEqual({
    ...least,
    privacyPolicy: '1.7',
  });
});

test('every required member of the whole, when absent, is named', () => {
  for (const name of ['updated', 'language', 'policyUrl', 'controller', 'processors']) {
    const rest = Object.fromEntries(Object.entries(least).filter(([member]) => member !== name));
    expect(refusalOf(rest)).toEqual([`missing /${name}`]);
  }
});

test('a file is read up to 256 KiB and no further', () => {
  const size = 256 * 1024;
  const text = JSON.stringify(least);
  expect(parsePolicy(new TextEncoder().encode(text.padEnd(size))).ok).toBe(true);
  expect(refusalOf(new TextEncoder().encode(text.padEnd(size + 1)))).toEqual(['too-large ']);
  expect(parsePolicyText(text.padEnd(size)).ok).toBe(true);
  expect(parsePolicyText(text.padEnd(size + 1)).ok).toBe(false);
  expect(refusalOf({ ...least, invented: 'x'.repeat(size) })).toEqual(['too-large ']);
});

test('a file nests 16 levels and no more, brackets in texts left aside', () => {
  const nested = (levels: number) =>
    `${JSON.stringify(least).slice(0, -1)},"x":${'['.repeat(levels)}${']'.repeat(levels)}}`;
  const parse = (text: string) => refusalOf(new TextEncoder().encode(text));
  expect(parse(nested(15))).toBe('read');
  expect(parse(nested(16))).toEqual(['too-deep ']);
  expect(refusalOf(JSON.parse(nested(15)))).toBe('read');
  expect(refusalOf(JSON.parse(nested(16)))).toEqual(['too-deep ']);
  expect(refusalOf(bytesOf({ ...least, controller: { name: '[[[[[[[["[[[[[[[[[[[[[[[[[[{{{{\\' } }))).toBe('read');
});

test('200,000 levels, 500,000 keys and a cycle are refused without harm', () => {
  const levels = 200_000;
  let deep: unknown = 1;
  for (let level = 0; level < levels; level += 1) deep = [deep];
  expect(refusalOf({ ...least, deep })).toEqual(['too-deep ']);
  expect(refusalOf(new TextEncoder().encode('['.repeat(levels)))).toEqual(['too-deep ']);
  const wide = Object.fromEntries(Array.from({ length: 500_000 }, (_, key) => [`k${key}`, 0]));
  expect(refusalOf({ ...least, wide })).toEqual(['too-large ']);
  const cycle: Record<string, unknown> = { ...least };
  cycle['self'] = cycle;
  expect(refusalOf(cycle)).toEqual(['too-deep ']);
});

test('a member called __proto__ neither changes an object nor comes through', () => {
  const text = JSON.stringify(least).replace('{', '{"__proto__":{"polluted":true},');
  const fromText = read(new TextEncoder().encode(text)).policy;
  const fromValue = read(JSON.parse(text)).policy;
  for (const policy of [fromText, fromValue]) {
    expect(Object.getPrototypeOf(policy)).toBe(Object.prototype);
    expect('polluted' in policy).toBe(false);
    expect(Object.keys(policy)).not.toContain('__proto__');
  }
});

test('what comes out is made anew, without unknown members, and what went in is left alone', () => {
  const input = {
    ...withProcessors(processor('a', { invented: 1, name: '' }), processor('b')),
    $schema: 's',
    '@context': {},
  };
  const before = structuredClone(input);
  const { policy } = read(input);
  expect(input).toEqual(before);
  expect(policy).toEqual(withProcessors(processor('b')));
});

test('absent stays absent; null, false and [] stay', () => {
  const stated = {
    ...least,
    dataProtectionOfficer: null,
    policyDate: null,
    storage: [],
    legalBases: [],
    consent: { voluntary: false },
  };
  expect(read(stated).policy).toEqual(stated);
  expect(Object.keys(read(least).policy).sort()).toEqual(Object.keys(least).sort());
});

test('whatever one member is changed to (every sixteenth case), the rest of a full policy is read', () => {
  for (const { name, value } of mutations().filter((_, index) => index % 16 === 0)) {
    const parsed = parsePolicy(value);
    const isOfRoot = /^(|privacyPolicy|updated|language|policyUrl|controller|controller\/name|processors) /.test(name);
    if (!isOfRoot) expect([name, parsed.ok]).toEqual([name, true]);
    if (parsed.ok) expect(parsePolicy(parsed.policy)).toMatchObject({ ok: true, policy: parsed.policy, positions: {} });
  }
}, 120_000);

test('no input makes it throw', () => {
  const full = JSON.stringify(fullPolicy());
  fc.assert(
    fc.property(fc.nat(full.length), fc.nat(50), fc.string(), (at, length, put) => {
      expect(typeof parsePolicyText(full.slice(0, at) + put + full.slice(at + length)).ok).toBe('boolean');
    }),
    { numRuns: 300 },
  );
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom(...Object.keys(cloudops)), (value, member) => {
      expect(typeof parsePolicy({ ...cloudops, [member]: value }).ok).toBe('boolean');
      expect(typeof parsePolicy(value).ok).toBe('boolean');
    }),
    { numRuns: 300 },
  );
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      expect(parsePolicy(bytes).ok).toBe(false);
    }),
  );
});
