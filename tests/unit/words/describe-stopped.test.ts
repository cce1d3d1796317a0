import { expect, test } from 'vitest';
import { describeErrors, describeStopper, describeStops } from '../../../lib/words/describe-stopped';
import { contact } from '../../fixtures/observations/make';
import { english as t } from './english';

const byExtension = contact({ host: 'a.example', sent: 0, stopped: 2, errors: { 'net::ERR_BLOCKED_BY_CLIENT': 2 } });
const byBrowser = contact({ host: 'b.example', sent: 0, stopped: 1, errors: { NS_ERROR_TRACKING_URI: 1 } });
const byNobodyKnown = contact({ host: 'c.example', sent: 0, stopped: 1 });

test('who stopped a request is told as far as it is known', () => {
  expect(describeStops(t, byExtension)).toEqual(['2 stopped by an extension']);
  expect(describeStops(t, byBrowser)).toEqual(['1 stopped by this browser']);
  expect(describeStops(t, byNobodyKnown)).toEqual(['1 stopped, by whom cannot be told']);
});

test.each([
  [[byExtension], 'an extension'],
  [[byBrowser, byBrowser], 'this browser'],
  [[byExtension, byBrowser], 'an extension and this browser'],
  [[byExtension, byNobodyKnown], 'your browser or another extension'],
  [[], 'your browser or another extension'],
])('the subject of a sentence (%#)', (contacts, subject) => {
  expect(describeStopper(t, contacts)).toBe(subject);
});

test('an error is told in plain words, with the browser’s own name for it', () => {
  const failed = contact({
    host: 'd.example',
    failed: 3,
    errors: { 'net::ERR_NAME_NOT_RESOLVED': 2, 'net::ERR_BLOCKED_BY_ORB': 1 },
  });
  expect(describeErrors(t, failed)).toEqual([
    'no such host (net::ERR_NAME_NOT_RESOLVED, 2 times)',
    'this browser kept the answer from the page (net::ERR_BLOCKED_BY_ORB)',
  ]);
  expect(describeErrors(t, byExtension)).toEqual(['stopped by an extension (net::ERR_BLOCKED_BY_CLIENT, 2 times)']);
});

test('an error that stops is told as cancelled where nothing was stopped', () => {
  const late = contact({ host: 'e.example', failed: 1, errors: { NS_ERROR_ABORT: 1 } });
  expect(describeErrors(t, late)).toEqual(['cancelled on the way (NS_ERROR_ABORT)']);
});
