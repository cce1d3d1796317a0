import type { DeviceStorage, Processor, Retention } from '../policy/schema';
import { describePeriod, describeSeconds } from './describe-duration';
import { describeList } from './describe-list';
import { term } from './term';
import type { Translate } from './translate';

/** How long, as one line: `6 to 10 years`, `6 months`; `null` where only criteria are given. */
export function describeRetention(t: Translate, retention: Retention): string | null {
  const { period, periodMax } = retention;
  if (period !== undefined && periodMax !== undefined) {
    return t('retention_range', describePeriod(t, period), describePeriod(t, periodMax));
  }
  const only = period ?? periodMax;
  return only === undefined ? null : describePeriod(t, only);
}

/** What is declared of one stored item, besides its name and description. */
export function describeStorage(t: Translate, storage: DeviceStorage): readonly string[] {
  const { maxAgeSeconds, cookieRefresh, domains, optOut, consentRequired } = storage;
  const parts: string[] = [term(t, 'storage', storage.type)];
  if (maxAgeSeconds === null) parts.push(t('storage_no_end'));
  else if (maxAgeSeconds === 0) parts.push(t('storage_session'));
  else if (maxAgeSeconds !== undefined) parts.push(t('storage_lasts', describeSeconds(t, maxAgeSeconds)));
  if (cookieRefresh !== undefined) parts.push(t(cookieRefresh ? 'storage_refreshed' : 'storage_not_refreshed'));
  if (domains !== undefined && domains.length > 0) {
    const hosts = domains.map((host) => (host === '*' ? t('storage_own_host') : host));
    parts.push(t('storage_on', describeList(t, hosts)));
  }
  if (optOut !== undefined) parts.push(t(optOut ? 'storage_opt_out' : 'storage_not_opt_out'));
  if (consentRequired !== undefined) parts.push(t(consentRequired ? 'storage_consent' : 'storage_no_consent'));
  return parts;
}

/** What a processor is for, short: its kind in one word, else the policy's words, else its purposes. */
export function describePurpose(t: Translate, processor: Processor): string | null {
  if (processor.category !== undefined) return term(t, 'category', processor.category);
  if (processor.purposeText !== undefined) return processor.purposeText;
  return processor.purposes === undefined || processor.purposes.length === 0
    ? null
    : describeList(
        t,
        processor.purposes.map((purpose) => term(t, 'purpose', purpose)),
      );
}
