import type { ActivityVerdict, Declaration, Finding } from '../comparison/site-report';
import type { Coverage } from '../observation/observation';
import type { AuditFile } from '../report/audit-schema';
import { canonicalJson } from '../report/canonical-json';
import { redactText, redacted, strictRedaction } from '../report/redact';
import type { AuditReport } from './audit-report';
import { compareText } from './merge-contacts';

/** What two audits are compared by; the same whether it comes of a report or of the file that was exported of it. */
export interface BaselineFacts {
  readonly site: string;
  /** Hex, `null` where no file was read. */
  readonly policySha256: string | null;
  /** What an export holds of the policy file: its head and the processors; `null` where no file was read. */
  readonly policy: PolicyFacts | null;
  /** `null` where no page was walked. What was not seen whole may be "gone" only from sight. */
  readonly coverage: Coverage['kind'] | null;
  readonly scenarios: readonly string[];
  readonly findings: readonly FindingFact[];
  readonly rows: readonly RowFact[];
  /** Names; a cookie that stood on several domains is one. */
  readonly cookies: readonly string[];
}

export interface PolicyFacts {
  readonly id?: string | undefined;
  readonly title?: string | undefined;
  readonly updated: string;
  readonly controller: unknown;
  readonly processors: readonly unknown[];
}

export interface FindingFact {
  readonly key: string;
  readonly id: string;
  readonly severity: Finding['severity'];
  readonly subject: string;
}

export interface RowFact {
  readonly id: string;
  readonly name: string;
  readonly declaration: Declaration;
  readonly activity: ActivityVerdict;
}

export function factsOf(report: AuditReport): BaselineFacts {
  const { total } = report;
  return inOrder({
    site: report.site,
    policySha256: total?.policy.kind === 'read' ? total.policy.sha256 : null,
    policy: total?.policy.kind === 'read' ? policyFacts(total.policy.policy, total.processors) : null,
    coverage: total?.coverage.kind ?? null,
    scenarios: report.scenarios.map(({ id }) => id),
    findings: report.findings,
    rows: report.rows,
    cookies: total === null ? [] : cookieNames(total),
  });
}

/** Of a file that `parseAuditFile` has read. */
export function factsOfFile(file: AuditFile): BaselineFacts {
  return inOrder({
    site: file.audit.site,
    policySha256: file.policy?.sha256 ?? null,
    policy: file.policy?.file === undefined ? null : policyFacts(file.policy.file, file.total?.processors ?? []),
    coverage: file.total === null ? null : file.missed.coverage.kind,
    scenarios: file.scenarios.map(({ id }) => id),
    findings: file.findings,
    rows: file.rows,
    cookies: file.total === null ? [] : cookieNames(file.total),
  });
}

interface Declaring {
  readonly declared: unknown;
}

function policyFacts(file: Omit<PolicyFacts, 'processors'>, processors: readonly Declaring[]): PolicyFacts {
  const { id, title, updated, controller } = file;
  const declared = processors.flatMap((it) => (it.declared === null ? [] : [it.declared]));
  return { id, title, updated, controller, processors: declared };
}

function inOrderOfIds(policy: PolicyFacts): PolicyFacts {
  const processors = policy.processors.toSorted((one, other) => compareText(canonicalJson(one), canonicalJson(other)));
  return { ...policy, processors };
}

type Named = readonly { readonly name: string }[];
type WithCookies = readonly { readonly cookies: Named }[];
interface Seen
  extends Record<'processors' | 'unidentified', WithCookies>, Record<'ownCookies' | 'otherCookies', Named> {}

function cookieNames({ processors, unidentified, ownCookies, otherCookies }: Seen): readonly string[] {
  const all = [...[...processors, ...unidentified].flatMap(({ cookies }) => cookies), ...ownCookies, ...otherCookies];
  return all.map(({ name }) => name);
}

/** Sorted, and cut as strictly as an export may be. */
function inOrder(facts: BaselineFacts): BaselineFacts {
  const { site, policySha256, policy, coverage, scenarios, findings, rows, cookies } = facts;
  const texts = (list: readonly string[]) => [...new Set(list.map((it) => redactText(it)))].sort(compareText);
  return {
    ...{
      site: redactText(site),
      policySha256,
      policy: policy && inOrderOfIds(redacted(policy, strictRedaction)),
      coverage,
      scenarios: texts(scenarios),
      cookies: texts(cookies),
    },
    findings: findings
      .map(({ key, id, severity, subject }) => ({ key: redactText(key), id, severity, subject: redactText(subject) }))
      .sort((one, other) => compareText(one.key, other.key)),
    rows: rows
      .map(({ id, name, declaration, activity }) => ({
        ...{ id: redactText(id), name: redactText(name), declaration, activity },
      }))
      .sort((one, other) => compareText(one.id, other.id)),
  };
}
