import { toJsonSchema } from '@valibot/to-json-schema';
import { auditDefinitions, auditSchema } from '../../lib/report/audit-schema';

/** The JSON Schema of an exported audit, made from the schema that reads it back. */
export function auditJsonSchema(): object {
  const { $schema, ...rest } = toJsonSchema(auditSchema, {
    target: 'draft-2020-12',
    typeMode: 'output',
    definitions: auditDefinitions,
    ignoreActions: ['check', 'raw_check'],
    overrideAction: ({ valibotAction, jsonSchema }) =>
      valibotAction.type === 'regex' && 'requirement' in valibotAction && valibotAction.requirement instanceof RegExp
        ? { ...jsonSchema, pattern: valibotAction.requirement.source.replaceAll('\\/', '/') }
        : undefined,
  });
  return {
    $schema,
    $id: 'urn:candor:audit:1',
    title: 'Candor audit 1',
    description:
      'What a walk through a site showed, set beside what its policy declares. Canonical JSON (RFC 8785); lists are sorted. No cookie values, query values, fragments or user info.',
    ...rest,
  };
}
