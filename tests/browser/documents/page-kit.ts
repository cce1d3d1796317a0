import { afterEach } from 'vitest';
import type { SiteReport } from '../../../lib/comparison/site-report';
import type { LoggedRequest } from '../../site/server';
import { readReport } from '../support/site-report';
import { type PageOpener, type SiteTab, openPage, siteTab } from '../support/site-tab';
import { type Place, expectOnly } from '../support/wire';

/** What the tests of document sites do again and again. Tabs opened with it are closed after each test. */
export interface PageKit {
  readonly place: Place;
  /** Opens `path` of walks.example, or a whole URL, in a tab of its own; answers the document's name too. */
  readonly open: (path: string, as: string) => Promise<readonly [SiteTab, string]>;
  /** Goes there within the tab. */
  readonly go: (tab: SiteTab, path: string, as: string) => Promise<string>;
  /** A tab that was not opened with `open`. */
  readonly adopt: (id: number) => SiteTab;
  readonly report: (tab: Pick<SiteTab, 'id'>) => Promise<SiteReport>;
  /** See `expectOnly` in `wire.ts`. */
  readonly expectOnly: (tab: Pick<SiteTab, 'id'>, me: string, ...whats: readonly string[]) => Promise<SiteReport>;
  /** What the server got from this document so far. */
  readonly arrivedFrom: (me: string) => readonly LoggedRequest[];
}

/** To be called once in a `describe`; `place` and `driver` are looked at only while its tests run. */
export function pageKit(place: Place & { readonly driver: PageOpener }): PageKit {
  const opened: SiteTab[] = [];
  afterEach(async () => {
    for (const tab of opened.splice(0)) await tab.close().catch(() => undefined); // gone already
  });
  const adopt = (id: number) => {
    const tab = siteTab(place.driver, id);
    opened.push(tab);
    return tab;
  };
  return {
    place,
    adopt,
    open: async (path, as) => {
      const [tab, me] = await openPage(place.driver, addressOf(path, as), as);
      opened.push(tab);
      return [tab, me];
    },
    go: async (tab, path, as) => {
      await tab.goto(addressOf(path, as));
      return tab.arrive(as);
    },
    report: (tab) => readReport({ evaluate: place.driver.inExtension }, tab),
    expectOnly: (tab, me, ...whats) => expectOnly(place, tab, me, ...whats),
    arrivedFrom: (me) => place.server.log.filter(({ host }) => host.endsWith(`.${me}.wire.example`)),
  };
}

function addressOf(path: string, as: string): string {
  const url = new URL(path, 'https://walks.example');
  url.searchParams.set('as', as);
  return url.href;
}
