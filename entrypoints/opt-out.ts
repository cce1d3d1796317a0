import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { optOutInPage } from '../lib/browser/opt-out-in-page';

/** The page part of the opt-out: registered for the pages where it is on, and put into foreign frames as they commit. */
export default defineUnlistedScript({
  // A name of its own would be one that the page can see.
  globalName: false,
  main: optOutInPage,
});
