import ts from 'typescript';
import { expect, test } from 'vitest';
import { repoFiles } from './repo-files';

/**
 * A listener added after an `await` loses the event that woke the background. The types cannot say so, so this reads
 * the code: no `await` outside a function, no `browser.….addListener` in an async function or behind a `.then`.
 */
const files = repoFiles(/^(entrypoints\/background|lib\/browser|lib\/state)\/.*\.ts$|^entrypoints\/background\.ts$/);

test.each(files)('$path adds its listeners in the first turn', ({ path, text }) => {
  expect(lateListeners(path, text)).toEqual([]);
});

test('the background adds listeners', () => {
  expect(files.some(({ text }) => /webRequest|addListener/.test(text))).toBe(true);
});

test.each([
  ['await at the top', 'const kept = await read();', 'await outside a function'],
  ['an async function', 'async function main() { browser.tabs.onUpdated.addListener(f); }', 'listener in async'],
  ['an async arrow', 'start(async () => { browser.tabs.onUpdated.addListener(f); });', 'listener in async'],
  [
    'a function inside',
    'async () => { const add = () => browser.tabs.onUpdated.addListener(f); };',
    'listener in async',
  ],
  ['behind a promise', 'read().then(() => browser.tabs.onUpdated.addListener(f));', 'listener in async'],
])('this law sees %s', (_, text, what) => {
  expect(lateListeners('planted.ts', text)).toEqual([what]);
});

test.each([
  'function main() { browser.tabs.onUpdated.addListener(async () => { await f(); }); }',
  'async () => { port.onMessage.addListener(f); };',
])('this law lets pass: %s', (text) => {
  expect(lateListeners('planted.ts', text)).toEqual([]);
});

function lateListeners(path: string, text: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node, isLate: boolean, isTop: boolean): void => {
    if (isTop && (ts.isAwaitExpression(node) || (ts.isForOfStatement(node) && node.awaitModifier))) {
      found.push('await outside a function');
    }
    if (isLate && ts.isCallExpression(node) && /^browser\..*\.addListener$/.test(node.expression.getText())) {
      found.push('listener in async');
    }
    const isFunction = ts.isFunctionLike(node);
    const later =
      isLate ||
      (isFunction && isAsync(node)) ||
      (ts.isCallExpression(node) && /\.(then|finally|catch)$/.test(node.expression.getText()));
    node.forEachChild((child) => visit(child, later, isTop && !isFunction));
  };
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true), false, true);
  return found;
}

const isAsync = (node: ts.Node) =>
  ts.canHaveModifiers(node) && (ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword);
