import { expect, test } from 'vitest';
import { describeWorkerContacts } from '../../../lib/words/describe-worker-contacts';
import { contact } from '../../fixtures/observations/make';
import { english as t } from './english';

const from = (host: string, serviceName: string | null, party: 'first-party' | 'third-party' = 'third-party') => ({
  ...contact({ host, party, startedBy: 'worker' }),
  serviceName,
});

test('what a worker sent stands under the name of the service it went to', () => {
  const groups = describeWorkerContacts(t, [
    from('www.google-analytics.com', 'Google Analytics'),
    from('cdn-x.example', null),
    from('region1.google-analytics.com', 'Google Analytics'),
    from('shop.example', null, 'first-party'),
  ]);
  expect(groups.map(({ name, contacts }) => [name, contacts.length])).toEqual([
    ['Google Analytics', 2],
    ['Unidentified recipients', 1],
    ['Requests to the site itself', 1],
  ]);
});
