import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The zipped extension stays below this, for each browser; decimal bytes. */
const maxBytes = 400_000;
const targets = ['chrome', 'edge', 'firefox', 'safari'];

const folder = join(import.meta.dirname, '..', '.output');
const files = readdirSync(folder);

for (const target of targets) {
  const name = files.find((file) => file.endsWith(`-${target}.zip`));
  const bytes = name === undefined ? null : statSync(join(folder, name)).size;
  const isFine = bytes !== null && bytes < maxBytes;
  if (!isFine) process.exitCode = 1;
  const size = bytes === null ? 'not built' : `${(bytes / 1000).toFixed(1)} kB`;
  console.log(
    `${target.padEnd(8)} ${size}${isFine ? '' : `  (must be below ${maxBytes / 1000} kB: npm run build:all)`}`,
  );
}

// What is opened from the toolbar must not carry the table of public suffixes, which the background has.
const pages = join(folder, 'chrome-mv3', 'chunks');
for (const name of readdirSync(pages).filter((file) => file.endsWith('.js'))) {
  if (!readFileSync(join(pages, name), 'utf8').includes('s3-website')) continue;
  process.exitCode = 1;
  console.log(
    `${name} holds the table of public suffixes: an import leads from a component to lib/party/registrable-domain.ts`,
  );
}
