import type { Markup } from './tags';

/**
 * A page that looks for an opt-out from its first script on until after it has loaded; `window.found` names each trace
 * once. It knows its own elements by `data-own`.
 */
export const looking: Markup = (nonce) => `<script data-own nonce="${nonce}">
const found = (window.found = []);
const note = (what) => found.includes(what) || found.push(what);
const natives = {
  fetch: [window, 'fetch'], open: [XMLHttpRequest.prototype, 'open'], send: [XMLHttpRequest.prototype, 'send'],
  sendBeacon: [Navigator.prototype, 'sendBeacon'], cookie: [Document.prototype, 'cookie'],
  createElement: [Document.prototype, 'createElement'], appendChild: [Node.prototype, 'appendChild'],
  insertBefore: [Node.prototype, 'insertBefore'], hasAttribute: [Element.prototype, 'hasAttribute'],
  src: [HTMLImageElement.prototype, 'src'], scriptSrc: [HTMLScriptElement.prototype, 'src'],
  pushState: [History.prototype, 'pushState'], defineProperty: [Object, 'defineProperty'],
  hasOwn: [Object.prototype, 'hasOwnProperty'], toString: [Function.prototype, 'toString'],
};
const lookAtNatives = () => {
  for (const [name, [holder, key]] of Object.entries(natives)) {
    const { value, get, set, configurable } = Object.getOwnPropertyDescriptor(holder, key) ?? {};
    const parts = [value, get, set].filter((part) => part !== undefined);
    const isNative = (part) => typeof part === 'function' && /\\{\\s*\\[native code\\]\\s*\\}$/.test(Function.prototype.toString.call(part));
    if (parts.length === 0 || !parts.every(isNative) || configurable !== true) note('changed: ' + name);
  }
  if (Object.getOwnPropertyNames(navigator).length > 0) note('changed: navigator');
};
const lookAtNames = () => {
  if (Object.hasOwn(window, '_gaUserPrefs')) note('own property: _gaUserPrefs');
  else if ('_gaUserPrefs' in window) note('inherited property: _gaUserPrefs');
  const suspect = /^ga-disable-|opt-?_?out|candor/i;
  for (const name of Reflect.ownKeys(window).map(String)) if (suspect.test(name)) note('own property: ' + name);
  if (/ga-disable-/.test(document.cookie)) note('cookie');
  if (navigator.globalPrivacyControl) note('globalPrivacyControl');
};
const lookAtDocument = () => {
  for (const { name } of document.documentElement.attributes) note('attribute: ' + name);
  for (const element of document.querySelectorAll('*')) {
    const isOwn = element.hasAttribute('data-own') || ['HTML', 'HEAD', 'BODY'].includes(element.tagName);
    if (!isOwn) note('element: ' + element.tagName);
  }
  if (document.childNodes.length > 2) note('nodes beside the root');
  const loaded = performance.getEntriesByType('resource').map(({ name }) => new URL(name).protocol);
  for (const protocol of loaded) if (protocol !== 'https:') note('loaded from ' + protocol);
};
const look = () => { lookAtNatives(); lookAtNames(); lookAtDocument(); };
new MutationObserver(() => note('attribute changed')).observe(document, { attributes: true, subtree: true });
addEventListener('securitypolicyviolation', ({ violatedDirective }) => note('refused: ' + violatedDirective));
look();
addEventListener('DOMContentLoaded', look);
addEventListener('load', () => { look(); setTimeout(look, 250); });
</script>`;
