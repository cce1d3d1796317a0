import { expect, test } from 'vitest';
import { ledgerLimits } from '../../../lib/observation/document-ledger';
import { mergeTiming } from '../../../lib/observation/merge-timing';
import { observationOf, recorderOn, request } from './recorder-kit';
import { smallCatalogue } from './small-catalogue';

const hosts = ledgerLimits.contacts + 50;
const urlOf = (number: number) => `https://h${(number % hosts).toString()}.example/${number.toString()}`;

test('a host that finds no room is counted once, however often it is asked, fails or is listed', () => {
  const recorder = recorderOn();
  for (let number = 0; number < 3 * hosts; number += 1) {
    const one = request(urlOf(number), { at: 1100 + number });
    recorder.record(one, { kind: 'sent' });
    recorder.record(one, { kind: 'failed', error: 'net::ERR_TIMED_OUT' });
  }
  const tab = recorder.tabs.get(1);
  const resources = [{ url: urlOf(hosts - 1), type: 'img', at: 1200 }];
  if (tab !== undefined)
    mergeTiming(tab, [{ frameId: 0, documentId: 'page-1', resources, isFull: false }], smallCatalogue);
  const { contacts, cut } = observationOf(recorder);
  expect(contacts).toHaveLength(ledgerLimits.contacts);
  expect(cut.contacts).toBe(50);
});
