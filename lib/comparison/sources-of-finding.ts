import { type SourcesAt, sourcesAt } from '../policy/sources-at';
import type { Finding, FindingId, SiteReport } from './site-report';

/**
 * Where the policy for people says what a finding holds against the site; `null` where the file names no such place,
 * where the finding quotes all of it already, and for findings of the file itself.
 */
export function sourcesOfFinding({ policy }: Pick<SiteReport, 'policy'>, finding: Finding): SourcesAt | null {
  const { id, pointer, quote } = finding;
  if (policy.kind !== 'read' || pointer === null || ofTheFile.includes(id)) return null;
  const found = sourcesAt(policy, pointer);
  const isQuoted = found?.sources.every((source) => source.quote !== undefined && quote?.includes(source.quote));
  return isQuoted === true ? null : found;
}

const ofTheFile: readonly FindingId[] = [
  'policy-invalid',
  'link-not-https',
  'information-not-stated',
  'reference-without-target',
  'text-and-file-differ',
];
