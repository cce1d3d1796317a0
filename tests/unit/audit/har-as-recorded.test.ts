import { expect, test } from 'vitest';
import { auditReport } from '../../../lib/audit/audit-report';
import { beginSession, takeIn } from '../../../lib/audit/audit-session';
import { readHar } from '../../../lib/audit/import/read-har';
import { catalogue } from '../../../lib/catalogue/default-catalogue';
import type { Observation } from '../../../lib/observation/observation';
import { observe } from '../../../lib/observation/observe';
import cloudops from '../../fixtures/cloudops.json' with { type: 'json' };
import { stateOf } from '../../fixtures/observations/read-policy';
import { visit, visitSecrets, visitStart } from '../../fixtures/recorded-visit';
import { harOf, recorderOf } from '../../fixtures/har-kit';

const imported = readHar(JSON.stringify(harOf(visit)), catalogue);
const session = imported.ok ? imported.session : beginSession('', 'har', 0);

/** What the browser would have told, with what a HAR file cannot tell taken from it. */
function browserSaw(): Observation {
  const tab = recorderOf(visit, catalogue).tabs.get(7);
  const gaps = [{ reason: 'imported-har', at: visitStart + 20 }] as const;
  const seen = tab === undefined ? null : observe(tab, { isPrivate: false, access: 'all', jar: null, gaps });
  if (seen === null) throw new Error('nothing seen');
  return seen;
}

const policy = stateOf(cloudops, 'cloudops.example');
const later = visitStart + 10_000;
const browserSession = takeIn(beginSession('cloudops.example', 'browser', visitStart), [browserSaw()]);

test('the observation of a HAR file is that of the browser, but for its ids', () => {
  const [only, ...others] = session.visits;
  expect(others).toEqual([]);
  expect({ ...only?.observation, documentId: 'page', tabId: 7 }).toEqual(browserSaw());
});

test('activity of each processor and findings are those of the browser', () => {
  const fromHar = auditReport(session, policy, catalogue, later);
  const fromBrowser = auditReport(browserSession, policy, catalogue, later);
  expect(fromHar.rows).toEqual(fromBrowser.rows);
  expect(fromHar.findings).toEqual(fromBrowser.findings);
  expect(fromHar.findings.map(({ key }) => key)).toContain('unidentified-recipient:track-b.example');
});

test('what was seen is there: sent, stopped, failed, redirected, brought in, and the host', () => {
  const [{ observation } = { observation: browserSaw() }] = session.visits;
  const told = observation.contacts.map(
    ({ host, sent, stopped, failed, broughtInBy }) =>
      `${host} ${sent}/${stopped}/${failed}${broughtInBy === null ? '' : ` in ${broughtInBy}`}`,
  );
  expect(told).toEqual([
    'cloudops.example 4/0/1',
    'www.googletagmanager.com 1/0/0',
    'region1.google-analytics.com 1/0/0',
    'go.track-a.example 1/0/0',
    'px.track-b.example 1/0/0',
    'gone.cdn-y.example 0/0/1',
    'www.facebook.com 0/1/0',
    'player.video.example 1/0/0',
    'ads.inframe.example 1/0/0 in video.example',
  ]);
  expect(observation.hosting.map(({ service }) => service)).toEqual(['amazon-web-services']);
  expect(observation.cookies.map(({ name, lifetimeSeconds }) => [name, lifetimeSeconds])).toEqual([
    ['session_id', null],
    ['visitor', 86_400],
    ['uid', 31_536_000],
    ['a', 60],
    ['b', null],
  ]);
});

test('what a HAR file cannot tell is said', () => {
  const [{ observation } = { observation: null }] = session.visits;
  expect(observation).toMatchObject({
    coverage: { kind: 'part', gaps: [{ reason: 'imported-har' }] },
    cookiesRead: false,
    stores: null,
    formsRead: false,
    consent: { state: 'accepted' }, // Google's hit tells it
  });
});

test('a session holds no value of a query, a cookie or a header', () => {
  const text = JSON.stringify(imported);
  for (const secret of visitSecrets) expect(text).not.toContain(secret);
});
