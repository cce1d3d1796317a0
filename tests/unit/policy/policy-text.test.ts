import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { policyText } from '../../../lib/policy/policy-text';

test('is the text of a page, one line for each block, with nothing of its scripts and styles', () => {
  const html = `<!DOCTYPE html><html><head><title>Privacy</title><style>p { color: red }</style></head><body>
    <h1>Privacy&nbsp;policy</h1><script>const a = "<p>no</p>";</script>
    <p>We use
       <b>Go</b>ogle <a href="/x">Analytics</a>.<br>Really.</p>
    <ul><li>your IP address<li>time of visit</ul>
    <table><tr><td>Zoom</td><td>USA</td></tr></table>
    <template><p>no</p></template><noscript><p>no</p></noscript><iframe src="x"><p>no</p></iframe>
    <!-- no --></body></html>`;
  expect(policyText(html).split('\n')).toEqual([
    'Privacy policy',
    'We use Google Analytics.',
    'Really.',
    'your IP address',
    'time of visit',
    'Zoom USA',
  ]);
});

describe('what is odd', () => {
  test.each<[string, string, string]>([
    [
      'entities',
      'Art. 6 &para; 1 &sect; &#8220;x&#8221; &amp; &lt;b&gt; &unknown;',
      'Art. 6 ¶ 1 § “x” & <b> &unknown;',
    ],
    ['plain text', 'We keep  it\n for 6 months.', 'We keep it for 6 months.'],
    ['a stroke without a tag', '1 < 2 and </ 3>', '1 < 2 and'],
    ['a page that ends in a script', 'seen<script>not seen', 'seen'],
    ['a template in a template', '<template><template>no</template>no</template>yes', 'yes'],
    ['a template that never ends', 'yes<template>no', 'yes'],
    ['a closing tag too many', 'a</template></noscript></p>b', 'a\nb'],
    ['a drawing with a title and an empty style', '<svg><title>no</title><style/><text>yes</text></svg>too', 'yestoo'],
    ['upper case', 'a<SCRIPT>no</SCRIPT><BR>b', 'a\nb'],
    ['nothing', '', ''],
    ['an attribute that looks like text', '<p title="<script>">yes</p>', 'yes'],
  ])('%s', (_, html, text) => {
    expect(policyText(html)).toBe(text);
  });

  test('a page of more than 2 MiB is read up to there', () => {
    expect(policyText(`${' '.repeat(2 * 1024 * 1024)}late`)).toBe('');
  });
});

const piece = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 10 }),
  fc.constantFrom(
    ...[
      '<p>',
      '</p>',
      '<b',
      '>',
      '<',
      '</',
      '/>',
      '"',
      "'",
      '=',
      '&',
      '&#x',
      '&amp;',
      '<!--',
      '-->',
      '<![CDATA[',
      ']]>',
    ],
    ...['<svg>', '</svg>', '<math/>', '<template>', '</template>', '<noscript>', '</noscript>', '<title>', '</title>'],
    ...['<style>', '</style>', '<script>', '</script>', '<br>', '<plaintext>', '<!DOCTYPE html>', '<?xml ?>', '\u0000'],
  ),
);

describe('for any page', () => {
  test('it never throws, and no line is empty or has whitespace around it', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = policyText(pieces.join(''));
        for (const line of text === '' ? [] : text.split('\n')) expect(line).toMatch(/^\S(.*\S)?$/su);
      }),
      { numRuns: 2000 },
    );
  });

  test('nothing of a script, style, template or noscript is in it', () => {
    const safe = fc.constantFrom(
      '<p>',
      '</p>',
      'word ',
      '<br>',
      '<b>',
      '</b>',
      '&amp;',
      '<svg></svg>',
      '<table><td>',
      '\n',
    );
    const hidden = fc
      .tuple(fc.constantFrom('script', 'STYLE', 'template', 'noscript'), fc.array(safe, { maxLength: 4 }))
      .map(([name, inside]) => `<${name} type="x">hush${inside.join('')}hush</${name}\n>`);
    fc.assert(
      fc.property(fc.array(fc.oneof(safe, hidden), { maxLength: 40 }), (pieces) => {
        const text = policyText(`${pieces.join('')}<p>end`);
        expect(text).not.toContain('hush');
        expect(text).toMatch(/end$/);
      }),
      { numRuns: 1000 },
    );
  });

  test.each<[string, string]>([
    ['elements in elements', '<b>'],
    ['elements in elements that nobody closes', '<b></i>'],
    ['closing tags', '</p>'],
    ['templates', '<template>'],
    ['drawings', '<svg>'],
    ['entities', '&amp;&notin'],
    ['open comments', '<!--'],
    ['scripts', '<script>'],
    ['strokes', '<'],
    ['blanks', ' \t'],
    ['attributes', '<a b="'],
  ])('2 MiB of %s are read at once, on a slow machine too', (_, part) => {
    const html = part.repeat(Math.ceil((2 * 1024 * 1024) / part.length));
    const started = performance.now();
    policyText(html);
    expect(performance.now() - started).toBeLessThan(5000);
  });
});
