import { type Choice, choiceOf, notTold, stillAsked } from './choice';
import type { ConsentToolId } from './consent-cookies-table';
import * as json from './json-cookie-readers';
import { choiceInTcString } from './tcf';

/** Values of a tool's cookies by name, percent signs resolved. They are read and dropped; nothing here keeps one. */
export type CookieValues = ReadonlyMap<string, string>;

type Reader = (values: CookieValues) => Choice | null;

/**
 * What each tool's cookies say of the choice; `null` where the value has another form than we know.
 *
 * What is necessary is left out of the answers. Where a value does not tell which entries are necessary (Klaro, groups
 * a site made itself), a refusal reads as accepted in part: then nothing is held against the site.
 */
export const cookieReaders: Readonly<Record<ConsentToolId, Reader>> = {
  tcf: first(choiceInTcString),
  onetrust,
  cookiebot: first(cookiebot),
  borlabs: first(json.borlabs),
  cookieyes: first(cookieyes),
  'cookie-law-info': cookieLawInfo,
  complianz,
  klaro: first(json.answersOf),
  iubenda: first(json.iubenda),
  didomi: named('didomi_token', json.didomi),
  osano: () => notTold, // kept unreadable
  cookieconsent: first(cookieconsent),
  trustarc,
  cookiefirst: first((value) => json.answersOf(value, ['necessary', 'timestamp', 'type', 'version'])),
  'real-cookie-banner': () => notTold, // groups by number: which is necessary is not told
  consentmanager,
  'funding-choices': named('FCCDCF', json.fundingChoices),
  'cc-cookie': first(json.ccCookie),
  tarteaucitron: first(tarteaucitron),
  'cookie-notice': first((value) => (/^(true|false)$/i.test(value) ? choiceOf([/^t/i.test(value)]) : null)),
  moove: first(json.moove),
  'cookie-script': first(json.cookieScript),
  axeptio: named('axeptio_cookies', json.axeptio),
  civic: first(json.civic),
  'piwik-pro': first(json.piwikPro),
};

/** The first value of the tool that can be read. */
function first(read: (value: string) => Choice | null): Reader {
  return (values) => [...values.values()].map((value) => read(value)).find((choice) => choice !== null) ?? null;
}

function named(name: string, read: (value: string) => Choice | null): Reader {
  return (values) => {
    const value = values.get(name);
    return value === undefined ? notTold : read(value);
  };
}

/**
 * `groups=C0001:1,C0002:0`; the second cookie is set when the banner was answered. Without it, groups that are off
 * show that the site asks first; all groups on is a region where it does not ask.
 */
function onetrust(values: CookieValues): Choice | null {
  const stored = values.get('OptanonConsent') ?? '';
  const [, list = ''] = /(?:^|&)groups=([^&]*)/.exec(stored.slice(0, maxLength)) ?? [];
  const groups = [...list.matchAll(/\b([A-Za-z0-9_]{1,40}):([01])\b/g)];
  const answers = groups.filter(([, id]) => id !== 'C0001' && id !== '1').map(([, , answer]) => answer === '1');
  const wasClosed = /^\d{4}-\d\d-/.test(values.get('OptanonAlertBoxClosed') ?? '');
  if (/\bAwaitingReconsent=true\b/.test(stored)) return stillAsked;
  if (wasClosed) return choiceOf(answers);
  // Where the browser asks for privacy, groups may be off in regions where nobody is asked.
  if (/\bisGpcEnabled=1\b/.test(stored)) return notTold;
  return answers.includes(false) ? stillAsked : notTold;
}

/** `{stamp:'…',necessary:true,preferences:false,…,method:'explicit'}`; `-1` and `implied`: nobody was asked here. */
function cookiebot(value: string): Choice | null {
  if (value === '-1' || /\bmethod:'implied'|\bstamp:'-1'/.test(value)) return notTold;
  if (!value.includes("stamp:'")) return null; // others use this name too
  return choiceOf([...value.matchAll(/\b(?:preferences|statistics|marketing):(true|false)\b/g)].map(isTrue));
}

/** `consentid:…,consent:no,action:yes,necessary:yes,functional:no,…`; without `action` it was not answered. */
function cookieyes(value: string): Choice | null {
  const pairs = new Map(value.slice(0, maxLength).split(',').map(pairOf));
  if (!pairs.has('action')) return null;
  const kinds = ['functional', 'analytics', 'performance', 'advertisement', 'other'].map((kind) => pairs.get(kind));
  if (pairs.get('action') === 'yes') return choiceOf(kinds.filter((it) => it).map((it) => it === 'yes'));
  return kinds.every((it) => it === undefined || it === 'yes') ? notTold : stillAsked;
}

/** The boxes are set before anyone was asked; only `viewed_cookie_policy` is an answer. */
function cookieLawInfo(values: CookieValues): Choice | null {
  const answer = values.get('viewed_cookie_policy');
  if (answer === 'no') return choiceOf([false]);
  if (answer !== 'yes') return notTold;
  const boxes = [...values].filter(
    ([name]) => name.startsWith('cookielawinfo-') && name !== 'cookielawinfo-checkbox-necessary',
  );
  return choiceOf(boxes.length === 0 ? [true] : boxes.map(([, value]) => value === 'yes'));
}

function complianz(values: CookieValues): Choice | null {
  if (values.get('cmplz_banner-status') !== 'dismissed') return notTold;
  const kinds = ['cmplz_preferences', 'cmplz_statistics', 'cmplz_marketing'].map((name) => values.get(name));
  return choiceOf(kinds.filter((it) => it === 'allow' || it === 'deny').map((it) => it === 'allow'));
}

/** `dismiss` is the answer to a mere notice. */
function cookieconsent(value: string): Choice | null {
  if (value === 'allow' || value === 'deny') return choiceOf([value === 'allow']);
  return value === 'dismiss' ? notTold : null;
}

/** `0,1,2:` or `0|1|2:` are the allowed levels, 0 what is necessary; `:implied` where nobody was asked. */
function trustarc(values: CookieValues): Choice | null {
  const stored = values.get('notice_gdpr_prefs');
  if (stored === undefined) return notTold;
  if (/:implied\b/.test(stored)) return notTold;
  const [, levels] = /^([0-3](?:[,|][0-3]){0,3}):/.exec(stored) ?? [];
  return levels === undefined ? null : choiceOf([levels.includes('1'), levels.includes('2')]);
}

/** The consent string of one of them; the others list purposes without saying what was asked. */
function consentmanager(values: CookieValues): Choice | null {
  const strings = [...values].filter(([name]) => name.startsWith('__cmpconsent')).map(([, value]) => value);
  return strings.map(choiceInTcString).find((choice) => choice !== null) ?? notTold;
}

/**
 * `!gtag=true!youtube=wait`; an entry that starts otherwise (`!id=…`) is no service. While one waits, the others may
 * have been answered by the tool itself.
 */
function tarteaucitron(value: string): Choice | null {
  const answers = [...value.slice(0, maxLength).matchAll(/![^!=]{1,80}=(true|false|wait)(?=!|$)/g)];
  if (answers.length === 0) return null;
  const given = answers.filter(([, answer]) => answer !== 'wait');
  if (given.length === 0) return stillAsked;
  return given.length < answers.length ? notTold : choiceOf(given.map(isTrue));
}

/** A cookie holds 4 kB; nothing longer is one. */
const maxLength = 8192;

function isTrue([, answer]: RegExpMatchArray): boolean {
  return answer === 'true';
}

function pairOf(pair: string): [string, string] {
  const at = pair.indexOf(':');
  return at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
}
