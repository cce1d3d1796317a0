/**
 * Whether a cookie name fits a name as policies and cookie lists write it. Case-sensitive, as cookie names are.
 *
 * One matcher for the spellings in use: `*` any run of characters, also none (`_gat_*`); three or more `x` or `X` in
 * a row one or more characters (`___utmvxxxx`); `#` in a row one or more digits (`_gd#####`); `<…>` and `{…}` one or
 * more characters (`_ga_<container-id>`), which no cookie name can hold itself.
 * Patterns and names over 500 characters fit only when equal. Time grows with their product, whatever they hold.
 */
export function matchesCookieName(pattern: string, name: string): boolean {
  if (pattern === name) return true;
  if (pattern.length > maxLength || name.length > maxLength) return false;
  const steps = stepsOf(pattern);
  return steps.some(({ kind }) => kind !== 'text') && fits(steps, name);
}

const maxLength = 500;

interface Step {
  readonly kind: 'text' | 'any' | 'some' | 'digits';
  readonly text: string;
}

const wildcard = /\*+|x{3,}|X{3,}|#+|<[^<>]*>|\{[^{}]*\}/g;

function stepsOf(pattern: string): readonly Step[] {
  const steps: Step[] = [];
  let at = 0;
  for (const { 0: found, index } of pattern.matchAll(wildcard)) {
    if (index > at) steps.push({ kind: 'text', text: pattern.slice(at, index) });
    const kind = found.startsWith('*') ? 'any' : found.startsWith('#') ? 'digits' : 'some';
    steps.push({ kind, text: '' });
    at = index + found.length;
  }
  if (at < pattern.length) steps.push({ kind: 'text', text: pattern.slice(at) });
  return steps;
}

/** Keeps the set of places in `name` that the steps so far can have reached. */
function fits(steps: readonly Step[], name: string): boolean {
  let reached = new Set([0]);
  for (const step of steps) {
    reached = after(step, reached, name);
    if (reached.size === 0) return false;
  }
  return reached.has(name.length);
}

function after({ kind, text }: Step, reached: ReadonlySet<number>, name: string): Set<number> {
  if (kind === 'text')
    return new Set([...reached].filter((at) => name.startsWith(text, at)).map((at) => at + text.length));
  const next = new Set<number>();
  let isOpen = false;
  for (let at = 0; at <= name.length; at += 1) {
    if (isOpen && (kind !== 'digits' || isDigit(name.charAt(at - 1)))) next.add(at);
    else isOpen = false;
    if (!reached.has(at)) continue;
    isOpen = true;
    if (kind === 'any') next.add(at);
  }
  return next;
}

function isDigit(character: string): boolean {
  return character >= '0' && character <= '9';
}
