import { expect, test } from 'vitest';
import { wasNeverAsked } from '../../../lib/observation/never-asked';

const page = 'https://site.example/';
const refused = [
  { url: 'https://cdn.example/a.js?v=1', directive: 'script-src-elem' },
  { url: 'https://frames.example', directive: 'frame-src' },
];

// As Firefox ESR 153 and Chromium 156 listed them, 2026-11-22.
const inFirefox = { status: 200, bytes: 300, tookMs: 50, answerAt: 1150 };
const fromFirefoxCache = { status: 200, bytes: 0, tookMs: 0, answerAt: 1000 };
const stoppedInFirefox = { status: 0, bytes: 0, tookMs: 0, answerAt: 1000 };
const inChromium = { status: 0, bytes: 0, tookMs: 57.1, answerAt: 0 };
const fromChromiumCache = { status: 0, bytes: 0, tookMs: 0, answerAt: 0 };

test.each([
  ['loaded, Firefox', 'https://cdn.example/b.js', 'script', inFirefox, false],
  ['from its cache, Firefox', 'https://cdn.example/b.js', 'link', fromFirefoxCache, false],
  ['stopped, Firefox', 'https://cdn.example/b.js', 'img', stoppedInFirefox, true],
  ['loaded, Chromium', 'https://cdn.example/b.js', 'script', inChromium, false],
  ['from its memory cache, Chromium', 'https://cdn.example/b.js', 'script', fromChromiumCache, false],
  ['refused by the policy', 'https://cdn.example/a.js?v=1#x', 'script', fromChromiumCache, true],
  ['refused under load', 'https://cdn.example/a.js?v=1', 'script', { ...fromChromiumCache, tookMs: 0.1 }, true],
  ['asked for, then redirected to what is refused', 'https://cdn.example/a.js?v=1', 'script', inChromium, false],
  ['a frame that was refused', 'https://frames.example/f.html', 'iframe', inChromium, true],
  ['an image of the same host', 'https://frames.example/p.gif', 'img', fromChromiumCache, false],
  ['a script without encryption', 'http://cdn.example/a.js', 'script', fromChromiumCache, true],
  ['a frame without encryption', 'http://cdn.example/f.html', 'iframe', inChromium, true],
  ['an image without encryption', 'http://cdn.example/p.gif', 'img', fromChromiumCache, false],
  ['a script of this device', 'http://localhost:3000/a.js', 'script', fromChromiumCache, false],
])('%s: %s, %s', (_, url, type, facts, expected) => {
  expect(wasNeverAsked({ url, type, at: 1000, ...facts }, refused, page)).toBe(expected);
});

test('where nothing more than the name is known, nothing is ruled out', () => {
  expect(wasNeverAsked({ url: 'https://cdn.example/a.js?v=1', type: 'script', at: 1 }, refused, page)).toBe(false);
});

test('a page that is not encrypted itself may load what is not', () => {
  const script = { url: 'http://cdn.example/a.js', type: 'script', at: 1, ...fromChromiumCache };
  expect(wasNeverAsked(script, [], 'http://site.example/')).toBe(false);
});
