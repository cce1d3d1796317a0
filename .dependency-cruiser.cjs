/** Who may import whom: "Direction" of the design. tests/laws/repo-layers.test.ts plants a fault for each rule. */

const pure =
  '^lib/(party|transfer|policy|catalogue|consent|observation|comparison|opt-out|audit|rights|report|settings|messages|words)/';
const table = '^assets/generated/';
const messages = '^assets/public/_locales/en/messages\\.json$';
const npm = (...names) => `^node_modules/(${names.join('|')})/`;

/** `folder` may import what matches one of `allowed`, and nothing else. */
const only = (name, folder, allowed, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: folder },
  // What does not resolve, or hides behind an alias, has its own rule.
  to: { pathNot: [...allowed, '^(@|~|@@|~~)/'], couldNotResolve: false },
});

/** What matches `to` may be imported by what matches `from`, and by nobody else. */
const never = (name, from, to, comment) => ({ name, comment, severity: 'error', from, to });

module.exports = {
  forbidden: [
    never(
      'every-import-resolves',
      {},
      { couldNotResolve: true, pathNot: '^(@|~|@@|~~)/' },
      'An import that is not found is not judged by any other rule.',
    ),
    never('relative-imports-only', {}, { path: '^(@|~|@@|~~)/' }, 'Aliases hide imports from these rules.'),
    never('no-cycles', {}, { circular: true }, 'A cycle is one module in several files.'),

    only(
      'pure-stays-pure',
      pure,
      [pure, table, messages, npm('valibot', 'tldts', 'htmlparser2', '@iabtcf')],
      'The law of the product runs anywhere: no browser, no Node, no Svelte.',
    ),
    never(
      'html-is-read-in-policy',
      { path: '^lib/', pathNot: '^lib/policy/' },
      { path: npm('htmlparser2') },
      'Only lib/policy reads HTML.',
    ),
    never(
      'tc-strings-are-read-in-consent',
      { path: '^lib/', pathNot: '^lib/consent/tcf\\.ts$' },
      { path: npm('@iabtcf') },
      'Only lib/consent/tcf.ts decodes TC strings: it hands the library no more than is safe.',
    ),
    never(
      'party-is-the-ground-floor',
      { path: '^lib/party/' },
      { path: '^(lib|components|entrypoints|assets)/', pathNot: '^lib/party/' },
      'lib/party imports nothing of ours.',
    ),
    never(
      'one-door-to-the-browser',
      { path: '^(lib|components|entrypoints|assets)/', pathNot: '^lib/browser/api\\.ts$' },
      { path: npm('webextension-polyfill') },
      'Only lib/browser/api.ts imports the polyfill.',
    ),
    only(
      'browser-talks-only',
      '^lib/browser/',
      ['^lib/browser/', pure, table, npm('webextension-polyfill')],
      'lib/browser carries facts between the browser and the pure folders.',
    ),
    only(
      'state-is-given-its-port',
      '^lib/state/',
      ['^lib/state/', pure, npm('svelte')],
      'lib/state never imports lib/browser: a port is handed to it.',
    ),
    {
      ...only('cli-is-node', '^lib/cli/', ['^lib/cli/', pure, table], 'The command line is the pure core and Node.'),
      to: {
        pathNot: ['^lib/cli/', pure, table, '^(@|~|@@|~~)/'],
        couldNotResolve: false,
        dependencyTypesNot: ['core'],
      },
    },
    only(
      'components-show',
      '^components/',
      ['^components/', pure, '^lib/state/', npm('svelte', 'virtua')],
      'A component is given what it shows.',
    ),
    never(
      'components-see-types-of-state',
      { path: '^components/' },
      { path: '^lib/state/', dependencyTypesNot: ['type-only'] },
      'A component is given its state; it knows the type only.',
    ),
    never(
      'entrypoints-stay-apart',
      { path: '^entrypoints/([^/]+)' },
      { path: '^entrypoints/', pathNot: '^entrypoints/$1' },
      'Each entrypoint is a program of its own; what two share lives in lib or components.',
    ),
    never(
      'nobody-imports-entrypoints',
      { path: '^(lib|components|assets)/' },
      { path: '^entrypoints/' },
      'Entrypoints wire; nothing is built on them.',
    ),
    never(
      'assets-hold-data',
      { path: '^assets/' },
      { pathNot: '^assets/', dependencyTypesNot: ['type-only'] },
      'A table may name the type of its rows and nothing more.',
    ),
    never(
      'messages-are-a-type-only',
      { path: '^(lib|components|entrypoints)/' },
      { path: messages, dependencyTypesNot: ['type-only', 'type-import'] },
      'Their keys are a type; their text comes from the browser, once, and not from each bundle.',
    ),
    never('nobody-imports-tests', { pathNot: '^tests/' }, { path: '^tests/' }, 'Tests import the product.'),
    never(
      'product-ships-no-tool',
      { path: '^(lib|components|entrypoints)/' },
      { dependencyTypes: ['npm-dev'], pathNot: npm('wxt') },
      'What ships stands under "dependencies" in package.json.',
    ),
  ],
  options: {
    doNotFollow: { path: '^node_modules/' },
    exclude: { path: '^(\\.output|\\.wxt)/' },
    moduleSystems: ['es6'],
    tsPreCompilationDeps: 'specify',
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'svelte', 'browser', 'types', 'default'],
      mainFields: ['module', 'main', 'types'],
      extensions: ['.ts', '.svelte', '.svelte.ts', '.js', '.json', '.d.ts'],
    },
    cache: false,
  },
};
