import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** The zipped extension stays below this, for each browser; decimal bytes. */
const maxBytes = 300_000;
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
