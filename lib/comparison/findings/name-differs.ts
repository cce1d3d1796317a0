import type { LegalEntity, Service } from '../../catalogue/catalogue';
import { namesCompanyOf } from '../company-name';
import { namesService } from '../names-service';
import type { Evidence, Finding, ProcessorReport } from '../site-report';
import type { FindingContext } from './finding-context';

/**
 * The company that the policy names for a service is another one than our catalogue knows to run it: another company
 * of the group, a former name, or somebody else. Always a note.
 *
 * It does not mean that the policy is wrong: a contract may be with another company of the group, and our catalogue may
 * be older than the change. Not raised where the declaration does not name the service (its id, or its name in words),
 * where it names no recipient, for another way of writing the same name, nor for a short form of it.
 */
export function nameDiffers({ inForce, processors }: FindingContext): readonly Finding[] {
  if (inForce === null) return [];
  return processors.flatMap((row) => {
    const { service, declared } = row;
    const name = declared?.recipient?.name;
    if (service === null || declared === null || name === undefined) return [];
    const isMeant = declared.service === service.id || namesService(declared, service);
    return isMeant && !namesCompanyOf(name, service) ? [findingOf(row, name, service)] : [];
  });
}

function findingOf({ id, pointer }: ProcessorReport, name: string, { entity, reviewedOn }: Service): Finding {
  return {
    id: 'name-differs',
    key: `name-differs:${id}`,
    severity: 'note',
    subject: id,
    pointer: `${pointer ?? ''}/recipient/name`,
    quote: name,
    evidence: [known(entity, reviewedOn)],
  };
}

function known({ name, country }: LegalEntity, reviewedOn: string): Evidence {
  return { kind: 'text', text: `${name}, ${country} (${reviewedOn})` };
}
