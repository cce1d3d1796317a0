import { expect, test } from 'vitest';
import { saysBeforeSending } from '../../../lib/comparison/says-before-sending';

const names = ['Google Analytics', 'Google Ireland Limited'];

test.each([
  'Before transferring it to Google, we anonymize your IP address.',
  'Your IP address is shortened by us before being sent to Google.',
  'Prior to its transmission to Google, the address is cut.',
  'Ihre IP-Adresse wird gekürzt, bevor sie an Google übermittelt wird. Danach nicht mehr.',
  'Wir kürzen die Adresse vor der Übertragung an Google.',
])('it does: %s', (text) => expect(saysBeforeSending(text, names)).toBe(true));

test.each([
  'We anonymize your IP address.',
  'Your IP address is shortened before it is stored by Google.',
  'Your IP address is truncated by Google before it is sent to other servers of Google.',
  'Google truncates your IP address before sending it to a server of Google.',
  'Your IP address is shortened within the EU before it is transmitted to a Google server in the USA.',
  'It is shortened before it is passed on to Google in the US.',
  'Durch Google wird die Adresse gekürzt, bevor sie an Google übertragen wird.',
  'Before you go on, read this. Data is sent to Google.',
  'The address is shortened before it is sent to our partner.',
  'Data is sent to Google. It is deleted before long.',
])('it does not, for sure: %s', (text) => expect(saysBeforeSending(text, names)).toBe(false));
