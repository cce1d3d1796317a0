import { mount } from 'svelte';
import '../../assets/styles/tokens.css';
import '../../assets/styles/base.css';
import { watchSettings, writeSettings } from '../../lib/browser/settings';
import { translate } from '../../lib/browser/words';
import { SettingsState } from '../../lib/state/settings.svelte';
import App from './App.svelte';

const target = document.getElementById('app');
if (target === null) throw new Error('options: index.html holds no #app.');

document.documentElement.lang = translate.locale;
document.title = translate('options_title');
mount(App, { target, props: { state: new SettingsState({ watch: watchSettings, write: writeSettings }) } });
