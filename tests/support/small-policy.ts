import { parsePolicy } from '../../lib/policy/parse';
import type { PolicyIssue } from '../../lib/policy/policy-state';

/** A policy with nothing but what the format requires. */
export const least = {
  privacyPolicy: '1.0',
  updated: '2026-11-22',
  language: 'en',
  policyUrl: 'https://shop.example/privacy',
  controller: { name: 'Shop' },
  processors: [],
};
export const processor = (id: string, more: object = {}) => ({ id, name: id, ...more });
export const withProcessors = (...processors: readonly unknown[]) => ({ ...least, processors });
/** Code and place of each issue. */
export const brief = (issues: readonly PolicyIssue[]) => issues.map(({ code, path }) => `${code} ${path}`);
export const bytesOf = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));

/** What is read of `input`; fails the test where it cannot be read. */
export function read(input: unknown) {
  const parsed = parsePolicy(input);
  if (!parsed.ok) throw new Error(`not read: ${JSON.stringify(parsed.issues)}`);
  return parsed;
}

/** The issues for which `input` is refused, or `read`. */
export function refusalOf(input: unknown) {
  const parsed = parsePolicy(input);
  return parsed.ok ? 'read' : brief(parsed.issues);
}
