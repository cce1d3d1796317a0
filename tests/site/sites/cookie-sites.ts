import { page } from '../page';
import { html, nothing, pixel } from '../reply';
import { website } from '../site';
import type { Site } from '../site';

/** In every value, so that a test can look for it anywhere. */
export const cookieValue = 'SECRET-VALUE';
const tenYears = 315_360_000;
const soon = 3600;

const [host, widgets] = ['cookies.example', 'widgets.example'];

/** A page of `host` whose answer sets `cookies` and whose script is `code`. */
const cookiePage = (title: string, cookies: readonly string[], code = '', body = '') =>
  html(page(title, `${body}<script>${code}</script>`), cookies.length === 0 ? {} : { 'set-cookie': cookies });

const set = (name: string, attributes = '', value = cookieValue) => `${name}=${value}; Path=/${attributes}`;
const write = (...cookie: Parameters<typeof set>) => `document.cookie = ${JSON.stringify(set(...cookie))};`;
/** Firefox does not tell of a cookie that is set again as it was. */
const otherValue = `${cookieValue}-2`;

/** Sets cookies in every way there is; who is asked says the path. */
const cookies = website(host, {
  '/': cookiePage('Nothing is set', []),
  '/header': cookiePage('Set by header', [
    set('plain'),
    set('long', `; Secure; Max-Age=${tenYears}`),
    set('hidden', '; HttpOnly; SameSite=Strict'),
    set('dated', '; Expires=Sun, 22-Nov-60 12:00:00 GMT'),
    set('__Host-broken', '; Domain=cookies.example; Secure'),
  ]),
  '/script': cookiePage('Set by script', [], write('scripted', `; Max-Age=${tenYears}`) + write('brief')),
  '/script-later': cookiePage('Set by script when told to', [], `window.later = () => { ${write('later')} };`),
  '/overwritten': cookiePage(
    'Set anew',
    [set('first-header')],
    `${write('first-script')} setTimeout(() => { ${write('first-header', '', otherValue)} fetch('/set/first-script'); }, 3500);`,
  ),
  '/set/first-script': nothing({ 'set-cookie': set('first-script', '', otherValue) }),
  '/deleting': cookiePage('Deleted', [set('long', '; Secure; Max-Age=0')], write('plain', '; Max-Age=0')),
  '/again': cookiePage('Deleted and set again', [], write('plain', '; Max-Age=0') + write('plain')),
  '/measured': cookiePage('Measured by its own server', [set('_ga', `; Max-Age=${soon}`)]),
  '/named/*': ({ url }) => cookiePage('Sets one cookie', [], write(url.pathname.split('/').at(-1) ?? '')),
  '/frame': cookiePage('A third party’s frame', [], '', `<iframe src="https://${widgets}/frame"></iframe>`),
  '/pixel': cookiePage('A third party’s picture', [], '', `<img alt="" src="https://${widgets}/pixel">`),
  '/look': cookiePage('A third party that sets nothing', [], '', `<img alt="" src="https://${widgets}/look">`),
  '/sandbox': cookiePage(
    'A frame without an origin',
    [],
    '',
    '<iframe sandbox="allow-scripts" src="/opaque"></iframe>',
  ),
  '/opaque': cookiePage(
    'Without an origin',
    [set('opaque-header')],
    `try { ${write('opaque')} } catch (error) { fetch('/thrown/' + error.name, { mode: 'no-cors' }); }`,
  ),
  '/thrown/*': nothing(),
});

const forAll = '; Secure; SameSite=None';

const thirdParty = website(widgets, {
  '/': cookiePage('Widgets themselves', [set('everywhere', forAll), set('only-here')]),
  '/frame': cookiePage(
    'A widget',
    [set('apart-header', `${forAll}; Partitioned`), set('frame-header', forAll)],
    write('apart-script', `${forAll}; Partitioned`),
  ),
  '/pixel': pixel({ 'set-cookie': set('everywhere', `${forAll}; Max-Age=${soon}`) }),
  '/look': pixel(),
});

export const cookieSites: readonly Site[] = [cookies, thirdParty];
