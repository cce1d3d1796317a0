import { catalogue } from '../catalogue/default-catalogue';
import { answer } from '../messages/answer';
import { parseMessage } from '../messages/parse-message';
import type { Handlers } from '../messages/protocol';
import { Recorder } from '../observation/recorder';
import { type Runtime, browser } from './api';
import { auditPorts } from './audit-ports';
import { AuditService } from './audit-service';
import { type OpenPages, comeBack } from './come-back';
import type { ConsentService } from './consent-service';
import { followCookies } from './follow-cookies';
import { Gate } from './gate';
import { followGpc } from './gpc';
import { Keeper } from './keeper';
import { forgetPrivatePolicies, lookForPolicy } from './look-for-policy';
import { OptOutFrames } from './opt-out-frames';
import { optOutPorts } from './opt-out-ports';
import { OptOutService } from './opt-out-service';
import { PolicyService } from './policy-service';
import { watchConsentCookies } from './read-consent';
import { reopenConsent } from './reopen-consent';
import { ReportHub, isOurs } from './report-hub';
import { ReportService } from './report-service';
import { AliasService } from './resolve-cname';
import { sessionPort } from './session-port';
import { existingDocuments, watchNavigation } from './watch-navigation';
import { watchRequests } from './watch-requests';

/**
 * Wires the parts of the background. Every listener is registered in this first turn; what they hear waits behind
 * the gate until the state of before is back.
 */
export function startBackground(): void {
  const gate = new Gate();
  const recorder: Recorder = new Recorder(catalogue, (tabId) => {
    keeper.touch(tabId);
    if (tabId === 'workers') hub.changedForAll();
    else hub.changed(tabId);
  });
  const keeper: Keeper = new Keeper(recorder, sessionPort, () => {
    hub.changedForAll();
  });
  const isFailing = () => keeper.isFailing;
  const service = new ReportService(
    recorder,
    new PolicyService(lookForPolicy),
    catalogue,
    isFailing,
    new AliasService(),
    new OptOutService(optOutPorts),
  );
  const frames = new OptOutFrames(service.optOut, recorder);
  const hub = new ReportHub(service, () => frames.renew());

  const audits = new AuditService(auditPorts(service));
  listenToRequests(recorder, gate, audits);
  listenToPages({ recorder, service, gate, frames, audits });
  listenForConsent(service.consent, gate);
  listenToOurPages(hub, audits, gate);
  followGpc();
  void startOptOut(service, frames);
  void begin({ recorder, keeper, service, gate, hub });
}

function listenToRequests(recorder: Recorder, gate: Gate, audits: AuditService): void {
  const noteAnswer = followCookies(recorder, gate);
  watchRequests((request, step) => {
    gate.run(() => {
      noteAnswer(request, step);
      recorder.record(request, step);
      // A page of an audit is about to be left: what is chosen on it is asked for the last time.
      if (request.type === 'main_frame' && step.kind === 'sent') void audits.pageLeaving(request.tabId);
    });
  });
}

function listenToPages({ recorder, service, gate, frames, audits }: Omit<Parts, 'keeper' | 'hub'>): void {
  watchNavigation({
    commit: (commit) => {
      gate.run(() => {
        recorder.commit(commit);
        frames.commit(commit);
        void service.consent.atStart(commit);
        if (commit.isOutermost) void audits.pageChanged(commit.tabId);
      });
    },
    rename: (tabId, documentId, url) => {
      gate.run(() => {
        recorder.rename(tabId, documentId, url);
      });
    },
    complete: (tabId) => {
      gate.run(() => {
        recorder.complete(tabId);
        void service.readTiming(tabId);
        void service.consent.read(tabId);
        void service.followOptOut(tabId);
      });
    },
    replace: (from, to) => {
      gate.run(() => {
        recorder.replaceTab(from, to);
      });
    },
    remove: (tabId) => {
      gate.run(() => {
        recorder.removeTab(tabId, Date.now());
        frames.remove(tabId);
        void forgetClosedWindows(service, audits);
      });
    },
  });
}

function listenForConsent(consent: ConsentService, gate: Gate): void {
  watchConsentCookies((domain) => {
    gate.run(() => void consent.cookieChanged(domain));
  });
}

/** Nothing of a private window outlives it. */
async function forgetClosedWindows({ policies }: ReportService, audits: AuditService): Promise<void> {
  const tabs = await browser.tabs.query({});
  if (tabs.some(({ incognito }) => incognito)) return;
  policies.forgetPrivate();
  await Promise.all([forgetPrivatePolicies(), audits.forgetPrivate()]);
}

function listenToOurPages(hub: ReportHub, audits: AuditService, gate: Gate): void {
  const handlers = {
    'tab-report': async ({ tabId, lookAgain }) => {
      await gate.opened;
      return hub.look(tabId, lookAgain);
    },
    stores: async ({ tabId }) => {
      await gate.opened;
      return hub.lookIntoStores(tabId);
    },
    'reopen-consent': ({ tabId }) => reopenConsent(tabId),
    'opt-out': async ({ tabId, change }) => {
      await gate.opened;
      return hub.changeOptOut(tabId, change);
    },
    audit: async ({ tabId, id, seen, step }) => {
      await gate.opened;
      return audits.step(tabId, id, seen, step);
    },
  } satisfies Handlers;
  browser.runtime.onMessage.addListener((input: unknown, sender: Runtime.MessageSender) => {
    const message = isOurs(sender) ? parseMessage(input) : null;
    return message === null ? undefined : answer(handlers, message);
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

interface Parts {
  readonly recorder: Recorder;
  readonly keeper: Keeper;
  readonly service: ReportService;
  readonly gate: Gate;
  readonly hub: ReportHub;
  readonly frames: OptOutFrames;
  readonly audits: AuditService;
}

/** Not behind the gate: the earlier the page part is back, the fewer pages begin without it. */
async function startOptOut({ optOut }: ReportService, frames: OptOutFrames): Promise<void> {
  await optOut.start();
  await frames.renew();
}

/** After the start: what was before is back, and what a stop may have cost is read from the pages. */
async function begin({ recorder, keeper, service, gate, hub }: Omit<Parts, 'frames' | 'audits'>): Promise<void> {
  await comeBack(recorder, keeper, gate, openPages, () => Date.now());
  for (const [tabId, { missedAt }] of recorder.tabs) if (missedAt !== null) await service.readTiming(tabId);
  await hub.changedEverywhere();
}

const openPages: OpenPages = {
  tabs: async () => (await browser.tabs.query({})).flatMap(({ id }) => (id === undefined ? [] : [id])),
  documents: (tabId) => existingDocuments(tabId, Date.now()),
};
