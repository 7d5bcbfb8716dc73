import { z } from 'zod';

const claimSchema = z.object({
  statement: z.string().max(2000),
  predicate: z.string().max(60),
  value: z.string().max(2000),
  date: z.string().max(300).nullable(),
  modality: z.string().max(20).default('asserted'),
  works: z.array(z.object({ title: z.string().max(200), locator: z.string().max(500).default('') })).max(50).default([]),
});

/** What an export of a lorebook writes under `extensions.concordance`. */
export const exportedSchema = z.object({
  kind: z.string().max(60),
  claims: z.array(claimSchema),
});
export type ExportedClaim = z.infer<typeof claimSchema>;
