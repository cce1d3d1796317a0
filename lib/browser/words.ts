import { createTranslator } from '../words/translate';
import { browser } from './api';

/** The words of the interface in the language of this browser. */
export const translate = createTranslator((key, values) => browser.i18n.getMessage(key, values));
