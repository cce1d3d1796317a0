import type { SiteReport } from '../comparison/site-report';
import type { ObservedForm } from '../observation/observation';
import { isThisDevice } from '../party/is-local';
import { isOpenToOthers } from './is-open-to-others';
import type { Translate } from './translate';

export interface FormRow {
  readonly key: string;
  /** Host that gets what is typed. */
  readonly host: string;
  /** How many there are, and how often one was sent. */
  readonly counts: string;
  readonly notes: readonly string[];
}

export interface FormWords {
  /** Forms that send elsewhere, stand in another site's frame or are not encrypted. */
  readonly rows: readonly FormRow[];
  /** One line on all the others, or that nobody looked. */
  readonly line: string | null;
}

/** What is worth knowing of a page's forms. */
export function describeForms(t: Translate, { forms, formsRead, site }: FormsSeen): FormWords {
  const isPageEncrypted = !isOpenToOthers(site);
  const isQuiet = (form: ObservedForm) =>
    form.party === 'first-party' && form.frameOf === null && isSafe(form) && isPageEncrypted;
  const rows = forms.filter((form) => !isQuiet(form)).map((form) => rowOf(t, form, isPageEncrypted));
  if (!formsRead) return { rows, line: t('forms_not_read') };
  if (forms.length === 0) return { rows, line: t('forms_none') };
  if (rows.length === forms.length) return { rows, line: null };
  return { rows, line: t(rows.length === 0 ? 'forms_own' : 'forms_own_others') };
}

type FormsSeen = Pick<SiteReport, 'forms' | 'formsRead' | 'site'>;

/** One form by itself. */
export function describeForm(t: Translate, form: ObservedForm): FormRow {
  return rowOf(t, form, true);
}

/** Encrypted, or never leaving this device. */
function isSafe({ isEncrypted, host }: ObservedForm): boolean {
  return isEncrypted || isThisDevice(host);
}

function rowOf(t: Translate, form: ObservedForm, isPageEncrypted: boolean): FormRow {
  const { host, party, method, frameOf, inPage, sent, isEncrypted } = form;
  const counts = [
    ...(inPage > 0 ? [t.count('form_in_page', inPage)] : []),
    ...(sent > 0 ? [t.count('form_sent', sent)] : []),
  ];
  const notes = [t(party === 'third-party' ? 'form_to_other_site' : 'form_to_own_site')];
  if (frameOf !== null) notes.push(t('form_in_frame', frameOf));
  if (!isSafe(form)) notes.push(t('form_not_encrypted'));
  else if (!isPageEncrypted) notes.push(t('form_page_not_encrypted'));
  if (method === 'get') notes.push(t('form_get'));
  return {
    key: `${host} ${isEncrypted.toString()} ${method} ${frameOf ?? ''}`,
    host,
    counts: counts.join(', '),
    notes,
  };
}
