import type { Evidence } from '../comparison/site-report';
import { describeCountry } from './describe-country';
import { describeSeconds } from './describe-duration';
import { describeList } from './describe-list';
import { describeMoment } from './describe-time';
import { term } from './term';
import type { Translate } from './translate';

/** Evidence of a finding that is told in one line each: what the policy states, and what was seen. */
export interface EvidenceLines {
  readonly declared: readonly string[];
  readonly seen: readonly string[];
}

/** The lines; contacts, cookies, forms, other places of the policy and doubts are shown in their own ways. */
export function describeEvidence(t: Translate, evidence: readonly Evidence[]): EvidenceLines {
  return {
    declared: evidence.flatMap((it) => declaredLine(t, it) ?? []),
    seen: evidence.flatMap((it) => seenLine(t, it) ?? []),
  };
}

function declaredLine(t: Translate, evidence: Evidence): string | null {
  if (evidence.kind === 'declared-lifetime') {
    const { seconds } = evidence;
    return seconds === 0 ? t('storage_session') : t('storage_lasts', describeSeconds(t, seconds));
  }
  if (evidence.kind !== 'declared-countries') return null;
  const names = evidence.countries.map((code) => describeCountry(t, code));
  return names.length === 0 ? t('stated_none') : t('evidence_locations', describeList(t, names, 'and'));
}

function seenLine(t: Translate, evidence: Evidence): string | null {
  if (evidence.kind === 'text') return evidence.text;
  if (evidence.kind === 'run') return t.count('evidence_run', evidence.pages, describeMoment(t, evidence.startedAt));
  if (evidence.kind === 'store') {
    const { kind, keys } = evidence.store;
    return t('evidence_names', term(t, 'store', kind), keys.join(', '));
  }
  if (evidence.kind !== 'region') return null;
  const { region, readFrom } = evidence;
  return t('evidence_region', readFrom, region.code, region.place, describeCountry(t, region.country));
}
