import { mount } from 'svelte';
import '../../../assets/styles/tokens.css';
import '../../../assets/styles/base.css';
import messages from '../../../assets/public/_locales/en/messages.json';
import Popup from '../../../components/Popup.svelte';
import { getMessageFrom } from '../../../lib/words/get-message-from';
import { createTranslator } from '../../../lib/words/translate';
import { states } from './states';

// One state of the popup as a page: ?state=<name>.
const name = new URLSearchParams(location.search).get('state') ?? 'full';
const target = document.getElementById('app');
if (target === null) throw new Error('preview: index.html holds no #app.');
document.documentElement.dataset['states'] = Object.keys(states).join(' ');
const said = (what: string) => () => console.info(what);
mount(Popup, {
  target,
  props: {
    report: states[name] ?? null,
    t: createTranslator(getMessageFrom(messages)),
    onlookagain: said('look again'),
    onreload: said('reload'),
    ongrant: said('grant'),
    onlookintostores: said('look into stores'),
    onreopenconsent: said('reopen consent'),
    onoptout: said('opt out'),
    oncopy: said('copy'),
    onsave: said('save'),
    onsettings: said('settings'),
    onaudit: said('audit'),
  },
});
