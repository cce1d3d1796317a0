import type { AuditAnswer, AuditStep } from '../audit/audit-step';
import type { TabReport } from '../comparison/site-report';
import type { OptOutChange } from '../opt-out/opt-out';

/** What extension pages may ask the background; one table types both sides. Payloads are plain JSON. */
export interface Protocol {
  /** The report of a tab after looking for its policy. `lookAgain` goes past the policy cache. */
  'tab-report': { request: { readonly tabId: number; readonly lookAgain: boolean }; reply: TabReport };
  /** The report of a tab after looking into the web storage of its page. */
  stores: { request: { readonly tabId: number }; reply: TabReport };
  /** Whether the page's consent tool took the call to show its dialog again. */
  'reopen-consent': { request: { readonly tabId: number }; reply: boolean };
  /** The report of a tab after changing what is done about Google Analytics; what failed is in the report. */
  'opt-out': { request: { readonly tabId: number; readonly change: OptOutChange }; reply: TabReport };
  /** How the audit of this tab's site, or that of `id`, stands after a step. `seen`: the revision that is shown already. */
  audit: {
    request: { readonly tabId: number; readonly id: string | null; readonly seen: number; readonly step: AuditStep };
    reply: AuditAnswer;
  };
}

export type MessageName = keyof Protocol;

export type Message = {
  [N in MessageName]: { readonly name: N; readonly request: Protocol[N]['request'] };
}[MessageName];

/** The answering side: one handler for each name, or it does not compile. */
export type Handlers = {
  readonly [N in MessageName]: (request: Protocol[N]['request']) => Promise<Protocol[N]['reply']>;
};

/** The port on which the background pushes a `TabReport` for each change of one tab. */
export const watchPortPrefix = 'watch:';
