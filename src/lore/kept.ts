import { z } from 'zod';

/** The setting that holds what an import could not understand and an export gives back. */
export const KEPT_SETTING = 'import_kept';

const json = z.unknown();
const keptSchema = z.object({
  /** Notes of a vault by the name of what they are about. */
  notes: z
    .record(z.string(), z.object({ path: z.string(), keys: z.record(z.string(), json), tags: z.array(z.string()) }))
    .default({}),
  /** Entries of character books by name. */
  entries: z
    .record(
      z.string(),
      z.object({
        extensions: z.record(z.string(), json).optional(),
        insertion_order: z.number().optional(),
        secondary_keys: z.array(z.string()).optional(),
        constant: z.boolean().optional(),
        position: json.optional(),
      }),
    )
    .default({}),
  /** What a book says of itself. */
  book: z.record(z.string(), json).default({}),
});
export type Kept = z.infer<typeof keptSchema>;

/** Reads the setting; one that is missing or of another shape keeps nothing. */
export function keptOf(value: unknown): Kept {
  const read = keptSchema.safeParse(value ?? {});
  return read.success ? read.data : { notes: {}, entries: {}, book: {} };
}

/** `more` on top of `before`. */
export function joinKept(before: Kept, more: Kept): Kept {
  return {
    notes: { ...before.notes, ...more.notes },
    entries: { ...before.entries, ...more.entries },
    book: { ...before.book, ...more.book },
  };
}
