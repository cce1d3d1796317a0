import type { OptOutProof, OptOutReport } from '../opt-out/opt-out';

/** The opt-out from Google Analytics as the report's JSON has it; `since` is ISO 8601 in UTC. */
export function optOutAsJson(optOut: OptOutReport) {
  const { site, use, on, everywhere, isException, blocking, held, ids, cookieIds, proof, deletable, faults } = optOut;
  return {
    service: 'google-analytics',
    site,
    use,
    on,
    everywhere,
    isException,
    blocking,
    held,
    ids,
    cookieIds,
    proof: proofAsJson(proof),
    deletable: deletable.map(({ name, domain, partition }) => ({ name, domain, partition })),
    faults,
  };
}

function proofAsJson(proof: OptOutProof) {
  switch (proof.kind) {
    case 'off':
      return { kind: proof.kind, hits: proof.hits, hasTag: proof.hasTag };
    case 'proven':
      return { kind: proof.kind, since: new Date(proof.since).toISOString(), tag: proof.tag };
    case 'not-effective': {
      const leaks = proof.leaks.map(({ reason, hits, host, frame }) => ({ reason, hits, host, frame }));
      return { kind: proof.kind, hits: proof.hits, leaks };
    }
    default:
      return { kind: proof.kind };
  }
}
