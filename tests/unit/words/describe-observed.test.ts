import { expect, test } from 'vitest';
import { describeContactNotes } from '../../../lib/words/describe-observed';
import { contact } from '../../fixtures/observations/make';
import { english as t } from './english';

test('a worker and an e-mail address in a URL are told in plain words', () => {
  const seen = contact({ host: 'a.example', startedBy: 'worker', sent: 3, emailsInUrl: 1 });
  expect(describeContactNotes(t, seen)).toEqual(
    expect.arrayContaining(['asked for by this site’s worker', '1 with what looks like an e-mail address in its URL']),
  );
});

test('what the page itself asked for is told without either', () => {
  expect(describeContactNotes(t, contact({ host: 'a.example' }))).toHaveLength(1);
});
