import { describe, expect, test } from 'vitest';
import { compare } from '../../../lib/comparison/compare';
import { informationItems } from '../../../lib/comparison/information-items';
import type { PolicyApplies } from '../../../lib/policy/policy-state';
import {
  describeFinding,
  describeFindings,
  describeMeaning,
  describeSubject,
} from '../../../lib/words/describe-finding';
import cloudops from '../../fixtures/cloudops.json' with { type: 'json' };
import { cleanShopPolicy } from '../../fixtures/observations/clean-shop';
import { noon, observation } from '../../fixtures/observations/make';
import { stateOf } from '../../fixtures/observations/read-policy';
import { testCatalogue } from '../../fixtures/observations/test-catalogue';
import { english as t } from '../words/english';

const [video] = cleanShopPolicy.processors;
/** The clean shop's file, which states everything, with other members; `undefined` leaves one out. */
function reportOn(more: object, applies: PolicyApplies = 'yes') {
  const file = JSON.parse(JSON.stringify({ ...cleanShopPolicy, ...more })) as unknown;
  return compare(stateOf(file, 'shop.example', applies), observation('shop.example'), testCatalogue, noon);
}
const find = (...args: Parameters<typeof reportOn>) =>
  reportOn(...args).findings.filter(({ id }) => id === 'information-not-stated');
const items = (...args: Parameters<typeof reportOn>) => find(...args).map(({ subject }) => subject);
const withVideo = (more: object, rest: object = {}) => ({ processors: [{ ...video, ...more }], ...rest });
const rights = (...ids: readonly string[]) => ({ rights: ids.map((id) => ({ id })) });
const cookie = (more: object = {}) => ({ identifier: 'visitor', type: 'cookie', ...more });
const consent = { legalBases: [{ basis: 'A6-1-a' }] };

describe('information-not-stated', () => {
  test('is one note for each item that a file with nothing but what the format asks for leaves out', () => {
    const bare = Object.fromEntries(Object.keys(cleanShopPolicy).map((name) => [name, undefined]));
    const { privacyPolicy, updated, language, policyUrl } = cleanShopPolicy;
    const processors = [
      { id: 'a', name: 'A', ...consent },
      { id: 'b', name: 'B', legalBases: [{ basis: 'A6-1-f' }] },
      { id: 'c', name: 'C' },
    ];
    const storage = [cookie()];
    const least = { privacyPolicy, updated, language, policyUrl, controller: { name: 'Shop' }, processors, storage };
    const findings = find({ ...bare, ...least });
    expect(findings.map(({ subject }) => subject)).toEqual(informationItems);
    expect(new Set(findings.map(({ severity }) => severity))).toEqual(new Set(['note']));
  });

  test.each<[string, object, string]>([
    ['a controller without an address', { controller: { name: 'Shop' } }, 'controller-contact'],
    ['no word of a data protection officer', { dataProtectionOfficer: undefined }, 'data-protection-officer'],
    ['no purpose', withVideo({ purposeText: undefined }), 'purposes'],
    ['no legal basis', withVideo({ legalBases: undefined }), 'legal-basis'],
    ['an interest that is not named', withVideo({ legalBases: [{ basis: 'A6-1-f' }] }), 'legitimate-interest'],
    ['nobody who receives', withVideo({ recipient: undefined }), 'recipients'],
    ['no word of transfers', withVideo({ transfers: undefined }), 'transfers'],
    ['no period', { retention: undefined }, 'retention'],
    ['no right of access', rights('A16', 'A17', 'A18', 'A20', 'A21'), 'right-of-access'],
    ['no right to object', rights('A15', 'A16', 'A17', 'A18', 'A20'), 'right-to-object'],
    ['no right to portability', rights('A15', 'A16', 'A17', 'A18', 'A21'), 'right-to-portability'],
    ['consent without a way back', withVideo(consent), 'withdrawal-of-consent'],
    ['consent in general without a way back', consent, 'withdrawal-of-consent'],
    ['no word of complaints', { complaint: undefined }, 'complaint'],
    ['no word of having to give data', { provision: undefined }, 'provision'],
    ['no word of automated decisions', { automatedDecisions: undefined }, 'automated-decisions'],
    ['a cookie of which it is not said', { storage: [cookie()] }, 'storage-basis'],
    ['storage of a processor', withVideo({ storage: [cookie({ type: 'web' })] }), 'storage-basis'],
    ['processing of its own', { activities: [{ id: 'logs', name: 'Logs', purposeText: 'x' }] }, 'legal-basis'],
  ])('is raised for %s', (_, more, item) => {
    expect(items(more)).toEqual([item]);
  });

  test.each<[string, object]>([
    ['where everything is stated', {}],
    ['where the officer is named', { dataProtectionOfficer: { name: 'Officer' } }],
    [
      'where "none" is stated',
      withVideo({ purposes: [], legalBases: [], transfers: [] }, { retention: [], storage: [] }),
    ],
    ['where the period is stated of each', withVideo({ retention: [{ criteria: 'x' }] }, { retention: undefined })],
    [
      'where the interest is named in general',
      withVideo({ legalBases: [{ basis: 'A6-1-f' }] }, { legalBases: [{ basis: 'A6-1-f', interest: 'x' }] }),
    ],
    ['where only objection to advertising is named', rights('A15', 'A16', 'A17', 'A18', 'A20', 'A21-2')],
    ['where consent can be taken back', withVideo(consent, { consent: { withdrawal: [{ way: 'email' }] } })],
    ['where there is a page for it', withVideo(consent, { consent: { manageUrl: 'https://shop.example/c' } })],
    ['where it stands among the rights', withVideo(consent, rights('A15', 'A16', 'A17', 'A18', 'A20', 'A21', 'A7-3'))],
    [
      'where a choice leads to it',
      withVideo({ ...consent, choices: [{ type: 'unsubscribe', url: 'https://a.example/' }] }),
    ],
    [
      'where complaints stand among the rights',
      { complaint: undefined, ...rights('A15', 'A16', 'A17', 'A18', 'A20', 'A21', 'A77') },
    ],
    [
      'where it is said of an entry whether data must be given',
      withVideo({ required: false }, { provision: undefined }),
    ],
    ['for a cookie that needs no consent', { storage: [cookie({ consentRequired: false })] }],
    ['for an opt-out cookie', { storage: [cookie({ optOut: true })] }],
    [
      'for the site’s own session and consent cookies',
      { storage: ['PHPSESSID', 'csrftoken', 'lang', 'CookieConsent'].map((identifier) => cookie({ identifier })) },
    ],
    ['for the cookies of a consent tool', withVideo({ category: 'consent-management', storage: [cookie()] })],
    [
      'for transfers of the site’s own processing',
      { activities: [{ id: 'a', name: 'A', purposeText: 'x', legalBases: [] }] },
    ],
    ['where nobody receives data', { processors: [] }],
  ])('is not raised %s', (_, more) => {
    expect(items(more)).toEqual([]);
  });

  test.each<[string, object]>([
    ['the officer', { dataProtectionOfficer: { name: 7 } }],
    ['the controller’s address', { controller: { name: 'Shop', email: 'nobody' } }],
    ['a right', { rights: [...cleanShopPolicy.rights.slice(1), { id: 7 }] }],
    ['the only legal basis', withVideo({ legalBases: [{}] })],
    ['the purposes', withVideo({ purposeText: undefined, purposes: ['no word'] })],
    ['the interest', withVideo({ legalBases: [{ basis: 'A6-1-f', interest: 7 }] })],
    ['the transfers', withVideo({ transfers: [{ country: 'Mars' }] })],
    ['the periods', { retention: [{ scope: 'x' }] }],
    ['the way back', withVideo(consent, { consent: { withdrawal: [{}] } })],
    ['a choice', withVideo({ ...consent, choices: [{ type: 'unsubscribe' }] })],
    ['whether it waits for consent', { storage: [cookie({ consentRequired: 'no' })] }],
  ])('is not raised where %s could not be read', (_, more) => {
    expect(items(more)).toEqual([]);
  });

  test('is not raised where so much is wrong that not all of it is listed', () => {
    const storage = Array.from({ length: 200 }, () => ({ type: 'cookie' }));
    const processors = Array.from({ length: 4 }, (_, at) => ({ id: `p${at}`, name: 'P', storage }));
    expect(items({ processors, provision: undefined })).toEqual([]);
  });

  test.each<PolicyApplies>(['draft', 'not-this-host'])(
    'is not raised for a policy that is not in force: %s',
    (applies) => {
      expect(items({ provision: undefined }, applies)).toEqual([]);
    },
  );

  test('names the entries concerned with their places in the published file, and what is said in general', () => {
    const processors = [
      { id: 'broken' },
      { ...video, transfers: undefined },
      { ...video, id: 'b', name: 'B', transfers: undefined },
    ];
    const transferClause = { bases: ['A46-2-c'], text: 'Only with a basis.' };
    expect(find({ processors, transferClause })).toEqual([
      {
        id: 'information-not-stated',
        key: 'information-not-stated:transfers',
        severity: 'note',
        subject: 'transfers',
        pointer: null,
        quote: null,
        evidence: [
          { kind: 'text', text: 'Video host (/processors/1)' },
          { kind: 'text', text: 'B (/processors/2)' },
          { kind: 'declaration', text: 'Only with a basis.', pointer: '/transferClause' },
        ],
      },
    ]);
    expect(find({ processors: processors.slice(0, 2) })).toMatchObject([{ pointer: '/processors/1' }]);
  });

  test('of many entries it names the first thirty', () => {
    const processors = Array.from({ length: 33 }, (_, at) => ({ ...video, id: `p${at}`, transfers: undefined }));
    const [finding] = find({ processors });
    expect(finding?.evidence).toHaveLength(31);
    expect(finding?.evidence.at(-1)).toEqual({ kind: 'text', text: '+ 3' });
  });

  test('of the CloudOps policy it names the entries without a legal basis and the cookies without one', () => {
    const { findings } = compare(
      stateOf(cloudops, 'cloudops.example'),
      observation('cloudops.example'),
      testCatalogue,
      noon,
    );
    const textsOf = (item: string) =>
      findings
        .find(({ key }) => key === `information-not-stated:${item}`)
        ?.evidence.map((it) => 'text' in it && it.text);
    expect(textsOf('legal-basis')?.slice(0, 2)).toEqual([
      'Google Tag Manager (/processors/2)',
      'Server log files (/activities/0)',
    ]);
    expect(textsOf('storage-basis')).toEqual(['_ga (/processors/1/storage/0)', '_ga_* (/processors/1/storage/1)']);
  });

  test('has words for testers, and is not among the findings for visitors', () => {
    const report = reportOn({ provision: undefined, complaint: undefined });
    const found = report.findings.filter(({ id }) => id === 'information-not-stated');
    const [first] = found;
    const subjects = found.map((it) => describeSubject(t, report, it));
    expect(first && describeFinding(t, first, subjects)).toBe(
      'The policy file does not say 2 things: that you can complain to an authority, whether you must give data.',
    );
    expect(first && describeMeaning(t, first)).toContain('“none” is an answer too');
    expect(describeFindings(t, report)).toEqual([]);
  });
});
