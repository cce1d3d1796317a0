import { addAuditPanel } from '../../lib/browser/devtools-panel';

void addAuditPanel();
