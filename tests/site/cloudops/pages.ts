import { page } from '../page';
import { embeds } from './embeds';
import { privacyText } from './privacy-text';

const navigation = {
  '/': 'Home',
  '/analytics': 'Analytics',
  '/tag-manager': 'Tag manager',
  '/contact': 'Contact',
  '/chat': 'Chat',
  '/appointment': 'Appointment',
  '/board': 'Board',
  '/meeting': 'Meeting',
  '/zapier': 'Zapier',
  '/recaptcha': 'reCAPTCHA',
  '/offer': 'Offer',
  '/return-call': 'Return call',
  '/undeclared': 'Undeclared',
  '/privacy': 'Privacy',
};

const shown = (title: string, body: string) => page(title, body, { navigation, brand: 'CloudOps' });

const home = `<p class="lead">We run your cloud, so that you can run your business.</p>
<p>Migration, cost control and round-the-clock operation for small and middle-sized companies.</p>
<p><a href="/appointment">Make an appointment</a> or <a href="/contact">write to us</a>.</p>
${embeds.tagManager}
${embeds.analytics}`;

const field = (label: string, name: string, type: string) =>
  `<label>${label} <input name="${name}" type="${type}"></label>`;

const form = (fields: readonly string[]) =>
  `<form method="post" action="/sent">${fields.join('')}<button type="submit">Send</button></form>`;

const [name, mail, phone] = [
  field('First name', 'name', 'text'),
  field('E-mail', 'mail', 'email'),
  field('Phone', 'phone', 'tel'),
];

/** Path → HTML of each page of the CloudOps site. */
export const pages: Readonly<Record<string, string>> = {
  '/': shown('CloudOps', home),
  '/privacy': shown('Privacy Policy & Terms of Use', privacyText()),
  '/analytics': shown('Analytics', `<p>This page counts its visitors.</p>${embeds.analytics}`),
  '/tag-manager': shown('Tag manager', `<p>This page has a tag manager.</p>${embeds.tagManager}`),
  '/contact': shown('Contact', `<p>Write to us.</p>${embeds.webForm}${embeds.recaptcha}`),
  '/chat': shown('Chat', `<p>Talk to us.</p>${embeds.chat}`),
  '/appointment': shown('Appointment', `<p>Choose a time.</p>${embeds.scheduler}`),
  '/recaptcha': shown('reCAPTCHA', `<p>This page asks whether you are human.</p>${embeds.recaptcha}`),
  '/board': shown('Board', `<p>Draw with us.</p>${embeds.board}`),
  '/meeting': shown(
    'Meeting',
    `<p>Meet us. <a href="https://zoom.us/j/85000000000">Open in Zoom</a></p>${embeds.meeting}`,
  ),
  '/zapier': shown('Zapier', `<p>Connect your tools.</p>${embeds.zapier}`),
  '/offer': shown('Offer', `<p>Ask for an offer.</p>${form([name, mail])}`),
  '/return-call': shown('Return call', `<p>We call you.</p>${form([name, phone, mail])}`),
  '/sent': shown('Sent', '<p>Thank you.</p>'),
  '/undeclared': shown('Undeclared', `<p>More runs here than the policy names.</p>${home}${embeds.undeclared}`),
};
