import { resolve } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const { options } = ts.parseJsonConfigFileContent(
  ts.readConfigFile(resolve(root, 'tsconfig.core.json'), (path) => ts.sys.readFile(path)).config,
  ts.sys,
  root,
);

test.each([
  'document',
  'window',
  'fetch',
  'localStorage',
  'chrome',
  'browser',
  'process',
  'Buffer',
  'require',
  'console',
  'setTimeout',
])(
  '%s does not compile in a pure folder',
  (name) => {
    expect(messagesOf(`export const planted = ${name};`)).toEqual([
      expect.stringMatching(`Cannot find name '${name}'`),
    ]);
  },
  20_000,
);

test.each([
  "new URL('https://a.example/').hostname",
  "new TextDecoder('utf-8').decode()",
  '[1].toSorted()',
  'new Intl.DateTimeFormat()',
])(
  '%s compiles in a pure folder',
  (expression) => {
    expect(messagesOf(`export const planted = ${expression};`)).toEqual([]);
  },
  20_000,
);

/** What the compiler says of a file with `text` that stands in lib/party for as long as this call takes. */
function messagesOf(text: string): string[] {
  const planted = resolve(root, 'lib/party/planted.ts');
  const host = ts.createCompilerHost(options);
  const getSourceFile = host.getSourceFile.bind(host);
  host.getSourceFile = (name, language, ...rest) =>
    name === planted
      ? ts.createSourceFile(name, text, language)
      : cached(name, () => getSourceFile(name, language, ...rest));
  const program = ts.createProgram([planted, resolve(root, 'lib/core-globals.d.ts')], options, host);
  return ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

const sources = new Map<string, ts.SourceFile | undefined>();

function cached(name: string, read: () => ts.SourceFile | undefined): ts.SourceFile | undefined {
  if (!sources.has(name)) sources.set(name, read());
  return sources.get(name);
}
