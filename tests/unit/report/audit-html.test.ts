import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { auditAsHtml } from '../../../lib/report/audit-html';
import { auditStyle } from '../../../lib/report/audit-html-style';
import { picture } from '../../../lib/report/audit-html-picture';
import { html } from '../../../lib/report/html';
import { anyHostileAudit, audits, cloudopsAudit, emptyAudit, header } from '../../fixtures/audits';
import { english as t } from '../words/english';

/** Tags with their attributes, and the text as people read it. */
function read(markup: string) {
  const tags = new Set<string>();
  const attributes = new Set<string>();
  const texts: string[] = [];
  const open: string[] = [];
  const parser = new Parser({
    onopentag(name, found) {
      tags.add(name);
      for (const attribute of Object.keys(found)) attributes.add(attribute);
      open.push(name);
    },
    onclosetag: () => void open.pop(),
    ontext: (text) => void (open.at(-1) === 'style' || texts.push(text)),
  });
  parser.end(markup);
  return { tags, attributes, text: texts.join('').replace(/\s+/g, ' ') };
}

const known = {
  tags: new Set(
    'html head meta title style body main header section article footer p h1 h2 h3 dl dt dd div ul li bdi code b span blockquote table thead tbody tr th td svg path figure figcaption defs pattern rect circle text'.split(
      ' ',
    ),
  ),
  attributes: new Set(
    'lang dir charset http-equiv content name class scope width height viewbox aria-hidden d id fill x y cx cy r rx role aria-label patternunits patterntransform'.split(
      ' ',
    ),
  ),
};

const kinds = ['named', 'not-named', 'no-policy', 'unidentified', 'stopped', 'not-seen', 'not-told'] as const;

function expectOnlyOurs(markup: string) {
  const { tags, attributes } = read(markup);
  expect([...tags].filter((tag) => !known.tags.has(tag))).toEqual([]);
  expect([...attributes].filter((name) => !known.attributes.has(name))).toEqual([]);
  expect(markup.match(/<style>/g)).toHaveLength(1);
}

test('what was not seen comes before any finding, findings before the table, the words at the end', () => {
  const { text } = read(auditAsHtml(t, cloudopsAudit, header));
  const order = ['Audit of cloudops.example', 'What was not seen', 'Worth a look', 'Processors and other recipients'];
  const places = [...order, 'What the words mean', 'Made by Candor 0.1.0'].map((words) => text.lastIndexOf(words));
  expect(places).toEqual([...places].sort((one, other) => one - other));
  expect(places).not.toContain(-1);
  for (const fact of ['CloudOps JSC', '22 Nov 2026, 12:00 UTC', 'Firefox 153', '1 page was watched in part.'])
    expect(text).toContain(fact);
  expect(text).toContain('to fix: Left over from a campaign.');
});

test('nothing is loaded or run: no script, no link, a policy that forbids it', () => {
  const markup = auditAsHtml(t, cloudopsAudit, header);
  expectOnlyOurs(markup);
  expect(markup).toContain('default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;; img-src data:');
  expect(auditStyle).not.toMatch(/url\(|@import|<|\\/);
  expect(markup).not.toMatch(/url\((?!#(hatch|dots|lines)\))/);
});

test('a picture shows each scenario as a bar: numbers in it, all of it in words for who does not see it', () => {
  const markup = auditAsHtml(t, cloudopsAudit, header);
  const [, figure = ''] = /<figure class="picture">(.*?)<\/figure>/s.exec(markup) ?? [];
  expect([...figure.matchAll(/role="img" aria-label="(.*?)"/g)].map(([, words]) => words)).toEqual([
    'In all: 5 named, and at work; 1 at work, not named; 1 at work, unidentified; 1 tried, and stopped; 4 named; whether at work cannot be told',
    'before any choice: 5 named, and at work; 1 at work, not named; 1 at work, unidentified; 3 named, not seen; 1 named; whether at work cannot be told',
    'after refusing: 5 named, and at work; 3 named, not seen; 1 named; whether at work cannot be told',
    'after accepting: 1 named, and at work; 1 at work, unidentified; 1 tried, and stopped; 8 named; whether at work cannot be told',
    'signed in: 5 named, and at work; 3 named, not seen; 1 named; whether at work cannot be told',
    'with a full basket: 5 named, and at work; 3 named, not seen; 1 named; whether at work cannot be told',
  ]);
  expect(
    [...figure.matchAll(/<text class="[a-z-]+"[^>]*>(\d+)<\/text>/g)].slice(0, 5).map(([, count]) => count),
  ).toEqual(['5', '1', '1', '1', '4']);
  expect(read(figure).text).toContain('at work, not named at work, unidentified tried, and stopped named, not seen');
  expect(auditAsHtml(t, emptyAudit, header)).not.toContain('<figure');
});

test('no part of a bar is too narrow for its number, and no bar longer than the page', () => {
  const parts = fc.uniqueArray(
    fc.record({ kind: fc.constantFrom(...kinds), count: fc.integer({ min: 1, max: 999 }) }),
    {
      selector: ({ kind }) => kind,
    },
  );
  fc.assert(
    fc.property(fc.array(parts, { minLength: 1, maxLength: 5 }), (all) => {
      const bars = all.map((its) => ({
        name: 'x',
        words: 'x',
        parts: its.map((it) => ({ ...it, text: `${it.count}` })),
      }));
      const { markup } = picture({ heading: 'x', bars, legend: [] });
      for (const [, x = '', width = ''] of markup.matchAll(/<svg x="([\d.]+)%" width="([\d.]+)%"/g)) {
        expect(Number(width)).toBeGreaterThan(3);
        expect(Number(x) + Number(width)).toBeLessThan(100.1);
      }
    }),
  );
});

test.each(audits)('%s: only known tags and attributes', (_, report) => {
  expectOnlyOurs(auditAsHtml(t, report, header));
});

test('nothing that a hostile site says is markup', () => {
  fc.assert(
    fc.property(anyHostileAudit, (report) => expectOnlyOurs(auditAsHtml(t, report, header))),
    { numRuns: 40 },
  );
});

test('what is put into markup is text, markup made the same way is not', () => {
  expect(html`<p class="${'"\'&<>'}">${html`<b>${1}</b>`}${[html`<i>${'<'}</i>`]}</p>`.markup).toBe(
    '<p class="&quot;&#39;&amp;&lt;&gt;"><b>1</b><i>&lt;</i></p>',
  );
});

test('its colours are those of the popup', () => {
  const tokens = readFileSync(new URL('../../../assets/styles/tokens.css', import.meta.url), 'utf8');
  const [light = '', dark = ''] = tokens.split('prefers-color-scheme: dark');
  const [ourLight = '', ourDark = ''] = auditStyle.split('prefers-color-scheme: dark');
  const colours = (text: string) => text.match(/--[a-z0-9-]+: #[0-9a-f]{6};/g) ?? [];
  expect(colours(ourLight)).toHaveLength(14);
  expect(colours(light)).toEqual(expect.arrayContaining(colours(ourLight)));
  expect(colours(ourDark)).toHaveLength(14);
  expect(colours(dark)).toEqual(expect.arrayContaining(colours(ourDark)));
});
