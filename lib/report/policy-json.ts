import type { PolicyAttempt, PolicyState } from '../policy/policy-state';
import { safeUrl } from './safe-url';
import { isoTime } from './seen-json';

export function policyAsJson(state: PolicyState) {
  if (state.kind === 'not-looked' || state.kind === 'looking') return { kind: state.kind };
  const attempts = state.attempts.map(attemptOf);
  if (state.kind === 'none' || state.kind === 'not-fetched')
    return { kind: state.kind, checkedAt: isoTime(state.checkedAt), attempts };
  const found = { url: safeUrl(state.url), way: state.way, fetchedAt: isoTime(state.fetchedAt) };
  if (state.kind === 'broken') return { kind: state.kind, ...found, issues: state.issues, attempts };
  const { id, title, updated, controller } = state.policy;
  return {
    kind: state.kind,
    ...found,
    sha256: state.sha256,
    applies: state.applies,
    differsFrom: state.differsFrom === null ? null : safeUrl(state.differsFrom),
    file: { id, title, updated, controller },
    issues: state.issues,
    attempts,
  };
}

function attemptOf({ way, url, failure, status }: PolicyAttempt) {
  return { way, url: safeUrl(url), failure, status };
}
