import { catalogue } from '../catalogue/default-catalogue';
import { parseMessage } from '../messages/parse-message';
import type { Handlers } from '../messages/protocol';
import type { Gap } from '../observation/observation';
import { noteGap } from '../observation/document-ledger';
import { Recorder } from '../observation/recorder';
import { currentLedger } from '../observation/tab-ledgers';
import { type Runtime, browser } from './api';
import { Gate } from './gate';
import { lookForPolicy } from './look-for-policy';
import { PolicyService } from './policy-service';
import { ReportHub, isOurs } from './report-hub';
import { ReportService } from './report-service';
import { TabWriter, readTabs } from './tab-store';
import { existingDocuments, watchNavigation } from './watch-navigation';
import { watchRequests } from './watch-requests';

/**
 * Wires the parts of the background. Every listener is registered in this first turn; what they hear waits behind
 * the gate until the state of before is back.
 */
export function startBackground(): void {
  const storageGaps: Gap[] = [];
  const gate = new Gate();
  const recorder = new Recorder(catalogue, (tabId) => {
    writer.touch(tabId);
    hub.changed(tabId);
  });
  const writer = new TabWriter(
    recorder.tabs,
    () => {
      recorder.settle();
    },
    () => {
      if (storageGaps.length === 0) storageGaps.push({ reason: 'storage-failed', at: Date.now() });
    },
  );
  const service = new ReportService(recorder, new PolicyService(lookForPolicy), catalogue, () => storageGaps);
  const hub = new ReportHub(service);

  listenToBrowser(recorder, service, gate);
  listenToPages(hub, gate);
  void restore(recorder, gate, hub);
}

function listenToBrowser(recorder: Recorder, service: ReportService, gate: Gate): void {
  watchRequests((request, step) => {
    gate.run(() => {
      recorder.record(request, step);
    });
  });
  watchNavigation({
    commit: (commit) => {
      gate.run(() => {
        recorder.commit(commit);
      });
    },
    complete: (tabId) => {
      gate.run(() => void service.readTiming(tabId));
    },
    replace: (from, to) => {
      gate.run(() => {
        recorder.replaceTab(from, to);
      });
    },
    remove: (tabId) => {
      gate.run(() => {
        recorder.removeTab(tabId);
      });
    },
  });
}

function listenToPages(hub: ReportHub, gate: Gate): void {
  const handlers = {
    'tab-report': async ({ tabId, lookAgain }) => {
      await gate.opened;
      return hub.look(tabId, lookAgain);
    },
  } satisfies Handlers;
  browser.runtime.onMessage.addListener((input: unknown, sender: Runtime.MessageSender) => {
    const message = isOurs(sender) ? parseMessage(input) : null;
    return message === null ? undefined : handlers[message.name](message.request);
  });
  browser.runtime.onConnect.addListener((port) => {
    gate.run(() => {
      hub.connect(port);
    });
  });
  const reconsider = () => {
    gate.run(() => void hub.changedEverywhere());
  };
  browser.permissions.onAdded.addListener(reconsider);
  browser.permissions.onRemoved.addListener(reconsider);
}

/** Brings back what was kept, notes what a stop may have cost, lets the events through, then takes in what is open. */
async function restore(recorder: Recorder, gate: Gate, hub: ReportHub): Promise<void> {
  let reason: Gap['reason'] = 'opened-before-candor';
  try {
    const kept = await readTabs();
    if (kept.length > 0) reason = 'background-restarted';
    for (const tab of kept) {
      recorder.tabs.set(tab.tabId, tab);
      const ledger = currentLedger(tab);
      if (tab.isBusy && ledger !== null) noteGap(ledger, { reason: 'background-restarted', at: Date.now() });
    }
  } finally {
    gate.open();
    await takeInOpenTabs(recorder, reason);
    await hub.changedEverywhere();
  }
}

async function takeInOpenTabs(recorder: Recorder, reason: Gap['reason']): Promise<void> {
  const tabs = await browser.tabs.query({});
  const open = new Set(tabs.map(({ id }) => id));
  for (const tabId of [...recorder.tabs.keys()]) if (!open.has(tabId)) recorder.removeTab(tabId);
  for (const id of open) {
    if (id !== undefined) recorder.adoptExisting(await existingDocuments(id, Date.now()), reason);
  }
}
