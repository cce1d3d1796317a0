import * as v from 'valibot';
import { type ScenarioId, judgementStates, knownScenarios } from '../audit/audit-session';
import { maxImportLength } from '../audit/import/import-json';
import { blockings } from '../opt-out/opt-out';
import type { Message } from './protocol';

/** A message that our own pages may send; `null` for anything else. */
export function parseMessage(input: unknown): Message | null {
  const result = v.safeParse(schema, input);
  return result.success ? result.output : null;
}

const tabId = v.pipe(v.number(), v.integer(), v.minValue(0));

const change = v.variant('kind', [
  v.object({ kind: v.picklist(['site', 'everywhere']), isOn: v.boolean() }),
  v.object({ kind: v.literal('blocking'), level: v.picklist(blockings) }),
  v.object({ kind: v.literal('delete-cookies') }),
]);

const auditId = v.nullable(v.pipe(v.string(), v.maxLength(270)));
const imported = {
  name: v.pipe(v.string(), v.maxLength(1000)),
  text: v.pipe(v.string(), v.maxLength(maxImportLength)),
};
const scenario = v.nullable(
  v.custom<ScenarioId>(
    (it) => typeof it === 'string' && (knownScenarios.some((known) => known === it) || /^own:.{1,60}$/su.test(it)),
  ),
);
const judgement = v.object({ state: v.picklist(judgementStates), note: v.pipe(v.string(), v.maxLength(2000)) });

const draftText = v.strictObject({ text: v.pipe(v.string(), v.maxLength(1_000_000)) });
const draftUrl = v.strictObject({ url: v.pipe(v.string(), v.maxLength(2000)) });

const step = v.variant('kind', [
  v.object({
    kind: v.picklist(['look', 'begin', 'pause', 'resume', 'finish', 'look-again', 'clean', 'reload', 'open-private']),
  }),
  v.object({ kind: v.literal('scenario'), scenario }),
  v.object({ kind: v.literal('import'), ...imported }),
  v.object({ kind: v.literal('judge'), key: v.pipe(v.string(), v.maxLength(2000)), judgement }),
  v.object({ kind: v.literal('draft'), draft: v.nullable(v.union([draftText, draftUrl])) }),
]);

const schema = v.variant('name', [
  v.object({ name: v.literal('tab-report'), request: v.object({ tabId, lookAgain: v.boolean() }) }),
  v.object({ name: v.literal('stores'), request: v.object({ tabId }) }),
  v.object({ name: v.literal('reopen-consent'), request: v.object({ tabId }) }),
  v.object({ name: v.literal('audit'), request: v.object({ tabId, id: auditId, seen: v.number(), step }) }),
  v.object({ name: v.literal('opt-out'), request: v.object({ tabId, change }) }),
]);
