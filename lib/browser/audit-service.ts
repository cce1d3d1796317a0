import { type AuditReport, auditReport } from '../audit/audit-report';
import {
  type AuditSession,
  beginSession,
  finish,
  judge,
  pause,
  resume,
  setScenario,
  takeIn,
} from '../audit/audit-session';
import type { AuditAnswer, AuditStep } from '../audit/audit-step';
import { fitSession } from '../audit/fit-session';
import { importFile } from '../audit/import/import-file';
import type { ImportIssue } from '../audit/import/import-issue';
import { asEarlierRun, isCompleteRun } from '../audit/complete-run';
import { policyPatch } from '../audit/policy-patch';
import type { Catalogue } from '../catalogue/catalogue';
import type { Observation } from '../observation/observation';
import {
  type KeptSession,
  auditIdOf,
  importIdOf,
  isImportId,
  isKeptSession,
  isPrivateId,
  siteOfAudit,
} from './audit-ids';
import { AuditPolicy, type AuditPolicyPorts } from './audit-policy';

/** What an audit needs of the background; a test gives its own. */
export interface AuditPorts extends AuditPolicyPorts {
  readonly catalogue: Catalogue;
  /** The site of the page in this tab, and whether it is private; `null` where no site is shown. */
  readonly pageOf: (tabId: number) => Promise<{ readonly site: string; readonly isPrivate: boolean } | null>;
  /** The sites of the pages that this tab shows or showed before. */
  readonly sitesOf: (tabId: number) => readonly string[];
  /** Asks the page in the tab what is chosen there. */
  readonly readConsent: (tabId: number) => Promise<void>;
  /** All documents of the site that are known in any tab, shown or left. */
  readonly observe: (of: Pick<AuditSession, 'site' | 'isPrivate'>) => Promise<readonly Observation[]>;
  /** Empties the site's jar and the page's stores, and loads the page anew; whether that was done. */
  readonly clean: (tabId: number, site: string) => Promise<boolean>;
  /** Loads the page anew, past the cache; whether that was done. */
  readonly reload: (tabId: number, site: string) => Promise<boolean>;
  /** Opens the page in the tab in a private window; not done where Candor may not look into such. */
  readonly openPrivate: (tabId: number, site: string) => Promise<boolean>;
  readonly store: {
    /** Every session that was kept, by id. */
    readonly read: () => Promise<Readonly<Record<string, unknown>>>;
    readonly write: (id: string, session: KeptSession) => Promise<void>;
    readonly remove: (ids: readonly string[]) => Promise<void>;
  };
}

interface Audit {
  /** See `audit-ids.ts`. */
  readonly id: string;
  session: AuditSession;
  revision: number;
  readonly policy: AuditPolicy;
  issues: readonly ImportIssue[];
  /** Whether what was last to be kept was kept; answers wait for it, so that a stop costs nothing that was told. */
  kept: Promise<boolean>;
}

/** Characters of a session in the browser's session storage, which it shares with the pages' ledgers. */
const mostKept = 2_000_000;

/** The audits of this browser session, one for each site; what they saw stays in memory and session storage. */
export class AuditService {
  readonly #audits = new Map<string, Audit>();
  readonly #restored: Promise<void>;

  constructor(readonly ports: AuditPorts) {
    this.#restored = this.#restore();
  }

  /** Takes a step in the audit `id`, or that of the site in the tab; `seen` is the revision that is shown already. */
  async step(tabId: number, id: string | null, seen: number, step: AuditStep): Promise<AuditAnswer> {
    await this.#restored;
    if (step.kind === 'import') return this.#import(tabId, step);
    const page = await this.ports.pageOf(tabId);
    // A recording is not begun anew: the site that the tab shows is.
    const shown = id !== null && step.kind === 'begin' && isImportId(id) ? null : id;
    const of = shown ?? (page === null ? null : auditIdOf(page));
    if (of === null) return { kind: 'no-site' };
    if (shown !== null && isPrivateId(shown) && !this.#audits.has(shown)) return { kind: 'gone' };
    const audit = this.#audits.get(of) ?? this.#begin(of);
    if (step.kind === 'begin') this.#renew(audit);
    await this.#takeIn(audit);
    await this.#take(audit, tabId, step);
    const isDone = await this.#act(step, tabId, audit.session.site);
    return { ...(await this.#answer(audit, seen)), isDone };
  }

  /** Reads a recording: a finished audit beside those of this browser. */
  async #import(tabId: number, { name, text }: Extract<AuditStep, { kind: 'import' }>): Promise<AuditAnswer> {
    const imported = importFile(text, name, this.ports.catalogue);
    if (!imported.ok) return { kind: 'not-imported', issues: imported.issues };
    const audit = this.#add(importIdOf(imported.session.site), imported.session);
    audit.issues = imported.issues;
    this.#keep(audit);
    await this.#readPolicy(audit, tabId, false);
    return { ...(await this.#answer(audit, 0)), isDone: null };
  }

  async #answer(audit: Audit, seen: number) {
    const isKept = await audit.kept;
    const { id, session, revision, issues } = audit;
    const { visits: _visits, ignored: _ignored, judgements: _judgements, ...head } = session;
    const report = revision === seen ? null : this.#report(audit);
    const patch = report === null ? null : policyPatch(report, this.ports.catalogue);
    return { kind: 'audit' as const, id, head, isDraft: audit.policy.isDraft, isKept, revision, report, patch, issues };
  }

  /** A page took the place of another in this tab: what is known of it is taken in while it is still known. */
  async pageChanged(tabId: number): Promise<void> {
    await this.#restored;
    const running = this.#running();
    if (running.length === 0) return;
    const sites = this.ports.sitesOf(tabId);
    for (const audit of running) if (sites.includes(audit.session.site)) await this.#takeIn(audit);
  }

  /** Another page is asked for in this tab: the one that it shows still answers. */
  async pageLeaving(tabId: number): Promise<void> {
    const sites = this.#running().map(({ session }) => session.site);
    if (sites.length > 0 && this.ports.sitesOf(tabId).some((site) => sites.includes(site)))
      await this.ports.readConsent(tabId);
  }

  /** The last private window was closed. */
  async forgetPrivate(): Promise<void> {
    await this.#restored;
    const gone = [...this.#audits].filter(([id]) => isPrivateId(id));
    for (const [id] of gone) this.#audits.delete(id);
    await Promise.all(gone.map(([, { kept }]) => kept)); // else they would be kept after all
    if (gone.length > 0) await this.ports.store.remove(gone.map(([id]) => id));
  }

  #running(): readonly Audit[] {
    return [...this.#audits.values()].filter(({ session }) => session.state !== 'finished');
  }

  async #take(audit: Audit, tabId: number, step: AuditStep): Promise<void> {
    const { now } = this.ports;
    const { session } = audit;
    switch (step.kind) {
      case 'pause':
        return this.#change(audit, pause(session));
      case 'resume':
        return this.#change(audit, resume(session));
      case 'finish':
        return this.#change(audit, finish(session, now()));
      case 'scenario':
        return this.#change(audit, setScenario(session, step.scenario));
      case 'judge':
        return this.#change(audit, judge(session, step.key, step.judgement));
      case 'draft':
        await audit.policy.use(step.draft);
        this.#keep(audit);
        return this.#readPolicy(audit, tabId, false);
      default:
        return this.#readPolicy(audit, tabId, step.kind === 'look-again');
    }
  }

  /** What a step does in the tab; `null` for one that does nothing there. */
  async #act({ kind }: AuditStep, tabId: number, site: string): Promise<boolean | null> {
    const { clean, reload, openPrivate } = this.ports;
    const act = { clean, reload, 'open-private': openPrivate };
    return kind in act ? act[kind as keyof typeof act](tabId, site) : null;
  }

  async #takeIn(audit: Audit): Promise<void> {
    if (audit.session.state === 'finished') return;
    const seen = await this.ports.observe(audit.session);
    this.#change(audit, takeIn(audit.session, seen));
  }

  async #readPolicy({ policy, session }: Audit, tabId: number, isFresh: boolean): Promise<void> {
    const { site, isPrivate } = session;
    const of = { site, isPrivate, url: urlOf(session), isLive: session.source === 'browser' };
    if (await policy.read(of, tabId, isFresh)) policy.onchange();
  }

  #report({ session, policy }: Audit): AuditReport {
    return auditReport(session, policy.state, this.ports.catalogue, this.ports.now(), policy.page);
  }

  #begin(id: string): Audit {
    return this.#add(id, beginSession(siteOfAudit(id), 'browser', this.ports.now(), isPrivateId(id)));
  }

  #add(id: string, session: AuditSession): Audit {
    // The time, so that no revision of an earlier life of the background comes again.
    const revision = this.ports.now();
    const policy = new AuditPolicy(this.ports, () => (audit.revision += 1));
    const audit: Audit = { id, session, revision, policy, issues: [], kept: Promise.resolve(true) };
    this.#audits.set(id, audit);
    return audit;
  }

  /** From now on: pages that were there before are no part of it. */
  #renew(audit: Audit): void {
    const { session } = audit;
    const known = session.visits.map(({ documentId }) => documentId);
    const ignored = [...session.ignored, ...known];
    const total = isCompleteRun(session) ? this.#report(audit).total : null;
    const earlierRun = asEarlierRun(session, total) ?? session.earlierRun;
    this.#change(audit, {
      ...beginSession(session.site, 'browser', this.ports.now(), session.isPrivate),
      ignored,
      earlierRun,
    });
  }

  #change(audit: Audit, session: AuditSession): void {
    if (JSON.stringify(session) === JSON.stringify(audit.session)) return;
    audit.session = session;
    audit.revision += 1;
    this.#keep(audit);
  }

  #keep(audit: Audit): void {
    const { id, session, policy } = audit;
    if (this.#audits.get(id) !== audit) return; // it went with its private window
    audit.kept = this.ports.store.write(id, { ...fitSession(session, mostKept), draft: policy.draft }).then(
      () => true,
      () => false, // said in the answer; in memory it goes on
    );
  }

  async #restore(): Promise<void> {
    try {
      for (const [id, kept] of Object.entries(await this.ports.store.read())) {
        if (!isKeptSession(kept, id)) continue;
        const { draft, ...session } = kept;
        this.#add(id, session).policy.restore(draft);
      }
    } catch {
      // what cannot be read is begun anew; the pages' own ledgers say what they may have missed
    }
  }
}

function urlOf({ visits, site }: AuditSession): string {
  return visits[0]?.observation.url ?? `https://${site}/`;
}
