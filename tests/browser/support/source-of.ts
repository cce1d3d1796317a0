/**
 * A function and its argument as one expression that any page can run.
 *
 * Some TypeScript runners wrap inner functions in a helper called `__name`, which no page knows: it is put in place here.
 */
export function sourceOf(run: (argument: never) => unknown, argument?: unknown): string {
  const value = argument === undefined ? 'undefined' : JSON.stringify(argument);
  return `(() => { const __name = (run) => run; return (${run.toString()})(${value}); })()`;
}
