import { page } from '../page';
import { html } from '../reply';
import { standIn, website } from '../site';

const field = '<label>E-mail <input name="mail" value="secret-word"></label>';

const forms = `<form id="own" method="post" action="/sent">${field}</form>
<form id="search"><input name="action" value="secret-word"><input name="method"></form>
<form id="newsletter" method="post" action="https://in.mailer.example/subscribe?list=secret-word">${field}</form>
<form id="plain" action="http://old.example/search">${field}</form>
<form method="post" action="/sent">${field}<button type="submit" formaction="https://button.example/send">Send</button></form>
<form method="dialog">${field}</form><form action="mailto:jo@mail.de">${field}</form>
<div id="host"></div>
<iframe title="Embedded" src="https://embed.example/form"></iframe>
<iframe title="Sandboxed" sandbox="allow-forms" srcdoc="<form method='post' action='https://sandboxed.example/in'></form>"></iframe>
<script>document.querySelector('#host').attachShadow({ mode: 'open' }).innerHTML =
  '<form method="post" action="https://shadow.example/in"></form>';</script>`;

const keep = (name: string) => `localStorage.setItem('${name}_local', 'secret-word');
sessionStorage.setItem('${name}_session', 'secret-word');
indexedDB.open('${name}_database');
caches.open('${name}_cache');`;

const stores = `<iframe title="Embedded" src="https://embed.example/stores"></iframe>
<iframe title="Help" src="https://help.stores.example/stores"></iframe>
<iframe title="Sandboxed" sandbox="allow-scripts" srcdoc="<p>Without an origin.</p>"></iframe>
<script>${keep('own')} localStorage.setItem('user:jo@mail.de', 'secret-word');</script>`;

/** Forms that send to different places, and web storage of the page and its frames. */
export const formSites = [
  website('forms.example', {
    '/': html(page('Forms', `<p>Forms of every kind.</p>${forms}`)),
    '/quiet': html(page('Quiet forms', `<form method="post" action="/sent">${field}</form>`)),
    '/sent': html(page('Sent', '<p>Thank you.</p>')),
  }),
  website('stores.example', {
    '/': html(page('Stores', `<p>Keeps something in web storage.</p>${stores}`)),
  }),
  standIn('help.stores.example', {
    '/stores': html(`<!doctype html><title>Help</title><script>${keep('help')}</script>`),
  }),
  standIn('embed.example', {
    '/form': html(`<!doctype html><title>Form</title><form method="post" action="/in">${field}</form>`),
    '/stores': html(`<!doctype html><title>Stores</title><script>${keep('embed')}</script>`),
  }),
];
