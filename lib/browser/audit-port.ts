import type { AuditAnswer, AuditStep } from '../audit/audit-step';
import type { Message } from '../messages/protocol';
import { browser } from './api';

/** A page's way to the audit that the background keeps, begun from the page in this tab. */
export function createAuditPort(tabId: number) {
  return {
    step: (id: string | null, seen: number, step: AuditStep): Promise<AuditAnswer> => {
      const message: Message = { name: 'audit', request: { tabId, id, seen, step } };
      return browser.runtime.sendMessage<Message, AuditAnswer>(message);
    },
  };
}
