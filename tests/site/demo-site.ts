import { cloudops } from './cloudops/cloudops';
import { cleanSites } from './planted/clean-sites';
import { gardenSites } from './planted/garden';
import { smallPlantSites } from './planted/small-plants';
import { startServer } from './server';
import type { SiteServer } from './server';
import { answerFrom } from './site';
import { consentSites } from './sites/consent-sites';
import { contentSites } from './sites/content-sites';
import { cookieSites } from './sites/cookie-sites';
import { discoverySites } from './sites/discovery-sites';
import { documentSites } from './sites/document-sites';
import { fetchSites } from './sites/fetch-sites';
import { formSites } from './sites/form-sites';
import { leavingSites } from './sites/leaving-sites';
import { hostingSites } from './sites/hosting-sites';
import { optOutSites } from './sites/opt-out-sites';
import { pageSites } from './sites/page-sites';
import { stoppedSites } from './sites/stopped-sites';
import { workerSites } from './sites/worker-sites';
import { facebook } from './stand-ins/facebook';
import { google } from './stand-ins/google';
import { miro } from './stand-ins/miro';
import { nameServer } from './stand-ins/name-server';
import { pipedrive } from './stand-ins/pipedrive';
import { unknownParties } from './stand-ins/unknown-parties';
import { zapier } from './stand-ins/zapier';
import { zoom } from './stand-ins/zoom';

/** Starts the demo: the CloudOps site, the small sites that are there for one case each, and all who play third parties. */
export const startDemoSite = (): Promise<SiteServer> =>
  startServer(
    answerFrom([
      cloudops,
      ...consentSites,
      ...contentSites,
      ...cookieSites,
      ...discoverySites,
      ...documentSites,
      ...fetchSites,
      ...formSites,
      ...leavingSites,
      ...hostingSites,
      ...optOutSites,
      ...pageSites,
      ...cleanSites,
      ...gardenSites,
      ...smallPlantSites,
      ...stoppedSites,
      ...workerSites,
      ...google,
      ...pipedrive,
      ...miro,
      ...zoom,
      ...zapier,
      ...facebook,
      nameServer,
      ...unknownParties,
    ]),
  );
