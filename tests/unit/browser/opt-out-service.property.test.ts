import fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import { OptOutService } from '../../../lib/browser/opt-out-service';
import type { Contact } from '../../../lib/observation/observation';
import { type OptOutChange, blockings } from '../../../lib/opt-out/opt-out';
import { optOutReport } from '../../../lib/opt-out/opt-out-report';
import { FakeOptOutBrowser, type Trouble, pageOn, troubles } from './fake-opt-out';

/** A life of one tab on one site, with faults. */
type Step =
  | { readonly do: 'change'; readonly change: OptOutChange; readonly stepsLeft: number }
  | { readonly do: 'load' }
  | { readonly do: 'restart' }
  | { readonly do: 'forget' }
  | { readonly do: 'trouble'; readonly trouble: readonly Trouble[] };

const change: fc.Arbitrary<OptOutChange> = fc.oneof(
  fc.record({ kind: fc.constantFrom('site' as const, 'everywhere' as const), isOn: fc.boolean() }),
  fc.record({ kind: fc.constant('blocking' as const), level: fc.constantFrom(...blockings) }),
  fc.constant({ kind: 'delete-cookies' } as const),
);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('change' as const),
      change,
      stepsLeft: fc.oneof(fc.constant(1e9), fc.nat(12)),
    }),
  },
  { weight: 4, arbitrary: fc.constant({ do: 'load' } as const) },
  { weight: 2, arbitrary: fc.constant({ do: 'restart' } as const) },
  { weight: 1, arbitrary: fc.constant({ do: 'forget' } as const) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('trouble' as const),
      trouble: fc.subarray([...troubles], { maxLength: 3 }),
    }),
  },
);

const site = 'site.example';
const settle = async () => {
  for (let turn = 0; turn < 80; turn += 1) await Promise.resolve();
};

class Life {
  readonly browser = new FakeOptOutBrowser();
  now = 1000;
  startedAt = 1000;
  document = 0;
  service = new OptOutService(this.browser.ports());

  async live(one: Step): Promise<void> {
    this.now += 10;
    if (one.do === 'trouble') {
      this.browser.troubles.clear();
      for (const trouble of one.trouble) this.browser.troubles.add(trouble);
    } else if (one.do === 'load') {
      this.document += 1;
      this.startedAt = this.now;
      this.browser.load(site);
    } else if (one.do === 'forget') this.browser.scripts = [];
    else if (one.do === 'change') await this.change(one.change, one.stepsLeft);
    if (one.do === 'restart' || this.browser.stepsLeft <= 0) await this.restart();
    void this.service.look(this.page, null, { kind: 'not-looked' });
    await settle();
  }

  async change(wanted: OptOutChange, stepsLeft: number): Promise<void> {
    this.browser.stepsLeft = stepsLeft;
    void this.service.change(this.page, wanted, null, { kind: 'not-looked' });
    await settle();
  }

  async restart(): Promise<void> {
    this.browser.stepsLeft = Infinity;
    this.service = new OptOutService(this.browser.ports());
    void this.service.start();
    await settle();
  }

  get page() {
    return pageOn(site, `document-${this.document.toString()}`);
  }

  /** What is told of a page whose tag has not sent anything yet, and will unless the page part was there in time. */
  report() {
    const contacts = [contact('google-analytics/tag', 'www.googletagmanager.com')];
    return optOutReport(this.service.factsFor(this.page), { ...seen, startedAt: this.startedAt, contacts }, []);
  }
}

const seen = { host: site, coverage: { kind: 'all', since: 0 }, workerContacts: [], cookies: [] } as const;

function contact(rule: string, host: string): Contact {
  const counts = { sent: 1, stopped: 0, failed: 0, listed: 0, emailsInUrl: 0, firstAt: 0, lastAt: 0 };
  const lists = { samples: [], redirectedTo: [], propertyIds: ['G-DEMO000001'] };
  const rest = { types: {}, errors: {}, byConsent: {}, cookieless: {}, unencrypted: false, broughtInBy: null };
  return {
    host,
    rule,
    service: 'google-analytics',
    party: 'third-party',
    startedBy: 'page',
    ...counts,
    ...lists,
    ...rest,
  };
}

afterEach(() => {
  vi.useRealTimers();
});

test('whatever fails and whenever it is killed: "proven" is said only of a page that has the page part', async () => {
  let proven = 0;
  let notSwitched = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 25 }), async (steps) => {
      vi.useFakeTimers({ now: 1000, toFake: ['Date'] });
      const life = new Life();
      await life.restart();
      for (const one of steps) {
        vi.setSystemTime(life.now + 10);
        await life.live(one);
        const { proof, faults } = life.report();
        if (proof.kind === 'proven') expect(life.browser.isSet).toBe(true);
        if (proof.kind === 'not-switched') expect(faults.length).toBeGreaterThan(0);
        proven += proof.kind === 'proven' ? 1 : 0;
        notSwitched += proof.kind === 'not-switched' ? 1 : 0;
      }
    }),
    { numRuns: 200 },
  );
  expect(proven).toBeGreaterThan(20);
  expect(notSwitched).toBeGreaterThan(5);
});
