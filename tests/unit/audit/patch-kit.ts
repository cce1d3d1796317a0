import { applyPatch } from '../../../lib/audit/apply-patch';
import { auditReport } from '../../../lib/audit/audit-report';
import { beginSession, takeIn } from '../../../lib/audit/audit-session';
import { policyPatch } from '../../../lib/audit/policy-patch';
import type { Catalogue } from '../../../lib/catalogue/catalogue';
import type { Observation } from '../../../lib/observation/observation';
import type { PolicyState } from '../../../lib/policy/policy-state';
import { parsePolicy } from '../../../lib/policy/parse';
import { noon } from '../../fixtures/observations/make';
import { stateOf } from '../../fixtures/observations/read-policy';
import { testCatalogue } from '../../fixtures/observations/test-catalogue';

/** A draft is compared as if it were published and in force. */
const asIfInForce = (state: PolicyState): PolicyState => (state.kind === 'read' ? { ...state, applies: 'yes' } : state);

export const reportOf = (file: unknown, seen: Observation, known: Catalogue = testCatalogue) => {
  const session = takeIn(beginSession(seen.host, 'browser', noon), [seen]);
  return auditReport(session, asIfInForce(stateOf(file, seen.host)), known, noon);
};

/** The file with its patch, and the reports before and after. */
export function patched(file: unknown, seen: Observation, known: Catalogue = testCatalogue) {
  const before = reportOf(file, seen, known);
  const patch = policyPatch(before, known);
  if (patch?.kind !== 'patch') throw new Error(`no patch: ${patch?.kind ?? 'null'}`);
  const result = applyPatch(file, patch.operations);
  if (!result.ok) throw new Error(`not applied: ${result.path}`);
  return { patch, before, file: result.document, after: reportOf(result.document, seen, known) };
}

const removed = [
  'undeclared-processor',
  'undeclared-cookie',
  'undeclared-storage',
  'no-cookies-contradicted',
  'unidentified-recipient',
];
export const left = ({ findings }: ReturnType<typeof reportOf>) =>
  findings.filter(({ id }) => removed.includes(id)).map(({ key }) => key);
export const errors = (file: unknown) => parsePolicy(file).issues.filter(({ severity }) => severity === 'error');
