import { readFileSync } from 'node:fs';
import * as v from 'valibot';

/** Reads a JSON file that must have a shape. Throws with the file and a JSON pointer to each fault. */
export function readJson<Schema extends v.GenericSchema>(
  path: string,
  shown: string,
  schema: Schema,
): v.InferOutput<Schema> {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new Error(`${shown}: not JSON (${String(error)})`);
  }
  const result = v.safeParse(schema, json);
  if (result.success) return result.output;
  const faults = result.issues.map((issue) => `${shown}#${pointerOf(issue)}: ${issue.message}`);
  throw new Error(faults.join('\n'));
}

function pointerOf(issue: v.BaseIssue<unknown>): string {
  return (issue.path ?? []).map(({ key }) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
