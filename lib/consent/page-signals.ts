import * as v from 'valibot';
import { type Choice, notTold, stillAsked } from './choice';
import type { ConsentSignal } from './consent';
import { choiceOfLetters } from './google-consent';
import { choiceInTcString } from './tcf';
import { type Found, type ToolProbe, toolProbes } from './tool-probes-table';

/** What a page was found to say of consent. */
export interface PageConsent {
  /** The strongest source first. */
  readonly signals: readonly ConsentSignal[];
  /** Global Privacy Control as the browser tells it to this page. */
  readonly gpc: boolean | null;
}

/**
 * What the scripts that looked into a page brought back, read at `at`; `null` where it is of another form. The page can
 * make it up wholly, so every part has a closed form: no text of the page's own gets through.
 *
 * Source: IAB Tech Lab, Consent Management Platform API v2,
 * https://github.com/InteractiveAdvertisingBureau/GDPR-Transparency-and-Consent-Framework, read 2026-11-22.
 */
export function parsePageConsent(answer: unknown, at: number): PageConsent | null {
  const parsed = v.safeParse(answerSchema, answer);
  if (!parsed.success) return null;
  const { gpc, tcf, tools, google } = parsed.output;
  const present = toolProbes.flatMap((probe, place) => {
    const found = tools[place] ?? null;
    return found === null ? [] : [{ probe, found }];
  });
  const [only, ...others] = present;
  const manager = others.length === 0 ? (only?.probe.manager ?? null) : null;
  const told: readonly (Told | null)[] = [
    tcf === null ? null : tcfSignal(tcf, manager),
    ...present.map(({ probe, found }) => toolSignal(probe, found)),
    google === null ? null : googleSignal(google),
  ];
  return { signals: told.filter((it) => it !== null).map((it) => ({ ...it, at })), gpc };
}

const maybe = v.nullable(v.boolean());
const word = v.picklist(['granted', 'denied', '']);
const kinds = v.tuple([word, word, word, word]);

const tcfSchema = v.object({
  isLoaded: v.boolean(),
  isShown: v.boolean(),
  gdprApplies: maybe,
  event: v.picklist(['tcloaded', 'cmpuishown', 'useractioncomplete', '']),
  tcString: v.pipe(v.string(), v.maxLength(8192)),
});
const googleSchema = v.object({ default: kinds, update: kinds });
const answerSchema = v.object({
  gpc: v.boolean(),
  tcf: v.nullable(tcfSchema),
  /** One entry for each of `toolProbes`, in their order; `null` where the object is not there. */
  tools: v.pipe(
    v.array(v.nullable(v.pipe(v.array(v.union([maybe, v.pipe(v.array(maybe), v.maxLength(2000))])), v.maxLength(10)))),
    v.length(toolProbes.length),
  ),
  google: v.nullable(googleSchema),
});

type Told = Omit<ConsentSignal, 'at'>;

function tcfSignal(tcf: v.InferOutput<typeof tcfSchema>, manager: string | null): Told {
  const says = (choice: Choice, what: string, since: Told['since'] = 'page-start'): Told => {
    return { ...choice, source: 'tcf', manager, evidence: `__tcfapi ${what}`, since };
  };
  if (!tcf.isLoaded) return says(notTold, 'stub');
  if (tcf.gdprApplies === false) return says(notTold, 'gdprApplies=false');
  const choice = choiceInTcString(tcf.tcString);
  if (tcf.event === 'tcloaded') return says(choice ?? notTold, tcf.event);
  if (tcf.event === 'useractioncomplete') return says(choice ?? notTold, tcf.event, 'now');
  if (tcf.event !== 'cmpuishown') return says(tcf.isShown ? stillAsked : notTold, tcf.isShown ? 'visible' : 'ping');
  // While it asks, a string has no consent in it, unless an earlier answer stands until there is a new one.
  return choice?.state === 'accepted' ? says(choice, tcf.event, 'now') : says(stillAsked, tcf.event);
}

/** A tool's own word that it has its answer holds now: when it was given is not told. */
function toolSignal({ manager, global, read }: ToolProbe, found: readonly Found[]): Told {
  const choice = read(found);
  const since = choice.state === 'before-choice' ? 'page-start' : 'now';
  return { ...choice, source: 'page', manager, evidence: global, since };
}

/** The page's calls `gtag('consent', …)`, as the letters in which hits tell the same. */
function googleSignal(google: v.InferOutput<typeof googleSchema>): Told | null {
  const letters = google.default.map((byDefault, kind) => letterOf(byDefault, google.update[kind] ?? '')).join('');
  const choice = choiceOfLetters(letters);
  if (choice.state === 'unknown') return null;
  const since = choice.state === 'before-choice' ? 'page-start' : 'now';
  return { ...choice, source: 'google-consent-mode', manager: null, evidence: `dataLayer ${letters}`, since };
}

type Word = v.InferOutput<typeof word>;

function letterOf(byDefault: Word, update: Word): string {
  const letters = {
    '': { '': 'l', denied: 'm', granted: 'n' },
    denied: { '': 'p', denied: 'q', granted: 'r' },
    granted: { '': 't', denied: 'u', granted: 'v' },
  } as const;
  return letters[byDefault][update];
}
