import type { SiteReport } from '../comparison/site-report';
import type { ConsentSignal, ConsentSource, ConsentState, ObservedConsent } from '../consent/consent';
import type { GpcSupport } from '../consent/gpc-support';
import { describeList } from './describe-list';
import { describeClock, describeDate } from './describe-time';
import type { MessageKey, Translate } from './translate';

/** What is said of the visitor's consent. */
export interface ConsentWords {
  readonly text: string;
  /** Global Privacy Control; `null` where no page was asked. */
  readonly gpc: string | null;
  /** What the site says of it; `null` where it says nothing or was not asked. */
  readonly gpcSupport: string | null;
  /** What told of it, oldest first. */
  readonly told: readonly ToldLine[];
}

export interface ToldLine {
  readonly when: string;
  /** Who said what. */
  readonly text: string;
  /** What was read, as it stands. */
  readonly evidence: string;
}

/** What the visitor chose, as far as the page tells; `null` where nobody could look and a notice says so already. */
export function describeConsent(t: Translate, { consent, coverage, gpcSupport }: SiteReport): ConsentWords | null {
  const { gpc, signals } = consent;
  if (coverage.kind === 'none' && gpc === null && signals.length === 0) return null;
  return {
    text: describeChoice(t, consent),
    gpc: gpc === null ? null : t(gpc ? 'seen_consent_gpc_on' : 'seen_consent_gpc_off'),
    gpcSupport: gpcSupport === undefined ? null : describeSupport(t, gpcSupport),
    told: signals.map((signal) => toldLine(t, signal)),
  };
}

function describeSupport(t: Translate, { heeds, asOf }: GpcSupport): string {
  const sentence = t(heeds ? 'seen_consent_gpc_site_heeds' : 'seen_consent_gpc_site_heeds_not');
  return asOf === null ? sentence : `${sentence} ${t('seen_consent_gpc_site_as_of', describeDate(t, asOf))}`;
}

/** One sentence on the choice. */
export function describeChoice(t: Translate, { state, isPartial, managers, signals, gpc }: ObservedConsent): string {
  const told = managers.filter((manager) => signals.findLast((it) => it.manager === manager)?.state === state);
  const asking = told.length > 0 ? told : managers;
  const names = describeList(t, managers, 'and');
  switch (state) {
    case 'before-choice':
      if (asking.length > 0)
        return t.count('seen_consent_before_choice', asking.length, describeList(t, asking, 'and'));
      return t(isOnlyGoogle(signals) ? 'seen_consent_before_choice_google' : 'seen_consent_before_choice_unnamed');
    case 'refused':
      return t(isOnlyGoogle(signals) ? 'seen_consent_refused_google' : 'seen_consent_refused');
    case 'accepted':
      if (isOnlyGoogle(signals)) return t('seen_consent_accepted_google');
      return t(isPartial ? 'seen_consent_partly_accepted' : 'seen_consent_accepted');
    case 'unknown':
      if (signals.some((signal) => signal.state !== 'unknown')) return t('seen_consent_contradictory');
      if (managers.length > 0) return t('seen_consent_unclear', names);
      if (signals.length > 0) return t('seen_consent_unclear_unnamed');
      return t(gpc === null ? 'seen_consent_not_looked' : 'seen_consent_no_tool');
  }
}

function isOnlyGoogle(signals: readonly ConsentSignal[]): boolean {
  const telling = signals.filter(({ state }) => state !== 'unknown');
  return telling.length > 0 && telling.every(({ source }) => source === 'google-consent-mode');
}

const sources = {
  tcf: 'seen_consent_by_tcf',
  'google-consent-mode': 'seen_consent_by_google',
  cookie: 'seen_consent_by_cookie',
  page: 'seen_consent_by_page',
} as const satisfies Record<ConsentSource, MessageKey>;

const states = {
  'before-choice': 'seen_consent_state_before_choice',
  accepted: 'seen_consent_state_accepted',
  refused: 'seen_consent_state_refused',
  unknown: 'seen_consent_state_unknown',
} as const satisfies Record<ConsentState, MessageKey>;

function toldLine(t: Translate, { state, isPartial, source, manager, evidence, since, at }: ConsentSignal): ToldLine {
  const said = t(isPartial ? 'seen_consent_state_partly_accepted' : states[state]);
  const who = manager === null ? t(sources[source]) : t('seen_consent_by_manager', t(sources[source]), manager);
  const isNews = state === 'accepted' || state === 'refused';
  return {
    when: since === 'page-start' && isNews ? t('seen_consent_since_start') : describeClock(t, at),
    text: t('seen_consent_told', who, said),
    evidence,
  };
}
