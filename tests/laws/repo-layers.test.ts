import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const config = join(root, '.dependency-cruiser.cjs');
const cruiser = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
const rules = (createRequire(import.meta.url)(config) as { forbidden: { name: string }[] }).forbidden;

/** A small tree in which every import is allowed, packages included. */
const sound: Record<string, string> = {
  'package.json': JSON.stringify({
    type: 'module',
    dependencies: {
      ...{ valibot: '1', tldts: '1', htmlparser2: '1', '@iabtcf/core': '1' },
      ...{ svelte: '1', 'webextension-polyfill': '1' },
    },
    devDependencies: { wxt: '1', knip: '1' },
  }),
  ...Object.fromEntries(
    ['valibot', 'tldts', 'htmlparser2', '@iabtcf/core', 'svelte', 'webextension-polyfill', 'wxt', 'knip'].flatMap(
      (name) => [
        [
          `node_modules/${name}/package.json`,
          JSON.stringify({ name, exports: { '.': './index.js', './*': './index.js' } }),
        ],
        [`node_modules/${name}/index.js`, 'export const it = 1;'],
      ],
    ),
  ),
  'assets/public/_locales/en/messages.json': '{}',
  'assets/generated/rows.ts': "import type { Site } from '../../lib/party/site'; export const rows: Site[] = [];",
  'lib/party/site.ts': "import { it } from 'tldts'; export type Site = string; export const site = it;",
  'lib/policy/read.ts':
    "import { it } from 'htmlparser2'; import * as v from 'valibot'; import { site } from '../party/site'; export const read = [it, v, site];",
  'lib/consent/tcf.ts': "import { it } from '@iabtcf/core'; export const tcf = it;",
  'lib/catalogue/known.ts': "import { rows } from '../../assets/generated/rows'; export const known = rows;",
  'lib/words/key.ts':
    "import type keys from '../../assets/public/_locales/en/messages.json'; export type Key = keyof typeof keys;",
  'lib/browser/api.ts': "export { it as api } from 'webextension-polyfill';",
  'lib/browser/tabs.ts':
    "import { api } from './api'; import { read } from '../policy/read'; export const tabs = [api, read];",
  'lib/state/tab.svelte.ts':
    "import { it } from 'svelte'; import { site } from '../party/site'; export class Tab { at = [it, site]; }",
  'lib/cli/run.ts':
    "import { argv } from 'node:process'; import { read } from '../policy/read'; export const run = [argv, read];",
  'components/row.ts': "import type { Tab } from '../lib/state/tab.svelte'; export type Row = Tab;",
  'components/Card.svelte':
    "<script lang=\"ts\">import { it } from 'svelte'; import { site } from '../lib/party/site'; const x: unknown = [it, site];</script>{x}",
  'entrypoints/popup/main.ts':
    "import { it } from 'wxt'; import Card from '../../components/Card.svelte'; import { Tab } from '../../lib/state/tab.svelte'; import { tabs } from '../../lib/browser/tabs'; import { name } from './name'; export const main = [it, Card, Tab, tabs, name];",
  'entrypoints/popup/name.ts': "export const name = 'popup';",
  'entrypoints/background/index.ts': "import { tabs } from '../../lib/browser/tabs'; export const background = tabs;",
  'tests/site.test.ts': "import { main } from '../entrypoints/popup/main'; export const proof = main;",
};

/** For each rule the files that break it, each alone in doing so. */
const faults: Record<string, Record<string, string>> = {
  'every-import-resolves': { 'lib/policy/fault-a.ts': "import './not-there';" },
  'relative-imports-only': {
    'lib/policy/fault-b.ts': "import '@/lib/party/site';",
    'components/Fault.svelte': "<script>import { site } from '~/lib/party/site'; site;</script>",
  },
  'no-cycles': {
    'lib/policy/fault-c.ts': "import { d } from './fault-d'; export const c = () => d;",
    'lib/policy/fault-d.ts': "import { c } from './fault-c'; export const d = () => c;",
    'components/Hen.svelte': "<script>import Egg from './Egg.svelte';</script><Egg />",
    'components/Egg.svelte': "<script>import Hen from './Hen.svelte';</script><Hen />",
  },
  'pure-stays-pure': {
    'lib/policy/fault-e.ts': "import { readFileSync } from 'node:fs'; readFileSync;",
    'lib/comparison/fault-f.ts': "import { it } from 'svelte'; it;",
    'lib/report/fault-g.ts': "import { tabs } from '../browser/tabs'; tabs;",
    'lib/messages/fault-h.ts': "import type { Tab } from '../state/tab.svelte'; export type H = Tab;",
  },
  'html-is-read-in-policy': { 'lib/words/fault-i.ts': "import { it } from 'htmlparser2'; it;" },
  'tc-strings-are-read-in-consent': { 'lib/consent/fault-q.ts': "import { it } from '@iabtcf/core'; it;" },
  'party-is-the-ground-floor': { 'lib/party/fault-j.ts': "import { read } from '../policy/read'; read;" },
  'one-door-to-the-browser': { 'lib/browser/fault-k.ts': "import { it } from 'webextension-polyfill'; it;" },
  'browser-talks-only': {
    'lib/browser/fault-l.ts': "import { Tab } from '../state/tab.svelte'; Tab;",
    'lib/browser/fault-m.ts': "import { it } from 'svelte'; it;",
  },
  'state-is-given-its-port': { 'lib/state/fault-n.ts': "import { tabs } from '../browser/tabs'; tabs;" },
  'cli-is-node': { 'lib/cli/fault-o.ts': "import { tabs } from '../browser/tabs'; tabs;" },
  'components-show': {
    'components/fault-p.ts': "import { tabs } from '../lib/browser/tabs'; tabs;",
    'components/Reach.svelte':
      '<script lang="ts">import { tabs } from \'../lib/browser/tabs\'; const x: unknown = tabs;</script>{x}',
  },
  'components-see-types-of-state': {
    'components/Own.svelte': "<script>import { Tab } from '../lib/state/tab.svelte'; new Tab();</script>",
  },
  'entrypoints-stay-apart': { 'entrypoints/options/main.ts': "import { name } from '../popup/name'; name;" },
  'nobody-imports-entrypoints': {
    'assets/fault-q.ts': "import type { main } from '../entrypoints/popup/main'; export type Q = typeof main;",
  },
  'assets-hold-data': { 'assets/generated/fault-r.ts': "import { site } from '../../lib/party/site'; site;" },
  'messages-are-a-type-only': {
    'lib/words/fault-s.ts': "import all from '../../assets/public/_locales/en/messages.json'; all;",
  },
  'nobody-imports-tests': { 'entrypoints/audit/main.ts': "import { proof } from '../../tests/site.test'; proof;" },
  'product-ships-no-tool': { 'entrypoints/audit/tool.ts': "import { it } from 'knip'; it;" },
};

interface Violation {
  readonly from: string;
  readonly rule: { readonly name: string };
  /** All members of a cycle, which is told once. */
  readonly cycle?: readonly { readonly name: string }[];
}

let folder: string;
let violations: readonly Violation[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'candor-layers-'));
  for (const files of [sound, ...Object.values(faults)]) {
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
  }
  violations = await cruise(folder);
}, 30_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

test.each(Object.entries(faults))('%s fires on its planted fault', (rule, files) => {
  const broken = violations
    .filter((violation) => violation.rule.name === rule)
    .flatMap(({ from, cycle = [] }) => [from, ...cycle.map(({ name }) => name)]);
  expect(broken).toEqual(expect.arrayContaining(Object.keys(files)));
});

test('a sound file breaks no rule', () => {
  expect(violations.filter(({ from }) => from in sound)).toEqual([]);
});

test('every rule has a planted fault', () => {
  expect(Object.keys(faults).sort()).toEqual(rules.map(({ name }) => name).sort());
});

function cruise(cwd: string): Promise<readonly Violation[]> {
  const folders = ['lib', 'components', 'entrypoints', 'assets', 'tests'];
  return new Promise((done, fail) => {
    execFile(
      process.execPath,
      [cruiser, '--config', config, '-T', 'json', ...folders],
      { cwd, maxBuffer: 1e8 },
      (error, out) => {
        if (!out) return fail(error ?? new Error('dependency-cruiser said nothing'));
        done((JSON.parse(out) as { summary: { violations: Violation[] } }).summary.violations);
      },
    );
  });
}
