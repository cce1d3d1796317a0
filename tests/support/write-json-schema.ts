import { writeFileSync } from 'node:fs';
import { policyJsonSchema } from './policy-json-schema';

/** Writes the JSON Schema that is shipped for authors; a law test fails while it is out of date. */
const target = new URL('../../assets/privacy-policy-1.0.schema.json', import.meta.url);
writeFileSync(target, `${JSON.stringify(policyJsonSchema(), null, 2)}\n`);
