import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matchesCookieName } from '../../../lib/catalogue/cookie-name';

test.each([
  ['_ga', '_ga'],
  ['_gat_*', '_gat_UA-12345-1'],
  ['_gat_*', '_gat_'],
  ['*', 'anything'],
  ['_hj*Sample', '_hjIncludedInSessionSample'],
  ['___utmvxxxx', '___utmvAbC1'],
  ['___utmvxxxx', '___utmvAbC1defgh'],
  ['_gat_UA-XXXXXXX', '_gat_UA-12345'],
  ['_gd#####', '_gd1612345678901'],
  ['_gd#####', '_gd1'],
  ['_gd#_x', '_gd12_x'],
  ['_ga_<container-id>', '_ga_ABC123'],
  ['_hjSession_{site_id}', '_hjSession_1234567'],
  ['a.b(c)+[d]', 'a.b(c)+[d]'],
  ['a.b*', 'a.bc'],
  ['axxxbxxx', 'a1xxb2'],
])('%s is a spelling of %s', (pattern, name) => expect(matchesCookieName(pattern, name)).toBe(true));

test.each([
  ['_ga', '_GA'],
  ['_ga', '_ga_ABC'],
  ['_gat_*', '_GAT_UA-1'],
  ['_gat_*', 'x_gat_UA-1'],
  ['_ga_*', '_ga'],
  ['___utmvxxxx', '___utmv'],
  ['_gd#####', '_gdabc'],
  ['_gd#####', '_gd'],
  ['_gd#####', '_gd12x'],
  ['_ga_<container-id>', '_ga_'],
  ['a.b*', 'aXbc'],
  ['xx', 'yy'],
  ['', 'a'],
])('%s is no spelling of %s', (pattern, name) => expect(matchesCookieName(pattern, name)).toBe(false));

test('a name is a spelling of itself, whatever it holds', () => {
  fc.assert(fc.property(fc.string(), (name) => matchesCookieName(name, name)));
});

test('no pattern throws or takes long', () => {
  const signs = fc.string({ unit: fc.constantFrom('*', '#', 'x', 'X', '<', '>', '{', '}', 'a', '1') });
  fc.assert(fc.property(signs, fc.string(), (pattern, name) => typeof matchesCookieName(pattern, name) === 'boolean'));
  const started = performance.now();
  matchesCookieName('*a#xxx<y>'.repeat(55), 'a1'.repeat(240));
  expect(performance.now() - started).toBeLessThan(200);
});
