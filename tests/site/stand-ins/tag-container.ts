/** A container that announces itself and activates no other tag. */
const empty = 'GTM-DEMO1';

/** Plays `gtm.js`: the container `GTM-ABC` brings in the tag of `G-ABC` as a script element, as Google's does. */
export function tagContainer(containerId: string): string {
  const id = containerId.replace(/[^A-Z0-9-]/g, '');
  const announced = `window.google_tag_manager = { ...window.google_tag_manager, '${id}': {} };
window.dataLayer = window.dataLayer || [];`;
  if (id === empty) return announced;
  return `${announced}
(() => {
  const tag = document.createElement('script');
  tag.async = true;
  tag.src = 'https://www.googletagmanager.com/gtag/js?id=${id.replace(/^GTM-/, 'G-')}&l=dataLayer&cx=c';
  const first = document.getElementsByTagName('script')[0];
  first.parentNode.insertBefore(tag, first);
})();`;
}
