import { describe, expect, test } from 'vitest';
import { compare } from '../../../lib/comparison/compare';
import type { Finding } from '../../../lib/comparison/site-report';
import type { Observation } from '../../../lib/observation/observation';
import type { PolicyApplies, PolicyState } from '../../../lib/policy/policy-state';
import { cleanShopPolicy } from '../../fixtures/observations/clean-shop';
import { contact, noon, observation } from '../../fixtures/observations/make';
import { stateOf } from '../../fixtures/observations/read-policy';
import { testCatalogue } from '../../fixtures/observations/test-catalogue';

const pixel = contact({ host: 'www.facebook.com', service: 'meta-pixel' });

function findingsOn(file: unknown, page: Observation | null, applies: PolicyApplies = 'yes'): readonly Finding[] {
  return findingsIn(stateOf(file, 'shop.example', applies), page);
}

function findingsIn(policy: PolicyState, page: Observation | null): readonly Finding[] {
  return compare(policy, page, testCatalogue, noon).findings;
}

/** The clean shop's file with other members; `undefined` leaves one out. */
const shop = (more: object): unknown => JSON.parse(JSON.stringify({ ...cleanShopPolicy, ...more }));
const pageWith = (parts: Partial<Observation>) => observation('shop.example', parts);

describe('transfer-basis-not-stated', () => {
  const find = (transfers: readonly object[], more: object = {}) =>
    findingsOn(shop({ processors: [{ id: 'a', name: 'A', transfers }], ...more }), pageWith({})).filter(
      ({ id }) => id === 'transfer-basis-not-stated',
    );
  const transferClause = { bases: ['A45-3', 'A46-2-c'], text: 'Only with a basis.' };

  test('is a warning for a destination without any basis, with the policy’s own words', () => {
    expect(find([{ country: 'US', text: 'Data may go to the USA.' }])).toMatchObject([
      { severity: 'warning', subject: 'a', pointer: '/processors/0/transfers/0', quote: 'Data may go to the USA.' },
    ]);
  });

  test('is a note beside a general clause, which is the evidence', () => {
    expect(find([{ country: 'US' }], { transferClause })).toMatchObject([
      { severity: 'note', evidence: [{ kind: 'declaration', text: 'Only with a basis.', pointer: '/transferClause' }] },
    ]);
  });

  test('is raised for the controller’s own processing too', () => {
    const activities = [{ id: 'logs', name: 'Logs', transfers: [{ country: 'IN' }] }];
    expect(find([], { activities })).toMatchObject([{ subject: 'logs', pointer: '/activities/0/transfers/0' }]);
  });

  test.each<[string, readonly object[]]>([
    ['a destination in the EEA', [{ country: 'DE' }]],
    ['a stated basis', [{ country: 'US', bases: ['A46-2-c'] }]],
    ['"none"', []],
  ])('is not raised for %s', (_, transfers) => {
    expect(find(transfers)).toEqual([]);
  });
});

describe('what is said of the policy file', () => {
  const attempts = [{ way: 'well-known', url: 'https://shop.example/x?token=secret', failure: 'not-found' }] as const;

  test('none is a note with the places that were asked, without query values', () => {
    const [finding] = findingsIn({ kind: 'none', attempts, checkedAt: noon }, pageWith({}));
    expect(finding).toMatchObject({ id: 'policy-not-found', severity: 'note', subject: 'shop.example' });
    expect(JSON.stringify(finding)).not.toContain('secret');
  });

  test('not fetched is not "none"', () => {
    expect(findingsIn({ kind: 'not-fetched', attempts, checkedAt: noon }, pageWith({}))).toEqual([]);
  });

  test('broken is an error', () => {
    expect(findingsOn({ privacyPolicy: '1.0' }, pageWith({}))).toMatchObject([
      { id: 'policy-invalid', severity: 'error' },
    ]);
  });

  test('a part that could not be read is a warning with its pointer', () => {
    const damaged = shop({ processors: [{ id: 'no-name' }] });
    const findings = findingsOn(damaged, pageWith({}));
    expect(findings).toMatchObject([{ id: 'policy-invalid', severity: 'warning' }]);
    expect(findings[0]?.pointer).toMatch(/^\/processors\/0/);
  });

  test('a file for another host is a warning that names the hosts it covers, and nothing is compared', () => {
    const findings = findingsOn(cleanShopPolicy, pageWith({ contacts: [pixel] }), 'not-this-host');
    expect(findings).toMatchObject([
      {
        id: 'policy-does-not-cover-host',
        severity: 'warning',
        pointer: '/appliesTo',
        evidence: [{ text: 'shop.example' }, { text: '*.shop.example' }],
      },
    ]);
  });

  test('a link over http is a note with its place', () => {
    const processors = [{ id: 'broken' }, { id: 'a', name: 'A', links: { privacy: 'http://a.example/' } }];
    expect(findingsOn(shop({ processors }), pageWith({})).filter(({ id }) => id === 'link-not-https')).toMatchObject([
      { severity: 'note', subject: 'http://a.example/', pointer: '/processors/1/links/privacy' },
    ]);
  });
});

describe('observation-incomplete', () => {
  const gap = { reason: 'background-restarted', at: noon } as const;

  test.each<[string, Observation | null, readonly string[]]>([
    ['watched in part', pageWith({ coverage: { kind: 'part', since: noon, gaps: [gap, gap] } }), [gap.reason]],
    ['not watched', pageWith({ coverage: { kind: 'none', gaps: [gap] } }), [gap.reason]],
    ['nothing known of the page', null, ['cookies not read']],
    ['cookies not read', pageWith({ cookiesRead: false }), ['cookies not read']],
    ['cut', pageWith({ cut: { contacts: 2, cookies: 0 } }), ['cut: 2 contacts, 0 cookies']],
  ])('%s: is a note with the reason', (_, page, reasons) => {
    const [finding] = findingsOn(cleanShopPolicy, page).filter(({ id }) => id === 'observation-incomplete');
    expect(finding?.severity).toBe('note');
    expect(finding?.evidence.map((it) => (it.kind === 'text' ? it.text : ''))).toEqual(reasons);
  });
});
