import type { Judgement, AuditSession, ScenarioId } from './audit-session';
import type { AuditReport } from './audit-report';
import type { ImportIssue } from './import/import-issue';
import type { PolicyPatch } from './policy-patch';

/** What a tester does with an audit. */
export type AuditStep =
  /** Shows it as it stands. */
  | { readonly kind: 'look' }
  /** Begins anew; what was there is dropped. */
  | { readonly kind: 'begin' }
  | { readonly kind: 'pause' }
  | { readonly kind: 'resume' }
  | { readonly kind: 'finish' }
  /** For the pages that begin from now on; `null`: as the consent state tells. */
  | { readonly kind: 'scenario'; readonly scenario: ScenarioId | null }
  | { readonly kind: 'judge'; readonly key: string; readonly judgement: Judgement }
  /** A policy to try in place of the published one; `null` for the published one again. */
  | { readonly kind: 'draft'; readonly draft: DraftGiven | null }
  /** Asks the site for its policy, past the cache. */
  | { readonly kind: 'look-again' }
  /** Takes away the site's cookies and what its page in the tab stores, and loads the page anew past the cache. */
  | { readonly kind: 'clean' }
  /** Loads the page in the tab anew, past the cache. */
  | { readonly kind: 'reload' }
  /** Opens the page in the tab in a private window, where nothing is kept of earlier visits. */
  | { readonly kind: 'open-private' }
  /** A recording that someone else's browser made, as text; it becomes an audit of its own. */
  | { readonly kind: 'import'; readonly name: string; readonly text: string };

/** As text, or where it lies on a web server of this computer. */
export type DraftGiven = { readonly text: string } | { readonly url: string };

/** The session without what was seen. */
export type AuditHead = Omit<AuditSession, 'visits' | 'ignored' | 'judgements'>;

/** How an audit stands. */
export type AuditAnswer =
  | { readonly kind: 'no-site' }
  /** The last private window was closed, and its audit went with it. */
  | { readonly kind: 'gone' }
  /** The recording cannot be read; nothing changed. */
  | { readonly kind: 'not-imported'; readonly issues: readonly ImportIssue[] }
  | {
      readonly kind: 'audit';
      /** Which audit: its site, `private:` and the site of private windows, or `import:` and that of a recording. */
      readonly id: string;
      readonly head: AuditHead;
      readonly isDraft: boolean;
      /** It could not be kept in the browser's session storage: a stop of the background would cost it. */
      readonly isKept: boolean;
      /** Changes with whatever the report rests on. */
      readonly revision: number;
      /** `null` where nothing changed since `seen`. */
      readonly report: AuditReport | null;
      /** What would declare what was seen; `null` as `report` is, and before the first page. */
      readonly patch: PolicyPatch | null;
      /** Whether what the step was to do in the page was done; `null` where it was to do nothing there. */
      readonly isDone: boolean | null;
      /** What the recording lacks, or could not be read of it. */
      readonly issues: readonly ImportIssue[];
    };
