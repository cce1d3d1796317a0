import { mount } from 'svelte';
import '../../assets/styles/tokens.css';
import '../../assets/styles/base.css';
import { createReportPort } from '../../lib/browser/report-port';
import { translate } from '../../lib/browser/words';
import { TabReportState } from '../../lib/state/tab-report.svelte';
import App from './App.svelte';
import { tabIdFromUrl } from './tab-id-from-url';

const target = document.getElementById('app');
if (target === null) throw new Error('popup: index.html holds no #app.');

const tabId = tabIdFromUrl(location.href);
document.documentElement.lang = translate.locale;
document.documentElement.dataset['place'] = tabId === null ? 'popup' : 'page';
mount(App, { target, props: { state: new TabReportState(createReportPort(tabId)), tabId } });
