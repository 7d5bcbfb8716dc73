import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { packSchemaJson } from '../../src/pack/schema-json.ts';

it('ships the JSON Schema of a pack as it is today (npm run schema writes it)', () => {
  const shipped: unknown = JSON.parse(readFileSync('data/pack.schema.json', 'utf8'));
  expect(shipped).toEqual(JSON.parse(JSON.stringify(packSchemaJson())));
});
