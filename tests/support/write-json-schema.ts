import { writeFileSync } from 'node:fs';
import { auditJsonSchema } from './audit-json-schema';
import { policyJsonSchema } from './policy-json-schema';

/** Writes the JSON Schemas that are shipped for authors and readers; law tests fail while they are out of date. */
const shipped = {
  'privacy-policy-1.0.schema.json': policyJsonSchema(),
  'candor-audit-1.schema.json': auditJsonSchema(),
};
for (const [name, schema] of Object.entries(shipped))
  writeFileSync(new URL(`../../assets/${name}`, import.meta.url), `${JSON.stringify(schema, null, 2)}\n`);
