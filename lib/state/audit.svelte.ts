import type { AuditReport } from '../audit/audit-report';
import type { AuditAnswer, AuditHead, AuditStep } from '../audit/audit-step';
import { maxImportLength, tooLarge } from '../audit/import/import-json';
import type { ImportIssue } from '../audit/import/import-issue';
import type { PolicyPatch } from '../audit/policy-patch';
import type { AuditPort } from './audit-port';

type Shown = Extract<AuditAnswer, { kind: 'audit' }>;

/** The audit of one site as Svelte sees it. Answers are replaced, never changed. */
export class AuditState {
  /** `null` while nothing is known yet. */
  obstacle = $state.raw<'no-site' | 'gone' | 'no-answer' | null>(null);
  head = $state.raw<AuditHead | null>(null);
  report = $state.raw<AuditReport | null>(null);
  patch = $state.raw<PolicyPatch | null>(null);
  /** What a recording lacks, or why it cannot be read. */
  issues = $state.raw<readonly ImportIssue[]>([]);
  /** Whether what the last step was to do in the page was done; `null` where it was to do nothing there. */
  isDone = $state.raw<boolean | null>(null);
  isDraft = $state.raw(false);
  isKept = $state.raw(true);
  readonly #port: AuditPort;
  #id: string | null = null;
  #seen = 0;

  constructor(port: AuditPort) {
    this.#port = port;
  }

  /** Takes a step and shows what comes of it; what the background does not answer is told as such. */
  async take(step: AuditStep): Promise<void> {
    if (step.kind === 'import' && step.text.length > maxImportLength) {
      this.issues = [{ severity: 'error', path: '', code: 'too-large', message: tooLarge }];
      return; // no message could carry it
    }
    try {
      const answer = await this.#port.step(this.#id, this.#seen, step);
      if (this.#isOfAnother(answer, step)) return;
      this.#show(answer);
    } catch {
      this.obstacle = 'no-answer'; // it may be starting; the next look tells
    }
  }

  /** A late answer about an audit in whose place a recording has come since. */
  #isOfAnother(answer: AuditAnswer, { kind }: AuditStep): boolean {
    if (kind === 'import' || kind === 'begin' || this.#id === null) return false;
    return answer.kind === 'audit' && answer.id !== this.#id;
  }

  #show(answer: AuditAnswer): void {
    if (answer.kind === 'not-imported') this.issues = answer.issues;
    else if (answer.kind === 'audit') this.#showAudit(answer);
    else this.obstacle = answer.kind;
    if (answer.kind === 'gone') this.#forget();
  }

  /** Nothing of a private window outlives it. */
  #forget(): void {
    this.head = null;
    this.report = null;
    this.patch = null;
  }

  #showAudit({ id, head, isDraft, isKept, revision, report, patch, issues, isDone }: Shown): void {
    this.obstacle = null;
    if (id !== this.#id || issues.length > 0) this.issues = issues;
    this.#id = id;
    if (isDone !== null) this.isDone = isDone;
    this.head = head;
    this.isDraft = isDraft;
    this.isKept = isKept;
    if (report === null) return;
    this.#seen = revision;
    this.report = report;
    this.patch = patch;
  }
}
