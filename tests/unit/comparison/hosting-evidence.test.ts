import { describe, expect, test } from 'vitest';
import { catalogue } from '../../../lib/catalogue/default-catalogue';
import type { HostingMatch } from '../../../lib/catalogue/catalogue';
import { compare } from '../../../lib/comparison/compare';
import { forTesters } from '../../../lib/words/describe-finding';
import { hostingEvidence } from '../../../lib/comparison/hosting-evidence';
import { cookie, noon, observation } from '../../fixtures/observations/make';
import { stateOf } from '../../fixtures/observations/read-policy';

const host = 'www.shop.example';
const headers = (...list: readonly (readonly [string, string])[]) =>
  catalogue.identifyHosting(
    host,
    list.map(([name, value]) => ({ name, value })),
  );
const affinity = { name: 'ARRAffinitySameSite', domain: host, setByHost: host };
const evidenceOf = (parts: Parameters<typeof cookie>[0]) =>
  hostingEvidence(observation(host, { cookies: [cookie(parts)] }), catalogue).map(({ evidence }) => evidence);

describe('a load balancer’s cookie', () => {
  test('set by the page’s own answer shows who hosts the site', () => {
    expect(hostingEvidence(observation(host, { cookies: [cookie(affinity)] }), catalogue)).toEqual([
      {
        service: 'microsoft-azure',
        rule: 'microsoft-azure/cookie/ARRAffinitySameSite',
        trust: 'documented',
        evidence: 'ARRAffinitySameSite',
        readFrom: 'cookie',
        product: 'Azure App Service',
      },
    ]);
  });

  test('set for the whole site by that answer does as well', () => {
    expect(evidenceOf({ ...affinity, name: '__cf_bm', domain: 'shop.example' })).toEqual(['__cf_bm']);
  });

  test('of this browser session on that host does as well, so that a second visit says the same', () => {
    expect(evidenceOf({ name: 'ARRAffinitySameSite', domain: host, setBy: 'earlier' })).toHaveLength(1);
  });

  test.each([
    ['that is older', { ...affinity, setBy: 'earlier', lifetimeSeconds: 86_400 }],
    ['that a script set', { ...affinity, setBy: 'script' }],
    ['that is being deleted', { ...affinity, deleted: true, lifetimeSeconds: 0 }],
    ['that another host of the site set', { ...affinity, setByHost: 'chat.shop.example' }],
    ['of another host of the site', { ...affinity, domain: 'chat.shop.example', setBy: 'earlier' }],
    ['of another site', { ...affinity, domain: 'other.example', setByHost: 'other.example', party: 'third-party' }],
    ['whose name others use too', { ...affinity, name: 'ARRAffinity' }],
    ['that nobody knows', { ...affinity, name: 'route' }],
  ] as const)('%s proves nothing', (_, parts) => expect(evidenceOf(parts)).toEqual([]));
});

describe('who delivers the page', () => {
  const policy = (processors: readonly unknown[]) =>
    stateOf(
      {
        privacyPolicy: '1.0',
        updated: '2026-11-22',
        language: 'en',
        policyUrl: `https://${host}/privacy`,
        controller: { name: 'Shop' },
        disclosure: { complete: true },
        processors,
      },
      host,
    );
  const rowsOf = (hosting: readonly HostingMatch[], processors: readonly unknown[]) => {
    const report = compare(policy(processors), observation(host, { hosting }), catalogue, noon);
    return {
      rows: report.processors.map((row) => `${row.id} ${row.declaration} ${row.activity}`),
      findings: report.findings
        .filter(({ id }) => !forTesters.includes(id))
        .map(({ id, subject }) => `${id} ${subject}`),
      report,
    };
  };
  const cloudflare = headers(['cf-ray', '8f00c0ffee123456-FRA']);

  test('is a row and a finding where the policy does not name it', () => {
    const { rows, findings } = rowsOf(cloudflare, []);
    expect(rows).toEqual(['service:cloudflare not-declared active']);
    expect(findings).toEqual(['undeclared-processor service:cloudflare']);
  });

  test.each([
    ['by its id', { id: 'edge', name: 'Our network', service: 'cloudflare' }],
    ['by its name', { id: 'edge', name: 'Cloudflare' }],
    ['by its recipient', { id: 'edge', name: 'Content delivery', recipient: { name: 'Cloudflare, Inc.' } }],
  ])('is no finding where the policy names it %s', (_, processor) => {
    const { rows, findings } = rowsOf(cloudflare, [processor]);
    expect(rows).toEqual(['edge declared active']);
    expect(findings).toEqual([]);
  });

  test.each(['Amazon CloudFront', 'AWS', 'Amazon Web Services'])('may be named as %s', (name) => {
    const { rows, findings } = rowsOf(headers(['x-amz-cf-pop', 'FRA56-P4']), [{ id: 'host', name }]);
    expect(rows).toEqual(['host declared active']);
    expect(findings).toEqual([]);
  });

  test('a service’s own delivery network is told with it, and is no recipient that the site must name', () => {
    const pages = headers(['server', 'GitHub.com'], ['x-served-by', 'cache-fra-eddf8230120-FRA']);
    const { rows, findings, report } = rowsOf(pages, [{ id: 'pages', name: 'GitHub Pages' }]);
    expect(rows).toEqual(['pages declared active']);
    expect(findings).toEqual([]);
    expect(report.processors[0]?.hosting.map(({ service }) => service)).toEqual(['github', 'fastly']);
    expect(report.processors[0]?.service?.id).toBe('github');
  });

  test('that network has a row of its own where the policy names it, or where it stands alone', () => {
    const fastly = ['x-served-by', 'cache-fra-eddf8230120-FRA'] as const;
    const named = rowsOf(headers(['server', 'GitHub.com'], fastly), [
      { id: 'pages', name: 'GitHub' },
      { id: 'edge', name: 'Fastly' },
    ]);
    expect(named.rows).toEqual(['pages declared active', 'edge declared active']);
    expect(rowsOf(headers(fastly), []).rows).toEqual(['service:fastly not-declared active']);
  });
});
