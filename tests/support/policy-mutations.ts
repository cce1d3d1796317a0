import original from '../fixtures/privacy-policy-1.0.schema.json';

/** A part of the published JSON Schema, as far as the samples need to know it. */
interface Part {
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, Part>>;
  readonly items?: Part;
  readonly oneOf?: readonly Part[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly type?: string;
  readonly maxItems?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
}

export interface Mutation {
  readonly name: string;
  readonly value: unknown;
}

type Path = readonly (string | number)[];

const definitions: Readonly<Record<string, Part>> = original.$defs;

/** Text that fits each pattern, and the longest and the first too long text where there is a limit. */
const samples: Readonly<Record<string, readonly [fits: string, longest: string, tooLong: string]>> = {
  date: ['2026-11-22', '2026-11-22', '2026-11-222'],
  lang: ['en', 'deu-abcdefgh', 'deu-abcdefghi'],
  country: ['DE', 'DE', 'DEU'],
  email: ['a@b.example', `${'😀'.repeat(64)}@${'b'.repeat(185)}`, `${'a'.repeat(64)}@${'b'.repeat(186)}`],
  httpsUrl: ['https://a.example/', `https://${'a'.repeat(2040)}`, `https://${'a'.repeat(2041)}`],
  linkUrl: ['http://a.example/', `http://${'😀'.repeat(2040)}`, `http://${'a'.repeat(2041)}`],
  hostPattern: ['*.a.example', `${`${'a'.repeat(62)}.`.repeat(4)}a`.slice(0, 250) + 'bb', `${'a.'.repeat(126)}bb`],
  slug: ['a-1', 'a'.repeat(64), 'a'.repeat(65)],
  duration: ['P6M', 'P1111Y1111M1111W1D', 'P1111Y1111M1111W1111D'],
  pointer: ['/a', `/${'😀'.repeat(100)}`, `/${'a'.repeat(101)}`],
};
const byPattern: Readonly<Record<string, string>> = {
  '^1\\.(0|[1-9][0-9]{0,2})$': '1.0',
  '^[0-9a-f]{64}$': '0'.repeat(64),
  '^[A-Z][A-Za-z]{2,60}$': 'Purpose',
  '^[A-Z][A-Za-z]{1,60}$': 'Data',
  '^[A-Za-z0-9._-]{1,64}$': 'G-1',
  '^(UA-[0-9]{4,12}-[0-9]{1,4}|G-[A-Z0-9]{4,14}|\\*)$': 'UA-1234-1',
};
const wrongTypes: readonly unknown[] = [null, [], {}, 0, -1, 1.5, '', 'x y', true, [null], [{}], { a: 1 }];

/** A policy with every member that the published JSON Schema knows. */
export function fullPolicy(): unknown {
  return sampleOf(original);
}

const full = fullPolicy();

/** `fullPolicy` changed in one place at a time, at and around every limit of every member. */
export function mutations(): readonly Mutation[] {
  const found: Mutation[] = [];
  visit(original, [], (part, path) => {
    const name = path.join('/');
    for (const value of valuesAround(part))
      found.push({ name: `${name} = ${show(value)}`, value: withPart(path, value) });
    if (path.length > 0) found.push({ name: `${name} absent`, value: withPart(path, undefined) });
  });
  return found;
}

function visit(part: Part, path: Path, act: (part: Part, path: Path) => void): void {
  act(part, path);
  const { properties, items, oneOf } = resolved(part);
  for (const [name, member] of Object.entries(properties ?? {})) visit(member, [...path, name], act);
  const branches = items === undefined ? [] : (resolved(items).oneOf ?? [items]);
  branches.forEach((item, index) => visit(item, [...path, index], act));
  for (const branch of oneOf ?? []) if (typeof path.at(-1) === 'string') visit(branch, path, act);
}

function valuesAround(part: Part): readonly unknown[] {
  const { enum: words, maxItems, items, minimum, maximum, maxLength, pattern } = resolved(part);
  const values: unknown[] = [...wrongTypes, ...(words ?? []), ...(samples[nameOf(part)] ?? [])];
  if (words !== undefined) values.push('unknown-word', 'w'.repeat(100));
  if (maxLength !== undefined && pattern === undefined)
    for (const unit of ['a', '😀']) values.push(unit.repeat(maxLength), unit.repeat(maxLength + 1));
  for (const limit of [minimum, maximum]) if (limit !== undefined) values.push(limit - 1, limit, limit + 1);
  if (items !== undefined && maxItems !== undefined)
    values.push(...[maxItems, maxItems + 1].map((n) => filled(items, n)));
  if (items !== undefined) values.push([sampleOf(items), sampleOf(items)]);
  return values;
}

/** Entries that differ where they are text, so that only their number is at fault. */
function filled(items: Part, length: number): readonly unknown[] {
  const sample = sampleOf(items);
  const words = resolved(items).enum;
  return Array.from({ length }, (_, index) => {
    if (words !== undefined) return words[index % words.length];
    if (typeof sample !== 'string' || nameOf(items) === 'country') return sample;
    const letters = [...String(index)].map((digit) => 'abcdefghij'[Number(digit)]).join('');
    return nameOf(items) === 'hostPattern' ? `${letters}.example` : sample + letters;
  });
}

function sampleOf(part: Part): unknown {
  const whole = resolved(part);
  if (whole.const !== undefined) return whole.const;
  if (whole.enum !== undefined) return whole.enum[0];
  if (whole.oneOf !== undefined) return sampleOf(whole.oneOf.at(-1) ?? {});
  if (whole.properties !== undefined)
    return Object.fromEntries(Object.entries(whole.properties).map(([name, member]) => [name, sampleOf(member)]));
  if (whole.items !== undefined) return (resolved(whole.items).oneOf ?? [whole.items]).map(sampleOf);
  if (whole.type === 'string') return samples[nameOf(part)]?.[0] ?? byPattern[whole.pattern ?? ''] ?? 'text';
  return whole.type === 'integer' ? 1 : whole.type === 'boolean' ? true : { any: 1 };
}

function withPart(path: Path, value: unknown): unknown {
  const change = (part: unknown, [step, ...rest]: Path): unknown => {
    if (step === undefined) return value;
    if (Array.isArray(part)) {
      const entries = part.map((entry: unknown, index) => (index === step ? change(entry, rest) : entry));
      return entries.filter((entry) => entry !== undefined);
    }
    const members = Object.entries(typeof part === 'object' && part !== null ? part : {});
    const changed = members.map(([name, member]) => [name, name === step ? change(member, rest) : member] as const);
    return Object.fromEntries(changed.filter(([, member]) => member !== undefined));
  };
  return change(full, path);
}

function nameOf(part: Part): string {
  return part.$ref?.replace('#/$defs/', '') ?? '';
}

function resolved(part: Part): Part {
  return definitions[nameOf(part)] ?? part;
}

function show(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 40 ? `${text.slice(0, 40)}… (${text.length})` : text;
}
