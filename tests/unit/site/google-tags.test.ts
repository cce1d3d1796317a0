import { describe, expect, test } from 'vitest';
import { analyticsTag } from '../../site/stand-ins/analytics-tag';
import { tagContainer } from '../../site/stand-ins/tag-container';
import { universalAnalytics } from '../../site/stand-ins/universal-analytics';
import { runTag } from './run-tag';
import type { TagPage, TagRun } from './run-tag';

const ga4 = 'region1.google-analytics.com/g/collect';
const universal = 'www.google-analytics.com';
const waiting = {
  ga: {
    q: [
      ['create', 'UA-1-1', 'auto'],
      ['send', 'pageview'],
      ['send', 'event', 'a', 'b'],
    ],
  },
};

const tags = {
  'gtag.js': (page: TagPage) => runTag(analyticsTag('G-ONE1'), page),
  'older gtag.js': (page: TagPage) => runTag(analyticsTag('G-ONE1', { variant: 'old' }), page),
  'analytics.js': ({ globals = {}, ...page }: TagPage) => {
    const all = Object.defineProperties({ ...waiting }, Object.getOwnPropertyDescriptors(globals));
    return runTag(universalAnalytics(), { ...page, globals: all });
  },
} as const satisfies Readonly<Record<string, (page: TagPage) => TagRun>>;
const names = Object.keys(tags) as readonly (keyof typeof tags)[];

function sent(name: keyof typeof tags, page: TagPage) {
  const run = tags[name](page);
  run.later();
  return { hits: run.hits.length, cookies: run.cookies.length };
}

const flag = (value: unknown) => ({ 'ga-disable-G-ONE1': value, 'ga-disable-UA-1-1': value });
const stopped = { hits: 0, cookies: 0 };
const free = { hits: 2, cookies: 2 };

describe.each(names)('%s', (name) => {
  test.each<[string, TagPage, typeof stopped]>([
    ['nothing', {}, free],
    ['preferences that answer true', { globals: { _gaUserPrefs: { ioo: () => true } } }, stopped],
    ['preferences that answer false', { globals: { _gaUserPrefs: { ioo: () => false } } }, free],
    ['preferences that cannot answer', { globals: { _gaUserPrefs: {} } }, free],
    ['the flag of its id', { globals: flag(true) }, stopped],
    ['the flag as a word', { globals: flag('true') }, free],
    ['the flag of another id', { globals: { 'ga-disable-G-ONE2': true } }, free],
    ['only the cookie', { cookies: 'ga-disable-G-ONE1=true; ga-disable-UA-1-1=true' }, free],
  ])('it finds %s', (_, page, expected) => {
    expect(sent(name, page)).toEqual(expected);
  });

  test('it asks before each hit, the preferences first', () => {
    const asked: string[] = [];
    const answers = (what: string) => ({ get: () => void asked.push(what), enumerable: true });
    const ids = ['ga-disable-G-ONE1', 'ga-disable-UA-1-1'];
    const globals = Object.defineProperties(
      {},
      {
        _gaUserPrefs: answers('preferences'),
        ...Object.fromEntries(ids.map((id) => [id, answers('flag')])),
      },
    );
    const run = tags[name]({ globals });
    const first = asked.splice(0);
    run.later();
    expect(first.slice(0, 2)).toEqual(['preferences', 'flag']);
    const times = [...first, ...asked].filter((what) => what === 'preferences').length;
    expect(times).toBeGreaterThanOrEqual(run.hits.length);
  });
});

test('only the newer gtag.js knows the attribute', () => {
  const page = { attributes: ['data-google-analytics-opt-out'] };
  expect(names.map((name) => [name, sent(name, page).hits])).toEqual([
    ['gtag.js', 0],
    ['older gtag.js', 2],
    ['analytics.js', 2],
  ]);
});

test('an opt-out that comes after the first hit stops the next', () => {
  const run = runTag(analyticsTag('G-ONE1'));
  run.run("window['ga-disable-G-ONE1'] = true");
  run.later();
  expect(run.hits).toEqual([`${ga4} G-ONE1`]);
});

test('each id that the page configures is a tag of its own, however late, and only once', () => {
  const run = runTag(analyticsTag('G-ONE1'), { globals: { dataLayer: [] } });
  run.run("function gtag() { dataLayer.push(arguments); } gtag('config', 'G-TWO2'); gtag('config', 'G-ONE1');");
  run.run("window['ga-disable-G-TWO2'] = true; gtag('event', 'bought');");
  run.later();
  expect(run.hits).toEqual([`${ga4} G-ONE1`, `${ga4} G-TWO2`, `${ga4} G-ONE1`, `${ga4} G-ONE1`]);
});

test('analytics.js sends page views and all else by its two ways', () => {
  const run = runTag(universalAnalytics(), { globals: waiting });
  expect(run.hits).toEqual([`${universal}/j/collect UA-1-1`, `${universal}/collect UA-1-1`]);
});

test('a container brings in its tag, and the empty one none', () => {
  const scripts = (id: string) => runTag(tagContainer(id)).scripts;
  expect(scripts('GTM-ABC1')).toEqual(['https://www.googletagmanager.com/gtag/js?id=G-ABC1&l=dataLayer&cx=c']);
  expect(scripts('GTM-DEMO1')).toEqual([]);
});

test('a deaf tag obeys nothing, and sends to the host that it is told', () => {
  const code = analyticsTag('G-ONE1', { isDeaf: true, collect: '/metrics/g/collect' });
  const run = runTag(code, {
    globals: { _gaUserPrefs: { ioo: () => true }, 'ga-disable-G-ONE1': true },
    attributes: ['data-google-analytics-opt-out'],
  });
  run.later();
  expect(run.hits).toEqual(Array(2).fill('shop.example/metrics/g/collect G-ONE1'));
});
