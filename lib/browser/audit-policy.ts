import type { DraftGiven } from '../audit/audit-step';
import { draftPolicy } from '../policy/draft-policy';
import type { PolicyPage } from '../policy/policy-page';
import type { Draft } from '../policy/fetch-draft';
import type { PolicyState } from '../policy/policy-state';

/** What an audit's policy needs of the background. */
export interface AuditPolicyPorts {
  readonly now: () => number;
  /** The published policy as far as it is known; `isFresh` asks the site past the cache. */
  readonly policy: (of: AuditedSite, tabId: number, isFresh: boolean) => Promise<PolicyState>;
  /** The text of the policy for people; `pageUrl` is a page of the site. */
  readonly policyPage: (policyUrl: string, pageUrl: string) => Promise<PolicyPage>;
  /** A file on this computer's own web server. */
  readonly draftAt: (url: string) => Promise<Draft>;
  readonly sha256: (text: string) => Promise<string>;
}

/** Whose policy it is. */
export interface AuditedSite {
  readonly site: string;
  /** Of a page of the site. */
  readonly url: string;
  /** Whether the site itself is being walked, and not a recording of it read. */
  readonly isLive: boolean;
  /** Whether it is walked in private windows. */
  readonly isPrivate: boolean;
}

/** What a walk is compared with: the published file or a draft in its place, and the policy's text for people. */
export class AuditPolicy {
  state: PolicyState = { kind: 'not-looked' };
  page: PolicyPage | null = null;
  #draft: Draft | null = null;
  /** The page that is being fetched. */
  #asked: string | null = null;

  /** `onchange`: the policy's text for people came, some time after it was asked for. */
  constructor(
    readonly ports: AuditPolicyPorts,
    readonly onchange: () => void,
  ) {}

  get draft(): Draft | null {
    return this.#draft;
  }

  /** As it was kept. */
  restore(draft: Draft | null): void {
    this.#draft = draft;
  }

  get isDraft(): boolean {
    return this.#draft !== null;
  }

  /** Puts a draft in the place of the published file; `null` for the published one again. */
  async use(draft: DraftGiven | null): Promise<void> {
    if (draft === null) this.#draft = null;
    else if ('text' in draft) this.#draft = { kind: 'text', text: draft.text, url: null };
    else this.#draft = await this.ports.draftAt(draft.url);
  }

  /** Reads it anew; whether it changed. `isFresh` asks past the cache. */
  async read(of: AuditedSite, tabId: number, isFresh: boolean): Promise<boolean> {
    const url = isFresh ? (this.#draft?.url ?? null) : null;
    if (url !== null) await this.use({ url });
    const state = await this.#stateOf(of, tabId, isFresh);
    // What is known stays: a tab that shows no page of the site any more knows nothing of its policy.
    const isForgotten = state.kind === 'not-looked' && this.state.kind !== 'not-looked';
    const isChanged = !isForgotten && !sameButForTime(state, this.state);
    if (isChanged) this.state = state;
    this.#askForPage(of, isFresh);
    return isChanged;
  }

  async #stateOf(of: AuditedSite, tabId: number, isFresh: boolean): Promise<PolicyState> {
    const draft = this.#draft;
    if (draft === null) return this.ports.policy(of, tabId, isFresh);
    const { now, sha256 } = this.ports;
    if (draft.kind === 'text') return draftPolicy(draft.text, of.url, now(), await sha256(draft.text));
    const attempts = [{ way: 'draft', url: draft.url, failure: draft.failure } as const];
    return { kind: 'not-fetched', attempts, checkedAt: now() };
  }

  /** Nobody waits for it: a page may take its time, and the report stands without it. */
  #askForPage({ url, isLive }: AuditedSite, isFresh: boolean): void {
    const { state, page } = this;
    // A draft beside a recording: the site itself is asked for nothing.
    const policyUrl = state.kind === 'read' && (isLive || !this.isDraft) ? state.policy.policyUrl : null;
    if (policyUrl === null || (page?.url === policyUrl && !isFresh) || this.#asked === policyUrl) return;
    this.#asked = policyUrl;
    void this.ports.policyPage(policyUrl, url).then((it) => {
      this.#asked = null;
      this.page = it;
      this.onchange();
    });
  }
}

function sameButForTime(one: PolicyState, other: PolicyState): boolean {
  const plain = (state: PolicyState) =>
    JSON.stringify(state, (key, value: unknown) => (key === 'fetchedAt' || key === 'checkedAt' ? null : value));
  return plain(one) === plain(other);
}
