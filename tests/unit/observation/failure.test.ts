import fc from 'fast-check';
import { expect, test } from 'vitest';
import { failureReason, stoppedBy, stoppersOf, wasStopped } from '../../../lib/observation/failure';

test.each([
  ['net::ERR_BLOCKED_BY_CLIENT', 'extension'],
  ['NS_ERROR_ABORT', 'extension'],
  ['NS_ERROR_TRACKING_URI', 'browser'],
  ['NS_ERROR_EMAILTRACKING_URI', 'browser'],
  ['net::ERR_BLOCKED_BY_FINGERPRINTING_PROTECTION', 'browser'],
  ['net::ERR_NAME_NOT_RESOLVED', 'unknown'],
  ['constructor', 'unknown'],
])('%s before anything was sent is the doing of: %s', (error, by) => {
  expect(stoppedBy(error)).toBe(by);
  expect(wasStopped(error, false)).toBe(by !== 'unknown');
  expect(wasStopped(error, true)).toBe(false);
});

// As seen in Chromium 156 and Firefox ESR 153, 2026-11-22.
test.each([
  ['net::ERR_ABORTED', 'cancelled'],
  ['NS_BINDING_ABORTED', 'cancelled'],
  ['net::ERR_EMPTY_RESPONSE', 'no-connection'],
  ['NS_ERROR_NET_RESET', 'no-connection'],
  ['net::ERR_QUIC_PROTOCOL_ERROR', 'no-connection'],
  ['net::ERR_NAME_NOT_RESOLVED', 'no-such-host'],
  ['NS_ERROR_UNKNOWN_HOST', 'no-such-host'],
  ['net::ERR_CONNECTION_TIMED_OUT', 'timed-out'],
  ['net::ERR_CERT_AUTHORITY_INVALID', 'certificate'],
  ['SEC_ERROR_UNKNOWN_ISSUER', 'certificate'],
  ['net::ERR_BLOCKED_BY_ORB', 'answer-refused'],
  ['net::ERR_BLOCKED_BY_RESPONSE', 'answer-refused'],
  ['NS_ERROR_XFO_VIOLATION', 'answer-refused'],
  ['NS_ERROR_CSP_FRAME_ANCESTOR_VIOLATION', 'answer-refused'],
  ['NS_ERROR_DOM_CORP_FAILED', 'answer-refused'],
  ['NS_ERROR_CORRUPTED_CONTENT', 'answer-refused'],
  ['net::ERR_FAILED', 'other'],
])('%s means: %s', (error, reason) => {
  expect(failureReason(error)).toBe(reason);
});

test.each([
  ['two by an extension', 2, { 'net::ERR_BLOCKED_BY_CLIENT': 2 }, [2, 0, 0]],
  ['one by each', 2, { NS_ERROR_ABORT: 1, NS_ERROR_TRACKING_URI: 1 }, [1, 1, 0]],
  ['one answered in its place, without an error', 2, { NS_ERROR_TRACKING_URI: 1 }, [0, 1, 1]],
  ['one stopped and one cancelled under way, of one name', 1, { NS_ERROR_ABORT: 2 }, [1, 0, 0]],
  ['more names than stops, of both', 1, { NS_ERROR_ABORT: 1, NS_ERROR_TRACKING_URI: 1 }, [0, 0, 1]],
  ['failed only', 0, { 'net::ERR_NAME_NOT_RESOLVED': 3 }, [0, 0, 0]],
] as const)('%s', (_, stopped, errors, [extension, browser, unknown]) => {
  expect(stoppersOf({ stopped, errors })).toEqual({ extension, browser, unknown });
});

test('those who stopped add up to what was stopped, whatever the errors', () => {
  const error = fc.constantFrom('NS_ERROR_ABORT', 'NS_ERROR_TRACKING_URI', 'net::ERR_FAILED', '__proto__');
  fc.assert(
    fc.property(fc.nat(5), fc.dictionary(error, fc.integer({ min: 1, max: 4 })), (stopped, errors) => {
      const { extension, browser, unknown } = stoppersOf({ stopped, errors });
      expect(extension + browser + unknown).toBe(stopped);
    }),
  );
});
