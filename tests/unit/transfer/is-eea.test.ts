import { expect, test } from 'vitest';
import { isEea } from '../../../lib/transfer/is-eea';

test.each(['DE', 'FR', 'IE', 'HR', 'IS', 'LI', 'NO'])('%s is in the EEA', (country) =>
  expect(isEea(country)).toBe(true),
);
test.each(['GB', 'CH', 'US', 'UA', '*', '', 'de', 'EU'])('%s is not', (country) => expect(isEea(country)).toBe(false));
