import { catalogue } from '../../lib/catalogue/default-catalogue';
import type { Commit } from '../../lib/observation/request';
import { Recorder } from '../../lib/observation/recorder';
import { page, requestFor } from './cases';
import { soakFlood } from './soak-flood';
import { heapBytes, report } from './soak-report';

/**
 * A day of browsing through one recorder: what it keeps must not grow with what it has seen.
 * Half of the requests go to hosts that no other page of that day asks for.
 */
const pages = 2000;
const requestsPerPage = 300;
const tabs = 20;
/** The quota of `storage.session` is 10 MiB in Chromium; a tab may not need more than this share of it. */
const maxBytesPerTab = 512 * 1024;
const maxHeapGrowthBytes = 8 * 1024 * 1024;

const recorder = new Recorder(catalogue, () => undefined);
browse(0, pages / 2);
const before = heapBytes();
browse(pages / 2, pages);
const growth = heapBytes() - before;
const largest = Math.max(...[...recorder.tabs.values()].map((tab) => JSON.stringify(tab).length));

report('heap growth in the second half', growth, maxHeapGrowthBytes);
report('largest tab as stored', largest, maxBytesPerTab);
await soakFlood();

function browse(from: number, to: number): void {
  for (let number = from; number < to; number += 1) {
    const commit: Commit = {
      ...page,
      tabId: number % tabs,
      documentId: `document-${number}`,
      at: page.at + number * 1000,
    };
    recorder.commit(commit);
    for (let place = 0; place < requestsPerPage; place += 1) {
      const host = place % 2 === 0 ? `p${place % 40}.example` : `p${place}.n${number}.example`;
      const request = requestFor(`https://${host}/a/${place}.js?v=${number}`, place, commit);
      recorder.record(request, { kind: 'sent' });
      recorder.record(request, { kind: 'completed' });
    }
  }
}
