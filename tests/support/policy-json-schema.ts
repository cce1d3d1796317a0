import { toJsonSchema } from '@valibot/to-json-schema';
import { authorParts, authorSchema } from '../../lib/policy/schema';
import { scalars } from '../../lib/policy/scalars';

/** The JSON Schema for authors and editors, made from the schema that the reader itself uses. */
export function policyJsonSchema(): object {
  const { $schema, ...rest } = toJsonSchema(authorSchema, {
    target: 'draft-2020-12',
    typeMode: 'output',
    definitions: { ...scalars, ...authorParts },
    ignoreActions: ['check', 'raw_check'],
    overrideAction: ({ valibotAction, jsonSchema }) =>
      valibotAction.type === 'regex' && 'requirement' in valibotAction && valibotAction.requirement instanceof RegExp
        ? { ...jsonSchema, pattern: valibotAction.requirement.source.replaceAll('\\/', '/') }
        : undefined,
  });
  return {
    $schema,
    $id: 'urn:candor:privacy-policy:1.0',
    title: 'Published privacy policy 1.0',
    description:
      "What a site declares about personal data, as data. A member that is absent means 'not stated'; null, false or [] means 'stated: none'. Unknown members are ignored.",
    ...rest,
  };
}
