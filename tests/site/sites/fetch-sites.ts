import { minimalPolicy } from '../minimal-policy';
import { wellKnown } from '../policy-file';
import { cutOff, failed, html, json, redirect, reply, silent } from '../reply';
import { smallSites } from './small-site';

const bytesOverLimit = 256 * 1024 + 1;

/** A valid file made too large by one long statement after the other. */
function tooLarge() {
  const statement = { text: 'We care about your privacy. '.repeat(100) };
  const statements = Array.from({ length: Math.ceil(bytesOverLimit / statement.text.length) }, () => statement);
  return json(minimalPolicy('large.example', { statements }));
}

/** Policy files that cannot be had: each fails in its own way, none of them is "no policy". */
export const fetchSites = smallSites({
  'html.example': {
    about: 'Every address answers with a page.',
    extra: { [wellKnown]: html('<!doctype html><title>Not found</title><p>Sorry, nothing here.') },
  },
  'wrong-type.example': {
    about: 'The policy file is sent as plain text.',
    extra: { [wellKnown]: reply(200, 'text/plain', JSON.stringify(minimalPolicy('wrong-type.example'))) },
  },
  'slow.example': {
    about: 'The policy file never ends.',
    extra: { [wellKnown]: silent('application/json') },
  },
  'large.example': {
    about: 'The policy file is larger than Candor reads.',
    extra: { [wellKnown]: tooLarge() },
  },
  'redirected.example': {
    about: 'The policy file is said to be on another host.',
    extra: { [wellKnown]: redirect('https://cloudops.example/.well-known/privacy-policy.json') },
  },
  'error.example': {
    about: 'The server fails when asked for the policy file.',
    extra: { [wellKnown]: failed() },
  },
  'cut-off.example': {
    about: 'The connection breaks when asked for the policy file.',
    extra: { [wellKnown]: cutOff() },
  },
});
