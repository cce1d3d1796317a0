import { html, script } from '../reply';
import { standIn } from '../site';

/** Cloudflare's cookie, on Pipedrive's domain. */
const cloudflareCookie = '__cf_bm=demo; Path=/; Domain=pipedrive.com; Max-Age=1800; Secure; HttpOnly; SameSite=None';

/** Shows the form in a frame, as Pipedrive's loader does. */
const formLoader = `(() => {
  const place = document.querySelector('[data-pd-webforms]');
  const form = document.createElement('iframe');
  form.title = 'Contact form by Pipedrive';
  form.src = place.getAttribute('data-pd-webforms') + '?embeded=1';
  place.append(form);
})();`;

const form = `<!doctype html><html lang="en"><title>Contact form</title>
<script src="https://cdn.pipedriveassets.com/web-form-assets/webforms.min.js"></script>
<form><label>E-mail <input type="email"></label><button type="button">Send</button></form>`;

const chatLoader = `(() => {
  const chat = document.createElement('script');
  chat.src = 'https://cdn.eu-central-1.pipedriveassets.com/leadbooster-chat/assets/web/main.js';
  document.head.append(chat);
  window.LeadBooster = { q: [] };
})();`;

/** Web forms, chat and calendar. */
export const pipedrive = [
  standIn('webforms.pipedrive.com', {
    '/f/loader': script(formLoader),
    '/f/*': html(form, { 'set-cookie': cloudflareCookie }),
  }),
  standIn('leadbooster-chat.pipedrive.com', { '/assets/loader.js': script(chatLoader) }),
  standIn('cloudops.pipedrive.com', {
    '/scheduler/*': html('<!doctype html><html lang="en"><title>Calendar</title><p>Monday 10:00, 11:00, 14:00'),
  }),
  standIn('*.pipedriveassets.com', {
    '/web-form-assets/*': script('void 0;'),
    '/leadbooster-chat/*': script('document.body.append("Chat: how can we help?");'),
  }),
];
