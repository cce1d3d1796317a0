import { mount } from 'svelte';
import '../../assets/styles/tokens.css';
import '../../assets/styles/base.css';
import { createAuditPort } from '../../lib/browser/audit-port';
import { translate } from '../../lib/browser/words';
import { AuditState } from '../../lib/state/audit.svelte';
import App from './App.svelte';

const target = document.getElementById('app');
if (target === null) throw new Error('audit: index.html holds no #app.');

/** `?tabId=N`: the tab whose site is audited. */
const tabId = Number(new URL(location.href).searchParams.get('tabId') ?? Number.NaN);
document.documentElement.lang = translate.locale;
document.title = translate('audit_title');
const port = createAuditPort(Number.isInteger(tabId) && tabId >= 0 ? tabId : 0);
mount(App, { target, props: { state: new AuditState(port) } });
