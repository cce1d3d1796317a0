import fc from 'fast-check';
import { expect, test } from 'vitest';
import { expandRegion, regionIn } from '../../../lib/catalogue/region';

const places = { 'eu-1': 'Frankfurt', 'eu-12': 'Ireland' };
const patterns = ['*.s3.{region}.cloud.example', 's3-{region}.cloud.example', '*.cloud.example'];

test('a pattern stands for one host pattern in each region', () => {
  expect(expandRegion('*.s3.{region}.cloud.example', places)).toEqual([
    '*.s3.eu-1.cloud.example',
    '*.s3.eu-12.cloud.example',
  ]);
  expect(expandRegion('*.cloud.example', places)).toEqual(['*.cloud.example']);
  expect(expandRegion('{region}.cloud.example')).toEqual([]);
});

test.each([
  ['a.s3.eu-1.cloud.example', 'eu-1'],
  ['eu-1.s3.eu-12.cloud.example', 'eu-12'],
  ['s3-eu-12.cloud.example', 'eu-12'],
])('%s says %s', (host, code) => expect(regionIn(host, patterns, places)?.code).toBe(code));

test.each([
  ['s3.eu-1.cloud.example'],
  ['eu-1.cloud.example'],
  ['eu-1.s3.cloud.example'],
  ['a.s3.eu-123.cloud.example'],
  ['a.s3.eu-1.cloud.example.evil.test'],
  ['a.s3-eu-1.cloud.example'],
  ['constructor.s3.toString.cloud.example'],
])('%s says no region', (host) => expect(regionIn(host, patterns, places)).toBeNull());

test('only a host under a pattern says a region, whatever stands before it', () => {
  const label = fc.stringMatching(/^[a-z0-9-]{1,10}$/);
  fc.assert(
    fc.property(fc.array(label, { minLength: 1, maxLength: 4 }), (labels) => {
      const host = labels.join('.');
      expect(regionIn(host, patterns, places)).toBeNull();
      expect(regionIn(`${host}.s3.eu-1.cloud.example`, patterns, places)?.code).toBe('eu-1');
    }),
  );
});
