import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import Popup from '../../../components/Popup.svelte';
import { compare } from '../../../lib/comparison/compare';
import type { TabReport } from '../../../lib/comparison/site-report';
import type { PolicyState } from '../../../lib/policy/policy-state';
import cloudops from '../../fixtures/cloudops.json';
import { cloudopsHome } from '../../fixtures/observations/cloudops';
import { noon, observation } from '../../fixtures/observations/make';
import { stateOf } from '../../fixtures/observations/read-policy';
import { testCatalogue } from '../../fixtures/observations/test-catalogue';
import wide from '../../support/popup-preview/wide-policy.json';
import { english as t } from '../words/english';
import { shownValues } from './shown-words';

const nothing = () => undefined;

test.each([
  ['the CloudOps policy', cloudops, 'cloudops.example', 'yes'],
  ['a policy with every member of the format', wide, 'wide.example', 'yes'],
  ['a draft', wide, 'wide.example', 'draft'],
  ['a policy for another host', cloudops, 'cloudops.example', 'not-this-host'],
] as const)('all that %s says is in the popup, unfolded', (_what, file, host, applies) => {
  const { text, links } = shown(reportOf(stateOf(file, host, applies), host));
  const processors: readonly { readonly id: string; readonly name: string }[] = file.processors;
  const nameOf = (id: string) => processors.find((it) => it.id === id)?.name ?? id;
  const missing = shownValues(t, file, nameOf).filter(
    ({ anyOf }) => !anyOf.some((words) => text.includes(words.toLowerCase()) || links.has(words)),
  );
  expect(missing).toEqual([]);
});

test('each declared fact stands at its own place of the file', () => {
  const { html } = shown(reportOf(stateOf(cloudops, 'cloudops.example'), 'cloudops.example'));
  for (const pointer of [
    '/processors/1',
    '/processors/1/transfers/0',
    '/activities/3/retention/0',
    '/rights/5/ways/1',
  ]) {
    expect(html).toContain(`data-pointer="${pointer}"`);
  }
});

test('where a broken processor was left out, the others keep their place of the published file', () => {
  const file = { ...cloudops, processors: [{ id: 'Not An Id', name: '' }, ...cloudops.processors] };
  const { html } = shown(reportOf(stateOf(file, 'cloudops.example'), 'cloudops.example'));
  expect(html).toContain('data-pointer="/processors/1/contract"');
  expect(html).not.toContain('data-pointer="/processors/0/contract"');
});

test('markup in a policy is text', () => {
  const file = { ...cloudops, controller: { name: '<img src=x onerror=alert(1)>\u202Egnp' } };
  const { html } = shown(reportOf(stateOf(file, 'cloudops.example'), 'cloudops.example'));
  expect(html).not.toContain('<img');
  expect(html).toContain('⟨U+202E⟩gnp');
});

test('a link is opened only over https, in a new tab, and tells the other side nothing', () => {
  const { html } = shown(reportOf(stateOf(cloudops, 'cloudops.example'), 'cloudops.example'));
  const anchors = [...html.matchAll(/<a\b[^>]*>/g)].map(([anchor]) => anchor);
  expect(anchors.length).toBeGreaterThan(20);
  for (const anchor of anchors) {
    if (anchor.includes('href="mailto:')) continue;
    expect(anchor).toMatch(/href="https:\/\//);
    expect(anchor).toContain('rel="noreferrer noopener"');
  }
});

test('the popup is ready only when it shows something', () => {
  expect(shown(null).html).toContain('data-ready="false"');
  expect(shown({ kind: 'no-page', reason: 'browser-page' }).html).toContain('data-ready="true"');
});

function reportOf(policy: PolicyState, host: string): TabReport {
  const seen = host === 'cloudops.example' ? cloudopsHome : observation(host);
  return { kind: 'report', report: compare(policy, seen, testCatalogue, noon) };
}

function shown(report: TabReport | null) {
  const callbacks = {
    onlookagain: nothing,
    onreload: nothing,
    ongrant: nothing,
    onlookintostores: nothing,
    onreopenconsent: nothing,
    onoptout: nothing,
    oncopy: nothing,
    onsave: nothing,
    onsettings: nothing,
    onaudit: nothing,
  };
  const { body } = render(Popup, { props: { report, t, ...callbacks } });
  const html = body.replaceAll(/<!--.*?-->/gs, '');
  const decode = (it: string) =>
    it.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
  const links = new Set([...html.matchAll(/ (?:href|data-pointer)="([^"]*)"/g)].map(([, it = '']) => decode(it)));
  const text = decode(html.replaceAll(/<[^>]*>/g, ''))
    .replaceAll(/\s+/g, ' ')
    .toLowerCase();
  return { html, text, links };
}
