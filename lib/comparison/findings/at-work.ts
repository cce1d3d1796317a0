import { isSetHere } from '../set-here';
import type { Evidence, ProcessorReport } from '../site-report';

/** What shows a service at work. */
export function atWork({ contacts, hosting, cookies }: ProcessorReport): readonly Evidence[] {
  return [
    ...contacts.map((contact): Evidence => ({ kind: 'contact', contact })),
    ...hosting.map(({ evidence }): Evidence => ({ kind: 'text', text: evidence })),
    ...cookies.filter(isSetHere).map((cookie): Evidence => ({ kind: 'cookie', cookie })),
  ];
}
