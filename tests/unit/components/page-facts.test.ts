import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import Popup from '../../../components/Popup.svelte';
import { compare } from '../../../lib/comparison/compare';
import type { Observation } from '../../../lib/observation/observation';
import cloudops from '../../fixtures/cloudops.json';
import { busyPage } from '../../fixtures/observations/busy-page';
import { cloudopsHome } from '../../fixtures/observations/cloudops';
import { form } from '../../fixtures/observations/form';
import { noon } from '../../fixtures/observations/make';
import { stateOf } from '../../fixtures/observations/read-policy';
import { testCatalogue } from '../../fixtures/observations/test-catalogue';
import { english as t } from '../words/english';

const policy = stateOf(cloudops, 'cloudops.example');

test('what a site’s worker sent stands apart, by the name of the service', () => {
  const { section } = shown(busyPage);
  expect(section('workers')).toMatch(/From this site’s service worker.*cannot tell which.*Google Analytics/);
  expect(section('workers')).toContain('www.google-analytics.com');
  expect(shown(cloudopsHome).section('workers')).toBeNull();
});

test('forms that send elsewhere have a section of their own; quiet ones have a line', () => {
  const busy = shown(busyPage);
  expect(busy.section('forms')).toMatch(/newsletter\.mailer\.example 1 form, sent once sends to another site/);
  expect(busy.section('own-cookies')).not.toContain('Forms on this page');
  const quiet = shown({ ...cloudopsHome, forms: [form({ host: 'cloudops.example', party: 'first-party' })] });
  expect(quiet.section('forms')).toBeNull();
  expect(quiet.section('own-cookies')).toContain('Forms on this page send to this site, encrypted');
});

test('forms that nobody looked for are not said to be none', () => {
  const { section } = shown({ ...cloudopsHome, formsRead: false });
  expect(section('own-cookies')).toContain('Candor has not looked at this page’s forms.');
});

test('web storage is looked into on demand, and until then said not to be', () => {
  const asked = shown(busyPage).section('web-storage');
  expect(asked).toMatch(/local storage https:\/\/cloudops\.example 200 names .*basket not named in the policy file/);
  expect(asked).toContain('and 188 more');
  expect(shown(cloudopsHome).section('web-storage')).toMatch(/has not looked.*Look into this page’s web storage/);
  expect(shown({ ...cloudopsHome, stores: [] }).section('web-storage')).toContain(
    'Nothing found in the web storage of this page',
  );
});

test('who stopped a request and an address in a URL are told on the contact', () => {
  const { text } = shown(busyPage);
  expect(text).toContain('2 stopped by an extension');
  expect(text).toContain('1 stopped by this browser');
  expect(text).toContain('1 with what looks like an e-mail address in its URL');
  expect(text).toContain('asked for by this site’s worker');
});

test('a page over http says so', () => {
  expect(shown({ ...cloudopsHome, url: 'http://cloudops.example/' }).text).toContain('This page is not encrypted');
  expect(shown(cloudopsHome).text).not.toContain('This page is not encrypted');
});

test('names that a page gives its storage are text', () => {
  const keys = ['<img src=x onerror=alert(1)>', '\u202Egnp'];
  const store = {
    kind: 'local-storage',
    origin: 'https://cloudops.example',
    party: 'first-party',
    keys,
    more: 0,
  } as const;
  const { html } = shown({ ...cloudopsHome, stores: [store] });
  expect(html).not.toContain('<img src=x');
  expect(html).toContain('⟨U+202E⟩gnp');
});

const nothing = () => undefined;

function shown(seen: Observation) {
  const report = { kind: 'report', report: compare(policy, seen, testCatalogue, noon) } as const;
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
  const html = render(Popup, { props: { report, t, ...callbacks } }).body.replaceAll(/<!--.*?-->/gs, '');
  const textOf = (markup: string) => markup.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');
  const section = (id: string) => {
    const found = new RegExp(`<section aria-labelledby="${id}".*?</section>`, 's').exec(html);
    return found === null ? null : textOf(found[0]);
  };
  return { html, text: textOf(html), section };
}
