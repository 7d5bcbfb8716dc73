import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packSchemaJson } from './schema-json.ts';

// `npm run schema` after a change of the pack's shape; a test says when it was forgotten.
writeFileSync(
  join(import.meta.dirname, '../../data/pack.schema.json'),
  `${JSON.stringify(packSchemaJson(), null, 2)}\n`,
);
