import { readFileSync } from 'node:fs';
import { escapeHtml } from '../page';
import { headings } from './headings';

const text = readFileSync(new URL('../../fixtures/cloudops-policy.txt', import.meta.url), 'utf8');

/** The policy text as HTML, every heading with the id that the JSON file's sources point at. */
export function privacyText(): string {
  const blocks = text.split(/\n\s*\n/).slice(1);
  let next = 0;
  const markup = blocks.map((block) => {
    const lines = block.split('\n').filter((line) => line.trim() !== '');
    const heading = headings[next];
    if (heading === undefined || lines.length !== 1 || lines[0]?.trim() !== heading[0]) return prose(lines);
    next += 1;
    return `<h${heading[2]} id="${heading[1]}">${escapeHtml(heading[0])}</h${heading[2]}>`;
  });
  const missing = headings[next];
  if (missing !== undefined) throw new Error(`The policy text has no heading "${missing[0]}" where it is expected.`);
  return `${markup.join('\n')}\n${deactivation}`;
}

/** Lines with a bullet or a dash become a list, all others a paragraph. */
function prose(lines: readonly string[]): string {
  const isItem = (line: string) => /^\s*[•–] ?/.test(line);
  const item = (line: string) => `<li>${withLinks(line.replace(/^\s*[•–] ?/, ''))}</li>`;
  const paragraphs = lines.filter((line) => !isItem(line)).map((line) => `<p>${withLinks(line)}</p>`);
  const items = lines.filter(isItem).map(item);
  return [...paragraphs, ...(items.length === 0 ? [] : [`<ul>${items.join('')}</ul>`])].join('\n');
}

const withLinks = (line: string) =>
  escapeHtml(line.trim())
    .replace(/https?:\/\/[^\s)]*[^\s).,]/g, (url) => `<a href="${url}">${url}</a>`)
    .replace(
      /deactivate\s+Google\s+Analytics(?=\s+to\s+deactivate)/,
      (words) => `<a id="ga-optout" href="#google-analytics">${words}</a>`,
    );

/** What the link in the text promises: an opt-out cookie and the flag on this page. No other page reads the cookie. */
const deactivation = `<script>
document.querySelector('#ga-optout').addEventListener('click', () => {
  document.cookie = 'ga-disable-G-DEMO000001=true; Path=/; Max-Age=63072000; SameSite=Lax; Secure';
  window['ga-disable-G-DEMO000001'] = true;
});
</script>`;
