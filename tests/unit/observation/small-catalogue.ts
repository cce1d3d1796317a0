import type { Catalogue } from '../../../lib/catalogue/catalogue';

/** Knows one service by host, so that ledger tests do not depend on the facts of any processor. */
export const smallCatalogue: Catalogue = {
  asOf: '2026-11-22',
  service: () => null,
  identify: (url) =>
    URL.canParse(url) && new URL(url).hostname === 'tracker.example'
      ? { service: 'tracker', rule: 'tracker/hit', trust: 'verified' }
      : null,
  trustOf: () => null,
  propertyIds: (url) => [...new URL(url).searchParams.getAll('tid')],
  identifyCookie: () => null,
  identifyHosting: () => [],
  isSharedHost: () => false,
  nameOf: () => null,
};
