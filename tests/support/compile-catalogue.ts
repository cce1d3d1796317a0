import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileEntities } from './compile-entities';
import { compileProcessors } from './compile-processors';
import { readJson } from './read-json';
import { transferFileSchema } from './register-schema';

/**
 * Writes `assets/generated`: the catalogue, the names of other hosts, and the register of transfer decisions.
 *
 * `root` is the repository's. Files that would not change are left alone, so that a watcher does not start again.
 * Throws with file and JSON pointer where a source file is not as it should be.
 */
export function compileCatalogue(root = projectRoot): void {
  const { asOf, eea, adequacy, clauses } = readJson(
    join(root, 'assets/registers/transfer.json'),
    'assets/registers/transfer.json',
    transferFileSchema,
  );
  const folder = join(root, 'assets/generated');
  mkdirSync(folder, { recursive: true });
  write(
    join(folder, 'catalogue.ts'),
    typed('catalogueTable', 'CatalogueTable', 'catalogue/catalogue-table', compileProcessors(root)),
  );
  write(
    join(folder, 'transfer.ts'),
    typed('transferRegister', 'TransferRegister', 'transfer/transfer-register', { asOf, eea, adequacy, clauses }),
  );
  write(
    join(folder, 'entities.ts'),
    `${heading}export const entities: string = ${JSON.stringify(compileEntities(root))};\n`,
  );
}

const projectRoot = resolve(fileURLToPath(import.meta.url), '../../..');
const heading =
  '// Made by `npm run generate` from assets/processors, assets/registers and third-party-web. Do not edit.\n';

function typed(name: string, type: string, module: string, value: unknown): string {
  return `${heading}import type { ${type} } from '../../lib/${module}';\n\nexport const ${name}: ${type} = ${JSON.stringify(value)};\n`;
}

function write(path: string, text: string): void {
  if (textOf(path) !== text) writeFileSync(path, text);
}

function textOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null; // Not there yet.
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) compileCatalogue();
