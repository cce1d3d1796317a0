import { describe, expect, test } from 'vitest';
import type { Finding } from '../../../lib/comparison/site-report';
import { sourcesOfFinding } from '../../../lib/comparison/sources-of-finding';
import { sourcesAt } from '../../../lib/policy/sources-at';
import { shop, unreadable } from './findings/on-shop';

const url = 'https://shop.example/privacy';
const source = (heading: string, quote?: string) => ({ url, heading, ...(quote !== undefined && { quote }) });
const entry = { identifier: 'x', type: 'cookie', maxAgeSeconds: 1 };
const policy = shop({
  disclosure: { complete: true, text: 'All are named.', sources: [source('Disclosure', 'All are named.')] },
  processors: [
    unreadable,
    { id: 'a', name: 'A', sources: [source('A'), source('A', 'We use A.')], storage: [entry] },
    { id: 'b', name: 'B', storage: [entry] },
  ],
});
const headings = (pointer: string) => {
  if (policy.kind !== 'read') throw new Error('It was not read.');
  const found = sourcesAt(policy, pointer);
  return found && [found.pointer, ...found.sources.map(({ heading, quote }) => quote ?? heading)];
};

describe('the sources of a place in the published file', () => {
  test.each([
    ['/processors/1', ['/processors/0/sources', 'A', 'We use A.']],
    ['/processors/1/storage/0/maxAgeSeconds', ['/processors/0/sources', 'A', 'We use A.']],
    ['/processors/1/not-there/at/all', ['/processors/0/sources', 'A', 'We use A.']],
    ['/processors/2', null],
    ['/processors/0', null],
    ['/processors/-1', null],
    ['/processors', null],
    ['', null],
    ['/disclosure', ['/disclosure/sources', 'All are named.']],
    ['/__proto__/constructor', null],
  ])('%s', (pointer, expected) => expect(headings(pointer)).toEqual(expected));
});

describe('of a finding', () => {
  const finding = (more: Partial<Finding>): Finding => ({
    ...{ id: 'undeclared-cookie', key: 'k', severity: 'note', subject: 's', pointer: '/processors/1', quote: null },
    ...{ evidence: [], ...more },
  });

  test('they are those of the place that it points at', () => {
    expect(sourcesOfFinding({ policy }, finding({}))?.sources).toHaveLength(2);
    expect(sourcesOfFinding({ policy }, finding({ pointer: null }))).toBeNull();
    expect(sourcesOfFinding({ policy: { kind: 'not-looked' } }, finding({}))).toBeNull();
  });

  test('there are none where it quotes all of them already, or is about the file itself', () => {
    const promise = finding({ pointer: '/disclosure', quote: 'All are named. … And so on.' });
    expect(sourcesOfFinding({ policy }, promise)).toBeNull();
    expect(sourcesOfFinding({ policy }, { ...promise, quote: 'All.' })?.sources).toHaveLength(1);
    expect(sourcesOfFinding({ policy }, finding({ id: 'link-not-https' }))).toBeNull();
  });
});
