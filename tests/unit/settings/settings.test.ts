import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultSettings, parseSettings } from '../../../lib/settings/settings';

test('nothing is asked or told of anyone at first', () => {
  expect(defaultSettings).toEqual({ asksForNames: false, sendsGpc: false });
});

test('a choice that was stored is read back', () => {
  expect(parseSettings({ asksForNames: true })).toEqual({ asksForNames: true, sendsGpc: false });
  expect(parseSettings({ sendsGpc: true })).toEqual({ asksForNames: false, sendsGpc: true });
});

test.each([undefined, null, 'on', 7, [], {}, { asksForNames: 'yes' }, { asksForNames: null }])(
  'broken settings %j read as the defaults',
  (stored) => expect(parseSettings(stored)).toEqual(defaultSettings),
);

test('members of another version are left out', () => {
  expect(parseSettings({ asksForNames: true, colour: 'red' })).toEqual({ asksForNames: true, sendsGpc: false });
});

test('whatever was stored, the settings are whole', () => {
  fc.assert(
    fc.property(fc.anything(), (stored) => {
      expect(Object.keys(parseSettings(stored))).toEqual(Object.keys(defaultSettings));
      expect(typeof parseSettings(stored).asksForNames).toBe('boolean');
    }),
  );
});
