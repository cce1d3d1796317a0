import { expect, test } from 'vitest';
import { repoFiles } from './repo-files';

const code = /\.(ts|svelte|js|cjs|css|html)$/;
/** All that people write here; recorded texts of others and the lock file are not ours. */
const ours =
  /^(?!tests\/fixtures\/|package-lock\.json$|LICENSE$).*\.(ts|svelte|js|cjs|css|html|json|md|svg)$|^(NOTICE|\.ci\/run|\.gitignore)$/;

/** Joined here, so that this file does not hold what it looks for. */
const joined = (...parts: string[]) => parts.join('');

const forbidden: [string, RegExp][] = [
  [
    'a folder of one machine',
    new RegExp(joined('(^|[^\\w.])/(wo', 'rk|fa', 'rm|ro', 'ot|ho', 'me/\\w+)/|/tmp/ba', 'sh_jobs'), 'm'),
  ],
  [
    'a folder beside the repository',
    new RegExp(joined('\\.\\./sha', 'red/(policy|facts|recipes|hooks)|\\bsha', 'red/(facts|recipes|hooks)')),
  ],
  ['the host of a package registry', new RegExp(joined('registry\\.np', 'mjs|registry\\.ya', 'rnpkg'))],
  [
    'a tool as an author',
    new RegExp(
      [
        joined('\\bcla', 'ude'),
        joined('anth', 'ropic'),
        joined('chat', 'gpt'),
        joined('\\bopen', 'ai'),
        joined('\\bcop', 'ilot'),
        joined('\\bl', 'lms?\\b'),
        joined('language mo', 'del'),
        joined('artificial intel', 'ligence'),
        joined('\\ba', 'i[- ](generated|written|assist)'),
        joined('(generated|written|made) (by|with) (an? )?a', 'i\\b'),
        joined('co-auth', 'ored-by'),
        joined('coding ag', 'ent'),
        joined('\\bsub-?ag', 'ent'),
      ].join('|'),
      'i',
    ),
  ],
];

test.each(forbidden)('no file names %s', (_, pattern) => {
  const found = repoFiles(ours).flatMap(({ path, text }) => {
    const match = pattern.exec(text);
    return match === null ? [] : [`${path}: ${match[0]}`];
  });
  expect(found).toEqual([]);
});

/** Tables of data are as long as the world is. The same list as in eslint.config.js. */
const tables = /-table\.ts$|^assets\/generated\/|^tests\/fixtures\//;
const maxLines = 250;

test(`no file of code is longer than ${maxLines} lines`, () => {
  const long = repoFiles(code)
    .filter(({ path }) => !tables.test(path))
    .map(({ path, text }) => ({ path, lines: text.trimEnd().split('\n').length }))
    .filter(({ lines }) => lines > maxLines);
  expect(long).toEqual([]);
});

test('no test is skipped, focused or left to do', () => {
  const modifier =
    /\b(describe|test|it|suite)\s*\.\s*(only|skip|todo|fails|skipIf|runIf|concurrent\.(only|skip))\b|\b(ctx|context|t)\.skip\(/;
  const found = repoFiles(/^tests\/.*\.ts$/).filter(({ text }) => modifier.test(text));
  expect(found.map(({ path }) => path)).toEqual([]);
});

test('no line of code silences a tool', () => {
  const silenced = new RegExp(
    joined('@ts-', '(ignore|nocheck)|eslint-', 'disable|svelte-', 'ignore|prettier-', 'ignore'),
  );
  const found = repoFiles(code).filter(({ text }) => silenced.test(text));
  expect(found.map(({ path }) => path)).toEqual([]);
});

test('only lib/browser/api.ts imports the polyfill', () => {
  const imports = /(from|import)\s*\(?\s*['"]webextension-polyfill['"]/;
  const found = repoFiles(/^(lib|components|entrypoints)\/.*\.(ts|svelte|html)$/).filter(({ text }) =>
    imports.test(text),
  );
  expect(found.map(({ path }) => path)).toEqual(['lib/browser/api.ts']);
});

test('the lock file names no place to download from', () => {
  const [lock] = repoFiles(/^package-lock\.json$/);
  expect(lock?.text).not.toContain('"resolved"');
});

test('every dependency has one exact version', () => {
  const [file] = repoFiles(/^package\.json$/);
  const manifest = JSON.parse(file?.text ?? '') as Record<string, Record<string, string>>;
  const versions = Object.entries({
    ...manifest['dependencies'],
    ...manifest['devDependencies'],
    ...manifest['overrides'],
  });
  expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
});

test('the run for a new clone is the test command of the README and nothing else', () => {
  const [run] = repoFiles(/^\.ci\/run$/);
  const [readme] = repoFiles(/^README\.md$/);
  const lines = (run?.text ?? '').split('\n').filter((line) => line !== '');
  expect(lines).toEqual(['#!/usr/bin/env bash', 'set -e', 'npm ci && npm test']);
  expect(readme?.text).toContain('npm ci && npm test');
});
