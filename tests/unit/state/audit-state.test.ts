import { expect, test } from 'vitest';
import { beginSession } from '../../../lib/audit/audit-session';
import { maxImportLength } from '../../../lib/audit/import/import-json';
import type { AuditAnswer, AuditStep } from '../../../lib/audit/audit-step';
import { AuditState } from '../../../lib/state/audit.svelte';

const answerOf = (id: string): AuditAnswer => {
  const { visits: _visits, ignored: _ignored, judgements: _judgements, ...head } = beginSession(id, 'browser', 0);
  const nothing = { report: null, patch: null, isDone: null, issues: [] };
  return { kind: 'audit', id, head, isDraft: false, isKept: true, revision: 1, ...nothing };
};

test('a late answer about the audit in whose place a recording came is not shown', async () => {
  const waiting: ((answer: AuditAnswer) => void)[] = [];
  const asked: (string | null)[] = [];
  const state = new AuditState({
    step: (id: string | null, _seen: number, _step: AuditStep) => {
      asked.push(id);
      return new Promise<AuditAnswer>((answer) => waiting.push(answer));
    },
  });
  const first = state.take({ kind: 'look' });
  waiting.shift()?.(answerOf('shop.example'));
  await first;
  const late = state.take({ kind: 'look' });
  const recording = state.take({ kind: 'import', name: 'walk.har', text: '{}' });
  waiting.pop()?.(answerOf('import:other.example'));
  await recording;
  waiting.shift()?.(answerOf('shop.example'));
  await late;
  expect(state.head?.site).toBe('import:other.example');
  const next = state.take({ kind: 'look' });
  waiting.shift()?.(answerOf('import:other.example'));
  await next;
  expect(asked.at(-1)).toBe('import:other.example');
});

test('a recording that no message can carry is refused at once', async () => {
  const state = new AuditState({ step: () => Promise.reject(new Error('asked')) });
  await state.take({ kind: 'import', name: 'walk.har', text: ' '.repeat(maxImportLength + 1) });
  expect(state.issues).toMatchObject([{ severity: 'error', code: 'too-large' }]);
  expect(state.obstacle).toBeNull();
});
