import { describe } from 'vitest';
import { testConsent } from './cases/consent';
import { testFormsAndStorage } from './cases/forms-and-storage';
import { testPopup } from './cases/popup';
import { browserNames } from './support/driver';
import { setScene } from './support/scene';

/** One browser for all of them: a start costs as much as several tests. */
describe.each(browserNames)('in %s', (name) => {
  const scene = setScene(name);
  describe('popup', () => testPopup(name, scene));
  describe('consent', () => testConsent(name, scene));
  describe('forms and storage', () => testFormsAndStorage(name, scene));
});
