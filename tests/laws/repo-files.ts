import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

export interface RepoFile {
  /** Relative to the root, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** The files of the repository whose path fits, in order: those that git tracks and those that it would. */
export function repoFiles(path: RegExp): readonly RepoFile[] {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root });
  return [...new Set(listed.toString('utf8').split('\0'))]
    .filter((name) => name !== '' && path.test(name) && existsSync(join(root, name)))
    .sort()
    .map((name) => ({ path: name, text: readFileSync(join(root, name), 'utf8') }));
}
