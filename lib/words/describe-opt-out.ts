import type { SiteReport } from '../comparison/site-report';
import type { Coverage } from '../observation/observation';
import { analyticsId } from '../opt-out/analytics-contacts';
import type { Leak, LeakReason, OptOutFault, OptOutReport } from '../opt-out/opt-out';
import { describeArticle } from './describe-article';
import { describeList } from './describe-list';
import { describeClock } from './describe-time';
import type { MessageKey, Translate } from './translate';

/** What is said of the opt-out from Google Analytics on one page. */
export interface OptOutWords {
  /** Where it stands, in one sentence. */
  readonly state: string;
  readonly tone: 'proven' | 'leaking' | 'plain';
  /** What left and why, the most first. */
  readonly leaks: readonly string[];
  /** What went wrong. */
  readonly faults: readonly string[];
  /** Why there are no switches; `null` where there are. */
  readonly noSwitch: string | null;
  /** What blocking kept back; `null` for nothing. */
  readonly held: string | null;
  /** Which ids have the opt-out cookie; `null` where no id is known or the site's switch is off. */
  readonly cookies: string | null;
  /** What the policy itself offers; `null` for nothing. */
  readonly offered: string | null;
  /** What a switch does not do. */
  readonly limits: readonly string[];
}

export function describeOptOut(t: Translate, report: SiteReport, optOut: OptOutReport): OptOutWords {
  const { proof, faults, use, held, on } = optOut;
  return {
    state: stateOf(t, optOut, report.coverage.kind),
    tone: proof.kind === 'proven' ? 'proven' : proof.kind === 'not-effective' ? 'leaking' : 'plain',
    leaks: proof.kind === 'not-effective' ? proof.leaks.map((leak) => describeLeak(t, leak)) : [],
    faults: faults.map((fault) => t(faultSentences[fault])),
    noSwitch: use === 'possible' ? null : t(noSwitchSentences[use]),
    held: held > 0 ? t.count('opt_out_held', held) : null,
    cookies: on === 'site' ? describeCookies(t, optOut) : null,
    offered: describeOffered(t, report),
    limits: limitsOf(t, optOut),
  };
}

/**
 * Whether the section is worth its place: Google Analytics is declared or was seen, or a switch is on. Where it is not,
 * the switch for all sites is all there is to say.
 */
export function concernsAnalytics(
  { processors }: SiteReport,
  { on, everywhere, deletable, proof }: OptOutReport,
): boolean {
  const isNamed = processors.some(({ service }) => service?.id === analyticsId);
  const isSeen = proof.kind === 'off' && (proof.hasTag || proof.hits > 0);
  return isNamed || isSeen || on !== null || everywhere || deletable.length > 0;
}

function stateOf(t: Translate, { proof, isException }: OptOutReport, watched: Coverage['kind']): string {
  switch (proof.kind) {
    case 'off':
      if (isException) return t('opt_out_exception');
      if (proof.hits > 0) return t.count('opt_out_off_hits', proof.hits);
      return t((proof.hasTag ? tagSentences : noTagSentences)[watched]);
    case 'proven':
      return t(provenSentences[proof.tag], describeClock(t, proof.since));
    case 'not-effective':
      return t.count('opt_out_not_effective', proof.hits);
    default:
      return t(stateSentences[proof.kind]);
  }
}

/** Nothing was sent, as far as was watched: what was not watched is no "nothing". */
const tagSentences = { all: 'opt_out_off_tag', part: 'opt_out_off_tag_part', none: 'opt_out_off_tag_part' } as const;
const noTagSentences = { all: 'opt_out_off', part: 'opt_out_off_part', none: 'opt_out_off_none' } as const;

const provenSentences = {
  loaded: 'opt_out_proven',
  stopped: 'opt_out_proven_stopped',
  'not-seen': 'opt_out_proven_not_seen',
} as const;

const stateSentences = {
  'not-switched': 'opt_out_not_switched',
  'reload-to-prove': 'opt_out_reload_to_prove',
  'cannot-tell': 'opt_out_cannot_tell',
  'nothing-to-prove': 'opt_out_nothing_to_prove',
} as const;

const faultSentences = {
  'no-permission': 'opt_out_fault_no_permission',
  script: 'opt_out_fault_script',
  cookie: 'opt_out_fault_cookie',
  blocking: 'opt_out_fault_blocking',
  storage: 'opt_out_fault_storage',
  deletion: 'opt_out_fault_deletion',
} as const satisfies Record<OptOutFault, MessageKey>;

const noSwitchSentences = {
  'private-window': 'opt_out_private_window',
  'no-permission': 'opt_out_no_permission',
} as const;

function describeLeak(t: Translate, { reason, hits, host, frame }: Leak): string {
  const sentences = {
    'own-host': 'opt_out_leak_own_host',
    'foreign-frame': 'opt_out_leak_foreign_frame',
    worker: 'opt_out_leak_worker',
    'other-product': 'opt_out_leak_other_product',
    unknown: 'opt_out_leak_unknown',
  } as const satisfies Record<LeakReason, string>;
  return t.count(sentences[reason], hits, host, frame ?? '');
}

function describeCookies(t: Translate, { ids, cookieIds }: OptOutReport): string | null {
  if (ids.length === 0) return null;
  const list = (some: readonly string[]) => describeList(t, some, 'and');
  const missing = ids.filter((id) => !cookieIds.includes(id));
  if (missing.length === 0) return t('opt_out_cookies_all', list(ids));
  const there = ids.filter((id) => cookieIds.includes(id));
  if (there.length === 0) return t('opt_out_cookies_none', list(missing));
  return t('opt_out_cookies_some', list(there), list(missing));
}

/** The policy's own ways to stop it; they stand with all else that it says of Google Analytics. */
function describeOffered(t: Translate, { processors }: SiteReport): string | null {
  const choices = processors
    .filter(({ service }) => service?.id === analyticsId)
    .flatMap(({ declared }) => declared?.choices ?? []);
  const hasCookie = choices.some(({ type }) => type === 'opt-out-cookie');
  const hasAddOn = choices.some(({ type }) => type === 'browser-addon');
  if (hasCookie && hasAddOn) return t('opt_out_offered_both');
  if (hasCookie) return t('opt_out_offered_cookie');
  return hasAddOn ? t('opt_out_offered_addon') : null;
}

function limitsOf(t: Translate, { blocking }: OptOutReport): readonly string[] {
  const ground = t('opt_out_ground', describeArticle(t, 'A21-5') ?? '');
  return [
    t(blocking === 'hits-and-tag' ? 'opt_out_limit_blocked' : 'opt_out_limit_tag'),
    t('opt_out_limit_server'),
    t('opt_out_limit_cookie'),
    ground,
  ];
}
