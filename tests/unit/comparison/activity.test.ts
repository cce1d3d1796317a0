import { describe, expect, test } from 'vitest';
import { type ActivityFacts, activityOf } from '../../../lib/comparison/activity';

const all = { kind: 'all', since: 0 } as const;
const part = { kind: 'part', since: 0, gaps: [] } as const;
const none = { kind: 'none', gaps: [] } as const;

const nothing: ActivityFacts = {
  sent: 0,
  stopped: 0,
  failed: 0,
  listed: 0,
  hosting: [],
  cookiesSet: [],
  observable: 'network',
  isRecognisable: true,
  coverage: all,
  headersSeen: true,
};

describe('activity', () => {
  test.each<[string, Partial<ActivityFacts>, string]>([
    ['one request sent', { sent: 1 }, 'active'],
    ['answered from the cache only', { listed: 1 }, 'active'],
    ['shown by the headers only', { hosting: [{}], observable: 'first-party' }, 'active'],
    ['shown by a cookie set meanwhile', { cookiesSet: [{}] }, 'active'],
    ['shown by a cookie set meanwhile, though requests were stopped', { cookiesSet: [{}], stopped: 2 }, 'active'],
    ['shown by a cookie, though declared unobservable', { cookiesSet: [{}], observable: 'not-in-browser' }, 'active'],
    ['sent, though some were stopped', { sent: 1, stopped: 9 }, 'active'],
    ['sent, though declared unobservable', { sent: 1, observable: 'not-in-browser' }, 'active'],
    ['stopped, though declared unobservable', { stopped: 1, observable: 'not-in-browser' }, 'stopped'],
    ['stopped by the browser or an extension', { stopped: 4 }, 'stopped'],
    ['tried and failed', { failed: 1 }, 'stopped'],
    ['sent while watched in part', { sent: 1, coverage: part }, 'active'],
    ['nothing, watched wholly', {}, 'not-seen'],
    ['nothing, watched in part', { coverage: part }, 'not-looked'],
    ['nothing, not watched', { coverage: none }, 'not-looked'],
    ['nothing, and nothing to recognise it by', { isRecognisable: false }, 'not-looked'],
    ['server to server', { observable: 'not-in-browser' }, 'not-observable'],
    ['server to server, not watched', { observable: 'not-in-browser', coverage: none }, 'not-observable'],
    ['a host whose headers were read and do not show it', { observable: 'first-party' }, 'not-seen'],
    ['a host, headers not seen', { observable: 'first-party', headersSeen: false }, 'not-looked'],
    ['a word for observability that the format does not know', { observable: 'by-magic' }, 'not-seen'],
  ])('%s', (_, facts, expected) => {
    expect(activityOf({ ...nothing, ...facts })).toBe(expected);
  });
});
