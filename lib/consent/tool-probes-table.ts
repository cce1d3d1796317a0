import { type Choice, choiceOf, notTold, stillAsked } from './choice';

/** What was found at one path: a truth, nothing of the kind, or one of these for each entry of a list. */
export type Found = boolean | null | readonly (boolean | null)[];

/**
 * A consent tool by its own object in the page, and what to read of it.
 *
 * A path has steps with dots between: a member, `name()` for what a function without arguments answers, `name[]` for
 * each entry of a list; `=text` at its end asks whether that text is there.
 */
export interface ToolProbe {
  readonly manager: string;
  /** The name of its object or function in the page. */
  readonly global: string;
  readonly paths: readonly string[];
  /** What is found, one entry for each path. */
  readonly read: (found: readonly Found[]) => Choice;
}

const present = (manager: string, global: string): ToolProbe => ({ manager, global, paths: [], read: () => notTold });

/**
 * As the tools' makers document their objects, read 2026-11-22: OneTrust and Didomi say only whether the answer is
 * there. Where nothing is read, the object names the tool and no more.
 *
 * Sources: https://developer.onetrust.com/onetrust/docs · https://www.cookiebot.com/en/developer/ ·
 * https://usercentrics.com/docs/web/features/api/control-functionality/ ·
 * https://developers.didomi.io/cmp/web-sdk/reference/api ·
 * https://www.cookieyes.com/documentation/retrieving-consent-data-using-api-getckyconsent/
 */
export const toolProbes: readonly ToolProbe[] = [
  {
    manager: 'OneTrust',
    global: 'OneTrust',
    paths: ['IsAlertBoxClosed()', 'GetDomainData().ShowAlertNotice'],
    // In a region where it does not ask, nothing is closed and nothing is shown.
    read: ([isClosed, isShown]) => (isClosed === false && isShown !== false ? stillAsked : notTold),
  },
  {
    manager: 'Cookiebot',
    global: 'Cookiebot',
    paths: ['hasResponse', 'consent.method=implied', 'consent.preferences', 'consent.statistics', 'consent.marketing'],
    read: ([hasAnswer, isImplied, ...answers]) => answered(isImplied === true ? null : hasAnswer, answers),
  },
  {
    manager: 'Usercentrics',
    global: 'UC_UI',
    paths: [
      'isInitialized()',
      'isConsentRequired()',
      'getServicesBaseInfo()[].isEssential',
      'getServicesBaseInfo()[].consent.status',
    ],
    read: ([isReady, isAsking, essential = [], status = []]) => {
      if (isReady !== true || typeof isAsking !== 'boolean') return notTold;
      const isEssential = listOf(essential);
      return answered(
        !isAsking,
        listOf(status).filter((_, at) => isEssential[at] === false),
      );
    },
  },
  {
    manager: 'Didomi',
    global: 'Didomi',
    paths: ['shouldUserStatusBeCollected()'],
    read: ([isAsking]) => (isAsking === true ? stillAsked : notTold),
  },
  {
    manager: 'CookieYes',
    global: 'getCkyConsent',
    paths: [
      '().isUserActionCompleted',
      '().categories.functional',
      '().categories.analytics',
      '().categories.performance',
      '().categories.advertisement',
    ],
    read: ([hasAnswer, ...answers]) => answered(hasAnswer, answers),
  },
  present('Klaro', 'klaro'),
  present('tarteaucitron', 'tarteaucitron'),
  present('CookieFirst', 'CookieFirst'),
  present('Osano', 'Osano'),
  present('TrustArc', 'truste'),
  present('iubenda', '_iub'),
  present('Borlabs Cookie', 'BorlabsCookie'),
  present('Complianz', 'complianz'),
  present('Axeptio', 'axeptioSDK'),
  present('CookieScript', 'CookieScript'),
  present('Google Privacy & messaging', 'googlefc'),
];

function answered(hasAnswer: Found | undefined, answers: readonly Found[]): Choice {
  if (hasAnswer === false) return stillAsked;
  return hasAnswer === true ? choiceOf(answers.filter((it) => typeof it === 'boolean')) : notTold;
}

function listOf(found: Found): readonly (boolean | null)[] {
  return typeof found === 'boolean' || found === null ? [] : found;
}
