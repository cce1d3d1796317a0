import type { ContactEvidence, CookieEvidence } from '../comparison/seen-evidence';
import type { Evidence, Finding } from '../comparison/site-report';
import { assertNever } from '../words/assert-never';
import { contactAsJson, cookieAsJson, formAsJson, isoTime, storeAsJson } from './seen-json';

/** A finding, member by member, as `reportAsJson` writes it. */
export function findingAsJson({ id, key, severity, subject, pointer, quote, evidence }: Finding) {
  return { id, key, severity, subject, pointer, quote, evidence: evidence.map(pieceOf) };
}

function pieceOf(evidence: Evidence) {
  switch (evidence.kind) {
    case 'contact':
      return { kind: evidence.kind, contact: contactAsJson(evidence.contact), ...provenanceOf(evidence) };
    case 'cookie':
      return { kind: evidence.kind, cookie: cookieAsJson(evidence.cookie), ...provenanceOf(evidence) };
    case 'store':
      return { kind: evidence.kind, store: storeAsJson(evidence.store) };
    case 'form':
      return { kind: evidence.kind, form: formAsJson(evidence.form) };
    case 'region': {
      const { code, place, country } = evidence.region;
      return { kind: evidence.kind, region: { code, place, country }, readFrom: evidence.readFrom };
    }
    case 'declared-countries':
      return { kind: evidence.kind, countries: evidence.countries };
    case 'declared-lifetime':
      return { kind: evidence.kind, seconds: evidence.seconds };
    case 'declaration':
      return { kind: evidence.kind, text: evidence.text, pointer: evidence.pointer };
    case 'run':
      return { kind: evidence.kind, startedAt: isoTime(evidence.startedAt), pages: evidence.pages };
    case 'doubt':
      return { kind: evidence.kind, doubt: evidence.doubt };
    case 'text':
      return { kind: evidence.kind, text: evidence.text };
    default:
      return assertNever(evidence);
  }
}

function provenanceOf(evidence: ContactEvidence | CookieEvidence) {
  const { match } = evidence;
  const from = evidence.kind === 'contact' ? evidence.redirectedFrom : undefined;
  return {
    ...(match !== undefined && { match: { rule: match.rule, trust: match.trust } }),
    ...(from !== undefined && { redirectedFrom: from }),
  };
}
