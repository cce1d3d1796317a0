import type { TabReport } from '../../../lib/comparison/site-report';
import type { OptOutReport } from '../../../lib/opt-out/opt-out';
import { optOut } from '../../fixtures/opt-out';

const cookie = (name: string, partition: string | null = null) => ({ name, domain: 'cloudops.example', partition });
const leaks = [
  { reason: 'foreign-frame', hits: 3, host: 'region1.google-analytics.com', frame: 'embed.example' },
  { reason: 'own-host', hits: 2, host: 'metrics.cloudops.example', frame: null },
  { reason: 'other-product', hits: 1, host: 'stats.g.doubleclick.net', frame: null },
] as const;

/** What the section on Google Analytics can look like, by name; each over the same report. */
export function optOutStates(base: TabReport): Readonly<Record<string, TabReport>> {
  const shown = (more: Partial<OptOutReport>): TabReport =>
    base.kind === 'report' ? { kind: 'report', report: { ...base.report, optOut: optOut(more) } } : base;
  return {
    'opt-out-off': shown({
      on: null,
      cookieIds: [],
      proof: { kind: 'off', hits: 3, hasTag: true },
      deletable: [cookie('_ga'), cookie('_ga_DEMO000001'), cookie('_gid', 'cloudops.example')],
    }),
    'opt-out-proven': shown({}),
    'opt-out-reload': shown({ proof: { kind: 'reload-to-prove' }, deletable: [cookie('_ga')] }),
    'opt-out-leaking': shown({ proof: { kind: 'not-effective', hits: 6, leaks }, cookieIds: [], faults: ['cookie'] }),
    'opt-out-blocking': shown({
      on: 'everywhere',
      everywhere: true,
      blocking: 'hits-and-tag',
      held: 4,
      proof: { kind: 'proven', since: Date.UTC(2026, 10, 22, 12), tag: 'stopped' },
    }),
    'opt-out-exception': shown({
      on: null,
      everywhere: true,
      isException: true,
      proof: { kind: 'off', hits: 2, hasTag: true },
    }),
    'opt-out-private': shown({ on: null, use: 'private-window', proof: { kind: 'off', hits: 2, hasTag: true } }),
    'opt-out-failed': shown({ proof: { kind: 'not-switched' }, faults: ['script', 'storage'] }),
  };
}
