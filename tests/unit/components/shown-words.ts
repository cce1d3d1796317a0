import type { Translate } from '../../../lib/words/translate';
import { describeCountry } from '../../../lib/words/describe-country';
import { describePeriod, describeSeconds } from '../../../lib/words/describe-duration';
import { describeDate } from '../../../lib/words/describe-time';
import { term } from '../../../lib/words/term';
import type { TermKind } from '../../../lib/words/term';

/** One value of the policy JSON that people must be able to find, and any of the texts that show it. */
export interface ShownValue {
  readonly pointer: string;
  readonly value: unknown;
  readonly anyOf: readonly string[];
}

const kinds: readonly (readonly [RegExp, TermKind])[] = [
  [/\/purposes\/\d+$/, 'purpose'],
  [/\/data\/\d+$/, 'data'],
  [/\/measures\/\d+\/type$|\/supplementary\/\d+\/type$/, 'measure'],
  [/\/choices\/\d+\/type$/, 'choice'],
  [/\/storage\/\d+\/type$/, 'storage'],
  [/\/category$/, 'category'],
  [/\/kind$/, 'kind'],
  [/\/role$/, 'role'],
  [/\/article$/, 'article'],
  [/\/observable$/, 'observable'],
  [/\/load$/, 'load'],
  [/\/certainty$/, 'certainty'],
  [/\/adequacyDecision$/, 'adequacy'],
  [/\/sccDecision$/, 'clauses'],
  [/\/way$/, 'way'],
  [/\/from$/, 'from'],
  [/\/gpc$/, 'gpc'],
  [/^\/status$/, 'status'],
  [/^\/rights\/\d+\/id$/, 'right'],
  [/\/basis$/, 'basis'],
  [/\/bases\/\d+$/, 'tbasis'],
];

/** Every leaf of a policy file with the ways in which a report may show it: word for word, or by its words. */
export function shownValues(t: Translate, file: unknown, nameOf: (id: string) => string): readonly ShownValue[] {
  return leaves(file, '').map(({ pointer, value }) => ({ pointer, value, anyOf: waysOf(t, pointer, value, nameOf) }));
}

function waysOf(t: Translate, pointer: string, value: unknown, nameOf: (id: string) => string): readonly string[] {
  if (typeof value !== 'string') return [wordsOfPlainValue(t, pointer, value)];
  const kind = kinds.find(([pattern]) => pattern.test(pointer))?.[1];
  const ways = [value, value.replaceAll(/\s/g, ' ')];
  if (kind !== undefined) return [term(t, kind, value), ...(kind === 'right' ? [] : [value])];
  if (/\/(country|locations\/\d+)$/.test(pointer)) return [describeCountry(t, value)];
  if (/\/(period|periodMax)$/.test(pointer)) return [describePeriod(t, value)];
  if (/\/(updated|policyDate|validFrom|date)$/.test(pointer)) return [describeDate(t, value)];
  if (/\/ids\/\d+$/.test(pointer) && value === '*') return [t('choice_for_any_id')];
  if (/\/domains\/\d+$/.test(pointer) && value === '*') return [t('storage_own_host')];
  if (/\/(processors|loads)\/\d+$/.test(pointer)) return [nameOf(value)];
  return ways;
}

function wordsOfPlainValue(t: Translate, pointer: string, value: unknown): string {
  if (Array.isArray(value)) return t('stated_none');
  if (value === null) return pointer.endsWith('maxAgeSeconds') ? t('storage_no_end') : t('about_policy_date_none');
  if (typeof value === 'number') {
    if (!pointer.endsWith('maxAgeSeconds')) return String(value);
    return value === 0 ? t('storage_session') : describeSeconds(t, value);
  }
  const member = pointer.slice(pointer.lastIndexOf('/') + 1);
  const words = booleans[member]?.[value === true ? 0 : 1];
  if (words === undefined) throw new Error(`No words are known for ${pointer}.`);
  return t(words);
}

const booleans: Readonly<Record<string, readonly [Parameters<Translate>[0], Parameters<Translate>[0]]>> = {
  concluded: ['contract_concluded', 'contract_not_concluded'],
  free: ['right_free', 'right_not_free'],
  voluntary: ['consent_voluntary', 'provision_not_voluntary'],
  complete: ['disclosure_complete', 'disclosure_not_complete'],
  required: ['required_yes', 'required_no'],
  cookieRefresh: ['storage_refreshed', 'storage_not_refreshed'],
  optOut: ['storage_opt_out', 'storage_not_opt_out'],
  consentRequired: ['storage_consent', 'storage_no_consent'],
  inUse: ['automated_yes', 'automated_no'],
};

function leaves(node: unknown, pointer: string): readonly { readonly pointer: string; readonly value: unknown }[] {
  if (typeof node !== 'object' || node === null) return [{ pointer, value: node }];
  const entries = Object.entries(node);
  if (entries.length === 0) return [{ pointer, value: node }];
  return entries.flatMap(([name, value]) => leaves(value, `${pointer}/${name}`));
}
