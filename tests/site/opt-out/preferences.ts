import { gtag, inline, joined } from './tags';
import type { Markup } from './tags';

/** What pages do to `_gaUserPrefs` before their tag loads; some know it from Google's add-on. */
const actions = {
  assign: 'window._gaUserPrefs = { ioo: () => false };',
  'assign-ioo': 'window._gaUserPrefs = window._gaUserPrefs || {}; window._gaUserPrefs.ioo = () => false;',
  test: "if (typeof _gaUserPrefs === 'object' && _gaUserPrefs && _gaUserPrefs.ioo) _gaUserPrefs.ioo();",
  var: 'var _gaUserPrefs = { ioo: () => false };',
  delete: 'delete window._gaUserPrefs;',
  'delete-ioo': 'if (window._gaUserPrefs) delete window._gaUserPrefs.ioo;',
  redefine: "Object.defineProperty(window, '_gaUserPrefs', { value: { ioo: () => false } });",
} as const;

export type PreferenceAction = keyof typeof actions;

export const preferenceActions = Object.keys(actions) as readonly PreferenceAction[];
export const strictnesses = ['sloppy', 'strict'] as const;
export type Strictness = (typeof strictnesses)[number];

/**
 * A page that does one of these, then loads the tag; `window.notes` holds what it threw, or that it threw nothing. The
 * tag is the older one: the attribute does not stop it, only what the page meddles with does.
 */
export const meddling = (action: PreferenceAction, strictness: Strictness, id: string): Markup =>
  joined(
    inline("window.notes = ['did not run'];"),
    inline(`${strictness === 'strict' ? "'use strict';" : ''}
try {
  ${actions[action]}
  window.notes[0] = 'nothing thrown';
} catch (error) {
  window.notes[0] = error.name;
}`),
    gtag([id], 'old'),
  );
