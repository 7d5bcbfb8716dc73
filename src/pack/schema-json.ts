import { z } from 'zod';
import { entityRowSchema, filedConflictSchema, filedRulingSchema, packHeadSchema, workRowSchema } from './pack.ts';

/** The JSON Schema of `pack.json`, with those of the tables beside it, so that an editor completes and checks a pack. */
export function packSchemaJson(): object {
  const of = (schema: z.ZodType): object => z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return {
    ...of(packHeadSchema),
    $defs: {
      entities: { type: 'array', items: of(entityRowSchema) },
      works: { type: 'array', items: of(workRowSchema) },
      conflicts: { type: 'array', items: of(filedConflictSchema) },
      rulings: { type: 'array', items: of(filedRulingSchema) },
    },
  };
}
