import { expect, test } from 'vitest';
import { compare } from '../../../lib/comparison/compare';
import type { Observation } from '../../../lib/observation/observation';
import { describeActivity } from '../../../lib/words/describe-activity';
import { describeVerdictNotes } from '../../../lib/words/describe-verdict-notes';
import { contact, cookie, noon, observation } from '../../fixtures/observations/make';
import { testCatalogue } from '../../fixtures/observations/test-catalogue';
import { english as t } from './english';

function analyticsOn(parts: Partial<Observation>) {
  const { processors } = compare({ kind: 'not-looked' }, observation('shop.example', parts), testCatalogue, noon);
  const row = processors.find(({ id }) => id === 'service:google-analytics');
  if (row === undefined) throw new Error('no row');
  return { mark: describeActivity(t, row), notes: describeVerdictNotes(t, row, (id) => id) };
}

const cookies = [cookie({ name: '_ga', domain: 'shop.example', setBy: 'script' })];
const note = 'Candor saw nothing being sent to it. A cookie with a name that it uses was set while the page was open.';

test('a service that only a cookie shows at work is told so', () => {
  const { mark, notes } = analyticsOn({ cookies });
  expect(mark).toBe('at work, seen by its cookies');
  expect(notes).toContain(note);
});

test('where it was sent something too, that is what is told', () => {
  const contacts = [contact({ host: 'www.google-analytics.com', service: 'google-analytics' })];
  const { mark, notes } = analyticsOn({ cookies, contacts });
  expect(mark).toBe('at work, 1 request');
  expect(notes).not.toContain(note);
});

test('where its requests were stopped, both are told', () => {
  const contacts = [contact({ host: 'www.google-analytics.com', service: 'google-analytics', sent: 0, stopped: 2 })];
  expect(analyticsOn({ cookies, contacts }).mark).toBe('at work, seen by its cookies, 2 stopped');
});
