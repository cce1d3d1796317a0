import type { CloudRegion } from './catalogue';

type Places = Readonly<Record<string, string>>;

const hole = '{region}';

/** A host pattern with each region of its service put into its `{region}`; one without a hole is itself. */
export function expandRegion(pattern: string, places: Places = {}): readonly string[] {
  return pattern.includes(hole) ? Object.keys(places).map((code) => pattern.replace(hole, code)) : [pattern];
}

/** The region that `host` says by one of the patterns that it fits; `null` where they have no hole or none fits. */
export function regionIn(host: string, patterns: readonly string[], places: Places = {}): CloudRegion | null {
  for (const pattern of patterns.filter((it) => it.includes(hole))) {
    for (const [code, place] of Object.entries(places)) {
      const filled = pattern.replace(hole, code);
      const fits = filled.startsWith('*.') ? host.endsWith(filled.slice(1)) : host === filled;
      if (fits) return { code, place };
    }
  }
  return null;
}
