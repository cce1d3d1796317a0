import * as v from 'valibot';
import { atMost } from './schema-kit';

const matching = (pattern: RegExp) => v.pipe(v.string(), v.regex(pattern));
const bounded = (maxCharacters: number, pattern: RegExp) => v.pipe(atMost(maxCharacters), v.regex(pattern));

/** The strings of the format. Every pattern is linear in its input (tests/laws/policy-patterns.test.ts). */
export const scalars = {
  short: v.pipe(atMost(300), v.minLength(1)),
  text: v.pipe(atMost(4000), v.minLength(1)),
  date: matching(/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/u),
  language: matching(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})?$/u),
  country: matching(/^[A-Z]{2}$/u),
  email: bounded(254, /^[^\s@<>]{1,64}@[^\s@<>]{1,185}$/u),
  httpsUrl: bounded(2048, /^https:\/\/[^\s]{1,2040}$/u),
  linkUrl: v.pipe(
    bounded(2048, /^https?:\/\/[^\s]{1,2040}$/u),
    v.description(
      'A link as the policy prints it. http is kept so that it can be reported (link-not-https); a reader opens only https.',
    ),
  ),
  hostPattern: bounded(253, /^(\*\.)?([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?\.)+[a-z0-9-]{2,63}$/u),
  slug: matching(/^[a-z0-9][a-z0-9-]{0,63}$/u),
  duration: bounded(
    20,
    /^P([0-9]{1,4}Y)?([0-9]{1,4}M)?([0-9]{1,4}W)?([0-9]{1,5}D)?(T([0-9]{1,5}H)?([0-9]{1,5}M)?([0-9]{1,7}S)?)?$/u,
  ),
  pointer: bounded(300, /^(\/[^/\s]{1,100})+$/u),
  purpose: matching(/^[A-Z][A-Za-z]{2,60}$/u),
  dataCategory: matching(/^[A-Z][A-Za-z]{1,60}$/u),
  propertyId: matching(/^[A-Za-z0-9._-]{1,64}$/u),
  analyticsId: matching(/^(UA-[0-9]{4,12}-[0-9]{1,4}|G-[A-Z0-9]{4,14}|\*)$/u),
  identifier: v.pipe(atMost(200), v.minLength(1)),
  sha256: matching(/^[0-9a-f]{64}$/u),
  version: matching(/^1\.(0|[1-9][0-9]{0,2})$/u),
};
