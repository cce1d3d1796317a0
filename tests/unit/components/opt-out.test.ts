import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import Popup from '../../../components/Popup.svelte';
import { compare } from '../../../lib/comparison/compare';
import type { OptOutReport } from '../../../lib/opt-out/opt-out';
import cloudops from '../../fixtures/cloudops.json';
import { cloudopsHome } from '../../fixtures/observations/cloudops';
import { stateOf } from '../../fixtures/observations/read-policy';
import { testCatalogue } from '../../fixtures/observations/test-catalogue';
import { optOut } from '../../fixtures/opt-out';
import { english as t } from '../words/english';

const base = compare(stateOf(cloudops, 'cloudops.example'), cloudopsHome, testCatalogue, 0);

function shown(more: Partial<OptOutReport> | null): string {
  const nothing = () => undefined;
  const report = { ...base, optOut: more === null ? null : optOut(more) };
  const actions = {
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
  return render(Popup, { props: { report: { kind: 'report', report }, t, ...actions } }).body;
}

const input = (html: string, pattern: string) => new RegExp(`<input(?=[^>]*${pattern})[^>]*>`).exec(html)?.[0] ?? '';

describe('the switches', () => {
  test.each([
    ['off', { on: null }, false, false],
    ['on for the site', { on: 'site' }, true, false],
    ['on everywhere', { on: 'everywhere', everywhere: true }, true, true],
    ['on everywhere but here', { on: null, everywhere: true, isException: true }, false, true],
  ] as const)('%s', (_, more, site, everywhere) => {
    const html = shown(more);
    expect(input(html, 'id="opt-out-site"').includes(' checked')).toBe(site);
    expect(input(html, 'id="opt-out-everywhere"').includes(' checked')).toBe(everywhere);
    expect(html).toMatch(/<label[^>]*for="opt-out-site"/);
  });

  test('blocking is offered only where a switch is on, and shows what holds', () => {
    expect(shown({ on: null })).not.toContain('opt-out-blocking');
    const html = shown({ blocking: 'hits', held: 2 });
    expect(input(html, 'value="hits"')).toContain(' checked');
    expect(input(html, 'value="none"')).not.toContain(' checked');
    expect(html).toContain('2 requests were kept back on this page.');
  });

  test('there are none where they cannot be used', () => {
    const html = shown({ use: 'private-window', on: null });
    expect(html).not.toContain('role="switch"');
    expect(html).toContain('In a private window Candor keeps no choices.');
  });
});

test('the state is told to tests and people alike', () => {
  const html = shown({ proof: { kind: 'reload-to-prove' } });
  expect(html).toContain('data-opt-out="reload-to-prove"');
  expect(html).toContain('data-action="opt-out-reload"');
});

test('cookies that can be deleted are named, with their partition', () => {
  const html = shown({ deletable: [{ name: '_ga', domain: 'cloudops.example', partition: 'shop.example' }] });
  expect(html).toContain('kept for shop.example alone');
  expect(html).toContain('data-action="opt-out-delete"');
  expect(shown({})).not.toContain('data-action="opt-out-delete"');
});

test('a name from the site is text and nothing else', () => {
  const html = shown({ deletable: [{ name: '<img src=x>', domain: 'a.example', partition: null }] });
  expect(html).not.toContain('<img src=x>');
});

test('without anything known there is no section', () => {
  expect(shown(null)).not.toContain('data-opt-out');
});
