import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import Options from '../../../components/settings/Options.svelte';
import { type Settings, defaultSettings } from '../../../lib/settings/settings';
import { english as t } from '../words/english';

const shown = (settings: Settings | null, offersNames: boolean) =>
  render(Options, { props: { settings, offersNames, t, onchange: () => undefined } }).body;

test('a setting is a checkbox with its name, set as it was chosen', () => {
  expect(shown({ ...defaultSettings, asksForNames: true }, true)).toMatch(/<input[^>]*id="asks-for-names"[^>]*checked/);
  expect(shown(defaultSettings, true)).not.toMatch(/<input[^>]*checked/);
  expect(shown({ ...defaultSettings, sendsGpc: true }, true)).toMatch(/<input[^>]*id="sends-gpc"[^>]*checked/);
  expect(shown(defaultSettings, true)).toMatch(/<label[^>]*for="asks-for-names"/);
});

test('what this browser cannot do has no switch, and that is said', () => {
  const html = shown(defaultSettings, false);
  expect(html).not.toContain('id="asks-for-names"');
  expect(html).toContain('This browser does not offer it.');
});

test('the page is ready when the settings are read', () => {
  expect(shown(null, true)).toContain('data-ready="false"');
  expect(shown(defaultSettings, true)).toContain('data-ready="true"');
});
