import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { auditReport } from '../../../lib/audit/audit-report';
import { beginSession, takeIn } from '../../../lib/audit/audit-session';
import { readHar } from '../../../lib/audit/import/read-har';
import { policyPatch } from '../../../lib/audit/policy-patch';
import type { Catalogue } from '../../../lib/catalogue/catalogue';
import { catalogue } from '../../../lib/catalogue/default-catalogue';
import type { Observation } from '../../../lib/observation/observation';
import { parsePolicy } from '../../../lib/policy/parse';
import cloudops from '../../fixtures/cloudops.json' with { type: 'json' };
import { anyObservation } from '../../fixtures/observations/arbitrary';
import { busyPage } from '../../fixtures/observations/busy-page';
import { cleanShop, cleanShopPolicy } from '../../fixtures/observations/clean-shop';
import { cloudopsHome, cloudopsUndeclared } from '../../fixtures/observations/cloudops';
import { contact, cookie, noon, observation } from '../../fixtures/observations/make';
import { stateOf } from '../../fixtures/observations/read-policy';
import { testCatalogue } from '../../fixtures/observations/test-catalogue';
import { visit } from '../../fixtures/recorded-visit';
import { least } from '../../support/small-policy';
import { harOf } from '../../fixtures/har-kit';
import { errors, left, patched, reportOf } from './patch-kit';

const imported = readHar(JSON.stringify(harOf(visit)), catalogue);
const fromHar = imported.ok ? imported.session.visits[0]?.observation : undefined;
const shopPage = observation('shop.example', {
  contacts: [
    contact({ host: 'www.facebook.com', service: 'meta-pixel', sent: 2 }),
    contact({ host: 'www.facebook.com', sent: 1 }),
    contact({ host: 'a.cdn-x.example' }),
    contact({ host: 'b.cdn-x.example' }),
    contact({ host: 'cdn-x.test', stopped: 1, sent: 0 }),
  ],
  cookies: [
    cookie({ name: '_fbp', domain: 'shop.example', setBy: 'script', lifetimeSeconds: 7_776_000 }),
    cookie({ name: 'uid', domain: 'cdn-x.example', party: 'third-party', lifetimeSeconds: 60 }),
    cookie({ name: 'new_one', domain: 'shop.example', lifetimeSeconds: 3600 }),
  ],
});
const broken = {
  ...cloudops,
  processors: [7, ...cloudops.processors.slice(0, 3), { id: 'x' }],
  disclosure: { complete: true },
};

describe('the patch of a file', () => {
  test.each<readonly [string, unknown, Observation, Catalogue]>([
    ['CloudOps, start page', cloudops, cloudopsHome, testCatalogue],
    ['CloudOps, undeclared things', cloudops, cloudopsUndeclared, testCatalogue],
    ['CloudOps, a busy page', cloudops, busyPage, testCatalogue],
    ['CloudOps with entries that cannot be read', broken, cloudopsUndeclared, testCatalogue],
    ['CloudOps, imported', cloudops, fromHar ?? cloudopsHome, catalogue],
    ['a clean shop', cleanShopPolicy, cleanShop, testCatalogue],
    ['a shop with undeclared things', cleanShopPolicy, shopPage, testCatalogue],
    ['a least file', least, shopPage, testCatalogue],
    ['a draft', { ...least, status: 'draft' }, shopPage, testCatalogue],
  ])('%s: what was undeclared is declared, and no error is new', (_, file, seen, known) => {
    const { before, after, file: whole } = patched(file, seen, known);
    expect(left(after)).toEqual([]);
    const grave = (one: typeof after) =>
      one.findings.filter(({ severity }) => severity === 'error').map(({ key }) => key);
    expect(grave(after).filter((key) => !grave(before).includes(key))).toEqual([]);
    expect(errors(whole).length).toBe(errors(file).length);
  });

  test('where all is declared there is nothing to do', () => {
    expect(patched(cloudops, cloudopsHome).patch.operations).toEqual([]);
    expect(patched(cleanShopPolicy, cleanShop).patch.operations).toEqual([]);
  });

  test('a processor has the facts that are known, and the author is told what to state', () => {
    const { patch } = patched(cleanShopPolicy, shopPage);
    expect(patch.operations).toEqual([
      {
        op: 'add',
        path: '/processors/-',
        value: {
          id: 'meta-pixel',
          name: 'Meta Pixel',
          category: 'advertising',
          service: 'meta-pixel',
          recipient: { name: 'Meta Platforms Ireland Limited', country: 'IE' },
          domains: ['www.facebook.com'],
          storage: [{ identifier: '_fbp', type: 'cookie', maxAgeSeconds: 7_776_000, domains: ['*'] }],
        },
      },
      {
        op: 'add',
        path: '/processors/-',
        value: {
          id: 'cdn-x-example',
          name: 'X Networks',
          domains: ['a.cdn-x.example', 'b.cdn-x.example'],
          storage: [{ identifier: 'uid', type: 'cookie', maxAgeSeconds: 60, domains: ['cdn-x.example'] }],
        },
      },
      { op: 'add', path: '/processors/-', value: { id: 'cdn-x-test', name: 'cdn-x.test', domains: ['cdn-x.test'] } },
      {
        op: 'add',
        path: '/storage/-',
        value: { identifier: 'new_one', type: 'cookie', maxAgeSeconds: 3600, domains: ['*'] },
      },
    ]);
    expect(patch.review.map(({ pointer }) => pointer)).toEqual([
      '/processors/1',
      '/processors/2',
      '/processors/3',
      '/storage/1',
    ]);
    expect(patch.review[0]?.reasons).toEqual([
      'role',
      'contract',
      'purpose',
      'legal-basis',
      'transfer-basis',
      'recipient',
    ]);
  });

  test('pointers of the review are those of the file as published, lost entries counted', () => {
    const { patch, file } = patched(broken, cloudopsUndeclared);
    const [{ pointer } = { pointer: '' }] = patch.review;
    const whole = file as { readonly processors: readonly { readonly id?: string }[] };
    expect([pointer, whole.processors[5]?.id]).toEqual(['/processors/5', 'google-recaptcha']);
  });

  test('an undeclared cookie of a declared processor goes to its own list', () => {
    const page = observation('cloudops.example', {
      contacts: [contact({ host: 'region1.google-analytics.com', service: 'google-analytics' })],
      cookies: [cookie({ name: '_gid', domain: 'cloudops.example', setBy: 'script', lifetimeSeconds: 86_400 })],
    });
    expect(patched(cloudops, page).patch).toMatchObject({
      operations: [{ path: '/processors/1/storage/-', value: { identifier: '_gid', maxAgeSeconds: 86_400 } }],
      review: [{ pointer: '/processors/1/storage/3', reasons: ['purpose'] }],
    });
  });

  test('storage keys are declared where the file lists what the site keeps, and a list of nothing becomes one', () => {
    const keys = ['basket', 'amplitude_id_1f3c…@…', '…@…'];
    const store = {
      kind: 'local-storage',
      origin: 'https://shop.example',
      party: 'first-party',
      keys,
      more: 0,
    } as const;
    const page = observation('shop.example', {
      stores: [store, { ...store, kind: 'session-storage' }],
      cookies: [cookie({ name: 'taste', domain: 'shop.example', setBy: 'http' })],
    });
    expect(patched(least, page).patch.operations).toEqual([]);
    expect(patched({ ...least, storage: [] }, page).patch.operations).toEqual([
      {
        op: 'add',
        path: '/storage/-',
        value: { identifier: 'taste', type: 'cookie', maxAgeSeconds: 0, domains: ['*'] },
      },
      {
        op: 'add',
        path: '/storage/-',
        value: { identifier: 'basket', type: 'web', maxAgeSeconds: null, domains: ['*'] },
      },
    ]);
  });

  test('a host that the site claims as its own, and one that many share, are not given to others', () => {
    const page = observation('shop.example', {
      contacts: [contact({ host: 'own.other.example' }), contact({ host: 'cdn.shared.test' })],
    });
    const { patch } = patched({ ...least, ownDomains: ['own.other.example'] }, page);
    expect(patch).toMatchObject({
      operations: [],
      review: [
        { pointer: '/processors', reasons: ['cannot-be-declared'] },
        { pointer: '/ownDomains/0', reasons: ['claimed-as-own'] },
      ],
    });
  });
});

describe('without a file that speaks for the site', () => {
  const report = (kind: 'none' | 'draft') => {
    const session = takeIn(beginSession('shop.example', 'browser', noon), [shopPage]);
    const none = { kind: 'none', attempts: [], checkedAt: noon } as const;
    return auditReport(session, kind === 'none' ? none : stateOf(least, 'shop.example', 'draft'), testCatalogue, noon);
  };

  test('where none was found, a whole draft that can be read and, in force, leaves nothing undeclared', () => {
    const patch = policyPatch(report('none'), testCatalogue);
    if (patch?.kind !== 'new-file') throw new Error('no file');
    expect(parsePolicy(patch.file)).toMatchObject({ ok: true, issues: [] });
    expect(patch.file).toMatchObject({
      status: 'draft',
      updated: '2026-11-22',
      appliesTo: ['shop.example', '*.shop.example'],
    });
    expect(left(reportOf(patch.file, shopPage))).toEqual([]);
    expect(patch.review.filter(({ reasons }) => reasons.includes('placeholder'))).toHaveLength(4);
  });

  test('a file that does not apply was not compared, so nothing is proposed', () => {
    expect(policyPatch(report('draft'), testCatalogue)).toEqual({ kind: 'not-compared', applies: 'draft' });
  });

  test('before the first page there is nothing to say', () => {
    const empty = auditReport(
      beginSession('shop.example', 'browser', noon),
      stateOf(least, 'shop.example'),
      testCatalogue,
      noon,
    );
    expect(policyPatch(empty, testCatalogue)).toBeNull();
  });
});

test('whatever was seen, the patch applies, can be read, and leaves only what it says that it leaves', () => {
  const files = fc.constantFrom<unknown>(least, cleanShopPolicy, {
    ...cloudops,
    storage: [],
  });
  fc.assert(
    fc.property(anyObservation, files, (any, file) => {
      const seen = { ...any, cookies: any.cookies.filter(({ name }) => name !== '*') };
      const { patch, after, file: whole } = patched(file, seen);
      expect(errors(whole)).toEqual([]);
      const cannot = patch.review.some(({ reasons }) => reasons.includes('cannot-be-declared'));
      expect(left(after).filter((key) => !cannot || key.startsWith('undeclared-cookie'))).toEqual([]);
    }),
    { numRuns: 300 },
  );
});
