import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { transferRegister } from '../../assets/generated/transfer';
import { adequacyDecisions, clauseDecisions } from '../../lib/policy/vocabulary';
import { compileProcessors, readProcessors } from '../support/compile-processors';
import { readJson } from '../support/read-json';
import { cloudRegionsFileSchema } from '../support/register-schema';

const root = resolve(import.meta.dirname, '../..');
const files = readProcessors(root);
const table = compileProcessors(root);

test('each adequacy decision that a policy can name is in the register, once', () => {
  expect(transferRegister.adequacy.map(({ id }) => id).sort()).toEqual([...adequacyDecisions].sort());
});

test('each decision on standard clauses that a policy can name is in the register, once', () => {
  expect(transferRegister.clauses.map(({ id }) => id).sort()).toEqual([...clauseDecisions].sort());
});

test('the EEA has 30 members', () => expect(new Set(transferRegister.eea).size).toBe(30));

test('the numbers of acts that were not checked are not shown', () => {
  const unchecked = ['2003/490', '2002/2/', '2010/146', '2003/821', '2011/61', '2004/411', '2019/419', '2008/393'];
  const shown = transferRegister.adequacy.map(({ act }) => act).join(' ');
  expect(unchecked.filter((number) => shown.includes(number))).toEqual([]);
});

test('no two services share a name', () => {
  const names = files.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});

test('regions are of services that we know', () => {
  expect(Object.keys(table.regions).filter((id) => !files.some((file) => file.id === id))).toEqual([]);
});

test('each place of a region lies in one country', () => {
  const places = new Set(Object.values(table.regions).flatMap((regions) => Object.values(regions)));
  expect(Object.keys(table.placeCountries).sort()).toEqual([...places].sort());
  const { countries } = readJson(
    resolve(root, 'assets/registers/cloud-regions.json'),
    'cloud-regions.json',
    cloudRegionsFileSchema,
  );
  expect(Object.values(countries).flat()).toHaveLength(places.size);
});

test('the codes of edges and regions are in one case', () => {
  expect(Object.keys(table.edgeCities).filter((code) => !/^[A-Z]{3}$/.test(code))).toEqual([]);
  const codes = Object.values(table.regions).flatMap((places) => Object.keys(places));
  expect(codes.filter((code) => code !== code.toLowerCase())).toEqual([]);
});
