import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { auditJsonSchema } from '../support/audit-json-schema';

test('the shipped JSON Schema of an audit is the one made from the code (else: npm run generate:schema)', () => {
  const file = readFileSync(new URL('../../assets/candor-audit-1.schema.json', import.meta.url), 'utf8');
  expect(file).toBe(`${JSON.stringify(auditJsonSchema(), null, 2)}\n`);
});
