import type { AuditSession } from '../../../lib/audit/audit-session';
import type { AuditAnswer, AuditStep } from '../../../lib/audit/audit-step';
import { type AuditPorts, AuditService } from '../../../lib/browser/audit-service';
import type { Observation } from '../../../lib/observation/observation';
import type { Draft } from '../../../lib/policy/fetch-draft';
import type { PolicyPage } from '../../../lib/policy/policy-page';
import { cleanShopPolicy } from '../../fixtures/observations/clean-shop';
import { contact, noon, observation } from '../../fixtures/observations/make';
import { stateOf } from '../../fixtures/observations/read-policy';
import { testCatalogue } from '../../fixtures/observations/test-catalogue';

/** A browser with tabs and session storage that outlive the background. */
export class FakeBrowser {
  now = noon;
  seen: Observation[] = [];
  /** What each look waits for. */
  slow = Promise.resolve();
  shown: { site: string; isPrivate: boolean } | null = { site: 'shop.example', isPrivate: false };
  readonly kept = new Map<string, AuditSession>();
  isFull = false;
  readonly asked: number[] = [];
  policyPage = (url: string): Promise<PolicyPage> => Promise.resolve({ kind: 'failed', url, failure: 'not-found' });
  drafts: Record<string, Draft> = {};

  start(): AuditService {
    const ports: AuditPorts = {
      catalogue: testCatalogue,
      now: () => (this.now += 1),
      pageOf: () => Promise.resolve(this.shown),
      sitesOf: () => (this.shown === null ? [] : [this.shown.site]),
      readConsent: (tabId) => {
        this.asked.push(tabId);
        return Promise.resolve();
      },
      observe: async (of) => {
        await this.slow;
        return this.seen.filter(({ host, isPrivate }) => host === of.site && isPrivate === of.isPrivate);
      },
      policy: ({ site }) => Promise.resolve(stateOf(cleanShopPolicy, site)),
      policyPage: (url) => this.policyPage(url),
      draftAt: (url) => Promise.resolve(this.drafts[url] ?? { kind: 'failed', url, failure: 'network' }),
      clean: () => Promise.resolve(this.shown !== null),
      reload: () => Promise.resolve(this.shown !== null),
      openPrivate: () => Promise.resolve(this.shown !== null),
      sha256: () => Promise.resolve('0'.repeat(64)),
      store: {
        read: () => Promise.resolve(Object.fromEntries(this.kept)),
        write: (id, session) => {
          if (this.isFull) return Promise.reject(new Error('full'));
          this.kept.set(id, session);
          return Promise.resolve();
        },
        remove: (ids) => {
          for (const id of ids) this.kept.delete(id);
          return Promise.resolve();
        },
      },
    };
    return new AuditService(ports);
  }
}

export type Shown = Extract<AuditAnswer, { kind: 'audit' }>;

export async function take(service: AuditService, step: AuditStep, id: string | null = null, seen = 0): Promise<Shown> {
  const answer = await service.step(1, id, seen, step);
  if (answer.kind !== 'audit') throw new Error(`no audit: ${answer.kind}`);
  return answer;
}

export const look = { kind: 'look' } as const;
export const page = (documentId: string, parts: Partial<Observation> = {}) =>
  observation('shop.example', { documentId, ...parts });
export const tracker = page('D1', { contacts: [contact({ host: 'track.nobody.example' })] });
export const pagesOf = ({ report }: Shown) => report?.pages.length ?? null;
