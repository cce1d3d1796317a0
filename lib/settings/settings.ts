import * as v from 'valibot';

/** What the person has chosen; plain JSON under one key of storage. */
export interface Settings {
  /** Ask the browser's name service for other names of a site's own hosts (see `ObservedAliases`). */
  readonly asksForNames: boolean;
  /** Tell every site "do not sell or share" (Global Privacy Control). */
  readonly sendsGpc: boolean;
}

/** Nothing is asked of anyone until the person wants it. */
export const defaultSettings: Settings = { asksForNames: false, sendsGpc: false };

/** Settings as they were stored. What is missing or broken reads as its default, each member for itself; never throws. */
export function parseSettings(stored: unknown): Settings {
  return v.parse(schema, stored);
}

const choice = (member: keyof Settings) =>
  v.optional(v.fallback(v.boolean(), defaultSettings[member]), defaultSettings[member]);

const schema = v.fallback(
  v.object({ asksForNames: choice('asksForNames'), sendsGpc: choice('sendsGpc') }),
  defaultSettings,
);
