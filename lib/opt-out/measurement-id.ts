const pattern = /^(G-[A-Z0-9]{4,14}|UA-[0-9]{4,12}-[0-9]{1,4})$/u;

/** A measurement id of Google Analytics, `G-…` or `UA-…-n`; anything else becomes no cookie's name. */
export function isMeasurementId(text: string): boolean {
  return pattern.test(text);
}

/** The measurement ids of a list, each once and in order; at most `most`. */
export function measurementIds(candidates: readonly string[], most = 20): readonly string[] {
  return [...new Set(candidates.filter(isMeasurementId))].slice(0, most);
}

/** The cookie, and the property of `window`, that switches one id off. */
export function disablingName(id: string): string {
  return `ga-disable-${id}`;
}
