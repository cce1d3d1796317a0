import { pixel, script } from '../reply';
import { standIn } from '../site';

const ninetyDaysInSeconds = 7_776_000;

/** Sets its cookie on the page's own host and sends one hit. */
const events = `(() => {
  document.cookie = '_fbp=fb.1.1700000000000.123456789; Path=/; Max-Age=${ninetyDaysInSeconds}; SameSite=Lax; Secure';
  new Image().src = 'https://www.facebook.com/tr?id=1&ev=PageView';
})();`;

/** The advertising pixel that the CloudOps policy does not name. */
export const facebook = [
  standIn('connect.facebook.net', { '/en_US/fbevents.js': script(events) }),
  standIn('www.facebook.com', { '/tr': pixel(), '/tr/': pixel() }),
];
