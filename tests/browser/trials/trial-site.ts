import { startServer } from '../../site/server';
import type { SiteServer } from '../../site/server';
import { answerLoad } from './load-page';
import { answerServices } from './service-pages';

/** Plays every page of the trials and every host that they ask. */
export const startTrialSite = (): Promise<SiteServer> =>
  startServer((visit) => (/^\/t\d+\//.test(visit.url.pathname) ? null : answerServices(visit)) ?? answerLoad(visit));
