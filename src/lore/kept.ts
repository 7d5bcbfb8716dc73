import { z } from 'zod';

const noteSchema = z.object({
  /** Where it stood in its vault, without its ending. */
  path: z.string(),
  /** Keys of its front matter that say nothing of the lore. */
  keys: z.record(z.string(), z.unknown()),
  tags: z.array(z.string()),
});

const entrySchema = z.object({
  extensions: z.record(z.string(), z.unknown()).optional(),
  insertion_order: z.number().optional(),
  secondary_keys: z.array(z.string()).optional(),
  constant: z.boolean().optional(),
  position: z.unknown().optional(),
});

const SCHEMAS = { note: noteSchema, entry: entrySchema, book: z.record(z.string(), z.unknown()) } as const;
export type KeptKind = keyof typeof SCHEMAS;
export type KeptNote = z.infer<typeof noteSchema>;
export type KeptEntry = z.infer<typeof entrySchema>;

/** What imports could not understand and exports give back: by the name of what a note or entry is about. */
export interface Kept {
  readonly notes: ReadonlyMap<string, KeptNote>;
  readonly entries: ReadonlyMap<string, KeptEntry>;
  /** What a character book says of itself. */
  readonly book: Readonly<Record<string, unknown>>;
}

const PREFIX = 'kept:';

/** The name by which a lorebook keeps it, beside the rules of imports. */
export function keptRule(kind: KeptKind, name: string): string {
  return `${PREFIX}${kind}:${name}`;
}

/** Reads it back; what is of another shape (a tampered file, a later version) is passed over. */
export function keptOf(rules: Readonly<Record<string, unknown>>): Kept {
  const notes = new Map<string, KeptNote>();
  const entries = new Map<string, KeptEntry>();
  let book: Kept['book'] = {};
  for (const [rule, value] of Object.entries(rules)) {
    if (!rule.startsWith(PREFIX)) continue;
    const [kind = '', ...name] = rule.slice(PREFIX.length).split(':');
    if (kind === 'note') {
      const read = noteSchema.safeParse(value);
      if (read.success) notes.set(name.join(':'), read.data);
    } else if (kind === 'entry') {
      const read = entrySchema.safeParse(value);
      if (read.success) entries.set(name.join(':'), read.data);
    } else if (kind === 'book') {
      const read = SCHEMAS.book.safeParse(value);
      if (read.success) book = { ...book, ...read.data };
    }
  }
  return { notes, entries, book };
}
