import { expect, test } from 'vitest';
import { markdownTable, markdownText } from '../../../lib/report/markdown';

test.each([
  ['a | b', 'a \\| b'],
  ['`code` and **bold** _x_', '\\`code\\` and \\*\\*bold\\*\\* \\_x\\_'],
  ['[x](https://evil.example)', '\\[x\\](https\\://evil.example)'],
  ['![](x)', '\\!\\[\\](x)'],
  ['www.evil.example', 'www\\.evil.example'],
  ['<img src=x>', '\\<img src=x\\>'],
  ['&lt;b&gt;', '\\&lt;b\\&gt;'],
  ['# heading', '\\# heading'],
  ['- item', '\\- item'],
  ['12. item', '12\\. item'],
  ['---', '\\---'],
  ['a\\|b', 'a\\\\\\|b'],
  ['two\n\nlines', 'two lines'],
  ['    code', 'code'],
  ['G-1 is 3. of 4', 'G-1 is 3. of 4'],
])('%j is text', (text, markdown) => {
  expect(markdownText(text)).toBe(markdown);
});

test('a table has a line for its head, one of dashes and one for each row', () => {
  expect(markdownTable(['a', 'b'], [['1|2', '3']])).toEqual(['| a | b |', '| --- | --- |', '| 1\\|2 | 3 |']);
});
