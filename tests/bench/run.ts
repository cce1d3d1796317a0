import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalogue } from '../../lib/catalogue/default-catalogue';
import { compare } from '../../lib/comparison/compare';
import { Recorder } from '../../lib/observation/recorder';
import { parsePolicy } from '../../lib/policy/parse';
import { manyContacts, page, policyState, requests } from './cases';
import { measure } from './measure';
import { saveWith } from './save';

const bytes = readFileSync(join(import.meta.dirname, '../fixtures/cloudops.json'));
const text = bytes.toString('utf8');
const policy = policyState(bytes);
const [few, many] = [manyContacts(100), manyContacts(1000)];

const recorder = new Recorder(catalogue, () => undefined);
recorder.commit(page);
let turn = 0;
const next = () => requests[(turn += 1) % requests.length] ?? requests[0];

const table = [
  measure({
    name: 'identify(url) / new URL(url)',
    ours: () => catalogue.identify(next().url),
    yardstick: () => new URL(next().url),
  }),
  measure({
    name: 'recorder.record(request) / JSON.stringify(request)',
    ours: () => recorder.record(next(), { kind: 'sent' }),
    yardstick: () => JSON.stringify(next()),
  }),
  measure({
    name: 'parsePolicy(cloudops) / JSON.parse(cloudops)',
    ours: () => parsePolicy(bytes),
    yardstick: () => JSON.parse(text) as unknown,
  }),
  measure({
    name: 'compare(1,000 contacts) / compare(100 contacts)',
    ours: () => compare(policy, many, catalogue, page.at),
    yardstick: () => compare(policy, few, catalogue, page.at),
  }),
  measure({ name: 'save of one tab of 201 / of one alone', ours: saveWith(201), yardstick: saveWith(1) }),
];

const ms = (value: number) => `${(value * 1000).toFixed(value < 0.01 ? 2 : 0)} µs`;
console.log(
  'Medians of alternated rounds within this run; the ratio is what to compare between two states of the code.\n',
);
for (const { name, ratio, oursMs, yardstickMs } of table) {
  console.log(`${name.padEnd(52)}${ratio.toFixed(1).padStart(7)}   (${ms(oursMs)} / ${ms(yardstickMs)})`);
}
