import messages from '../../../assets/public/_locales/en/messages.json';
import { getMessageFrom } from '../../../lib/words/get-message-from';
import { createTranslator } from '../../../lib/words/translate';

/** The words as people meet them in English. */
export const english = createTranslator(getMessageFrom(messages));
