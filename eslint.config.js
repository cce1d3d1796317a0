import svelte from 'eslint-plugin-svelte';
import { defineConfig } from 'eslint/config';
import globals from 'globals';
import tseslint from 'typescript-eslint';

const pureFolders =
  'lib/{party,transfer,policy,catalogue,consent,observation,comparison,opt-out,audit,rights,report,settings,messages,words}/**/*.ts';

/** What no file may do; each message says what to do instead. */
const everywhere = {
  'array-callback-return': 'error',
  eqeqeq: 'error',
  'no-constructor-return': 'error',
  'no-eval': 'error',
  'no-implied-eval': 'off', // the type-aware rule below knows more
  'no-new-func': 'error',
  'no-param-reassign': 'error',
  'no-restricted-globals': [
    'error',
    { name: 'browser', message: 'Only lib/browser talks to the browser: import lib/browser/api.ts there.' },
    { name: 'chrome', message: 'Only lib/browser talks to the browser: import lib/browser/api.ts there.' },
  ],
  'no-restricted-imports': [
    'error',
    {
      paths: [{ name: 'webextension-polyfill', message: 'Only lib/browser/api.ts imports the polyfill.' }],
      patterns: [
        { group: ['@/*', '~/*', '@@/*', '~~/*', '#imports'], message: 'Relative imports only.' },
        { group: ['wxt/browser', 'wxt/storage'], message: 'Only lib/browser/api.ts is the door to the browser.' },
      ],
    },
  ],
  'no-restricted-syntax': [
    'error',
    { selector: 'TSEnumDeclaration', message: 'A closed set is a union from an `as const` list.' },
    { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' },
    { selector: 'ExportAllDeclaration', message: 'No barrels: import from the file itself.' },
  ],
  'no-self-compare': 'error',
  'no-useless-assignment': 'error',
  'no-var': 'error',
  'object-shorthand': 'error',
  'prefer-const': 'error',
  'prefer-object-has-own': 'error',
};

const typed = {
  '@typescript-eslint/consistent-type-exports': 'error',
  '@typescript-eslint/consistent-type-imports': [
    'error',
    { fixStyle: 'separate-type-imports', disallowTypeAnnotations: false },
  ],
  '@typescript-eslint/consistent-type-definitions': ['error', 'interface'],
  '@typescript-eslint/no-confusing-void-expression': 'off', // `return reply()` to end early is plain enough
  '@typescript-eslint/no-dynamic-delete': 'off', // our maps are plain JSON, since they are stored
  '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
  '@typescript-eslint/no-meaningless-void-operator': 'off', // `() => void (x = 1)` says that nothing is answered
  '@typescript-eslint/no-non-null-assertion': 'error',
  '@typescript-eslint/no-unsafe-enum-assignment': 'off', // there are no enums: the rule only takes time
  '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
  '@typescript-eslint/require-array-sort-compare': 'error',
  '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
  '@typescript-eslint/strict-boolean-expressions': 'off', // an empty string is often "nothing" here
  '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
};

const sizes = {
  'max-lines': ['error', { max: 250 }],
  'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
};

export default defineConfig(
  {
    ignores: [
      '.output/',
      '.wxt/',
      'assets/generated/',
      'tests/.artifacts/',
      'tests/fixtures/',
      'lib/core-globals.d.ts',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts', '**/*.svelte'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, extraFileExtensions: ['.svelte'] } },
    rules: { ...everywhere, ...typed, ...sizes },
  },
  { files: ['**/*.{js,cjs}'], languageOptions: { globals: globals.node } },
  svelte.configs.recommended,
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { globals: globals.browser, parserOptions: { parser: tseslint.parser } },
    rules: {
      'svelte/block-lang': ['error', { script: 'ts' }],
      'svelte/button-has-type': 'error',
      'svelte/no-at-html-tags': 'error',
      'svelte/no-inline-styles': 'error', // Firefox drops a static style attribute under our content security policy
      'svelte/no-target-blank': 'error',
      'svelte/require-each-key': 'error',
      // The compiler rewrites props and reactive statements, so these see what is not there.
      'prefer-const': 'off',
      'no-useless-assignment': 'off',
      'max-lines-per-function': 'off',
    },
  },
  {
    // What a snippet is given has a type for svelte-check and none for this parser.
    files: ['**/*.svelte'],
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  {
    // Typed rules cost two seconds for each Svelte file, since each makes a new program. Components only show;
    // svelte-check knows their types. The Svelte files of entrypoints, which wait for things, keep the typed rules.
    files: ['components/**/*.svelte'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { parserOptions: { projectService: false } },
    rules: { 'svelte/no-unused-props': 'off', 'svelte/require-store-reactive-access': 'off' },
  },
  {
    files: [pureFolders],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'Time is an argument in the pure folders.' },
        { object: 'Math', property: 'random', message: 'Chance is an argument in the pure folders.' },
      ],
      'no-console': 'error',
    },
  },
  {
    files: ['lib/**', 'entrypoints/**', 'components/**'],
    ignores: ['lib/cli/**'],
    rules: { 'no-console': 'error' },
  },
  {
    files: ['lib/browser/**/*.ts'],
    rules: { 'no-restricted-globals': 'off' },
  },
  {
    files: ['lib/browser/api.ts'],
    rules: { 'no-restricted-imports': 'off' },
  },
  {
    // WXT and the tools ask for a default export.
    files: ['entrypoints/**/*.ts', 'tests/**/global-setup.ts', '*.config.ts', 'tests/**/*.config.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    // A describe block is a list, not a function; a test may look at what types say cannot be.
    files: ['tests/**/*.ts'],
    rules: {
      'max-lines-per-function': 'off',
      'no-restricted-globals': 'off',
      'no-restricted-imports': 'off',
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off', // `expect.any(…)` is an `any`
    },
  },
  {
    // Tables of data are as long as the world is.
    files: ['**/*-table.ts'],
    rules: { 'max-lines': 'off', 'max-lines-per-function': 'off' },
  },
);
