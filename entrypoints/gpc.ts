import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { gpcInPage } from '../lib/browser/gpc-in-page';

/** Registered for all pages where the person wants Global Privacy Control. */
export default defineUnlistedScript({
  // A name of its own would be one that the page can see.
  globalName: false,
  main: gpcInPage,
});
