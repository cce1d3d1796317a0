import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { compileCatalogue } from '../support/compile-catalogue';

const root = resolve(import.meta.dirname, '../..');
let copy = '';

beforeEach(() => {
  copy = mkdtempSync(join(tmpdir(), 'candor-catalogue-'));
  mkdirSync(join(copy, 'assets'));
  for (const folder of ['processors', 'registers']) {
    cpSync(join(root, 'assets', folder), join(copy, 'assets', folder), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
});
afterEach(() => rmSync(copy, { recursive: true }));

test.each([
  ['catalogue.ts', 80_000, 18_000],
  ['entities.ts', 120_000, 40_000],
  ['transfer.ts', 10_000, 3_000],
])('%s stays below %i bytes, %i zipped', (name, most, mostZipped) => {
  compileCatalogue(copy);
  const bytes = readFileSync(join(copy, 'assets/generated', name));
  expect(bytes.length).toBeLessThan(most);
  expect(gzipSync(bytes).length).toBeLessThan(mostZipped);
});

test('a service more costs one file', () => {
  const file = processor('miro');
  write('tiny', {
    ...file,
    id: 'tiny',
    name: 'Tiny',
    urls: [{ name: 'host', hosts: ['tiny.example'], trust: 'observed' }],
  });
  compileCatalogue(copy);
  expect(readFileSync(join(copy, 'assets/generated/catalogue.ts'), 'utf8')).toContain('"rule":"tiny/host"');
});

test.each([
  [{ category: 'spying' }, '/category'],
  [{ urls: [{ name: 'host', hosts: ['Miro.com'], trust: 'observed' }] }, '/urls/0/hosts/0'],
  [{ urls: [{ name: 'host', hosts: ['miro.com'], trust: 'sure' }] }, '/urls/0/trust'],
  [{ sources: [{ what: 'a', url: 'http://miro.com/', checkedOn: '2026-11-22' }] }, '/sources/0/url'],
  [{ sources: [{ what: 'a', url: 'https://miro.com/' }] }, '/sources/0/checkedOn'],
  [{ colour: 'yellow' }, '/colour'],
  [{ id: 'mirror' }, '/id'],
  [{ urls: [{ name: 'host', hosts: ['*.{region}.{region}.miro.com'], trust: 'observed' }] }, '/urls/0/hosts/0'],
  [{ urls: [{ name: 'host', hosts: ['*.{region}.miro.com'], trust: 'observed' }] }, '/urls/0/hosts'],
  [{ urls: [0, 1].map(() => ({ name: 'host', hosts: ['miro.com'], trust: 'observed' })) }, '/urls/1/name'],
])('a fault %j is told with file and pointer', (fault, pointer) => {
  write('miro', { ...processor('miro'), ...fault });
  expect(() => compileCatalogue(copy)).toThrow(`assets/processors/miro.json#${pointer}: `);
});

test('a file that is not JSON is named', () => {
  writeFileSync(join(copy, 'assets/processors/miro.json'), '{');
  expect(() => compileCatalogue(copy)).toThrow('assets/processors/miro.json: not JSON');
});

function processor(id: string): Record<string, unknown> {
  return JSON.parse(readFileSync(join(copy, `assets/processors/${id}.json`), 'utf8')) as Record<string, unknown>;
}

function write(id: string, value: unknown): void {
  writeFileSync(join(copy, `assets/processors/${id}.json`), JSON.stringify(value));
}
