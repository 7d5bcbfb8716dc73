import { z } from 'zod';
import { CLAIM_COLUMNS } from './intake/claim-columns.ts';

const cells = z.partialRecord(z.enum(CLAIM_COLUMNS), z.string());
/** Names that may be made: those that were shown as unknown and confirmed, or all. */
const create = z.union([z.literal('all'), z.array(z.string())]);
const claim = z.number().int().positive();

/** A change of facts as somebody typed it: plain JSON, nothing resolved, so that it can wait for its Save. */
export const factChangeSchema = z.discriminatedUnion('kind', [
  /** `account` null = the speaker's own statement. */
  z.object({ kind: z.literal('add'), cells, account: z.string().nullable(), create }),
  /** The claim is retracted and another one takes its place; `cells` are all of the new one. */
  z.object({ kind: z.literal('amend'), claim, cells, account: z.string().nullable(), create }),
  z.object({ kind: z.literal('retract'), claim, reason: z.string() }),
  z.object({ kind: z.literal('cite'), claim, work: z.string(), locator: z.string(), create }),
  z.object({ kind: z.literal('alias'), name: z.string(), alias: z.string(), isRemoval: z.boolean() }),
]);
export type FactChange = z.infer<typeof factChangeSchema>;
export type FactChangeKind = FactChange['kind'];
