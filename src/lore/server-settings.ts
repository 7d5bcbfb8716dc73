import { z } from 'zod';

const id = z.string().regex(/^\d{1,20}$/);

/**
 * How one server uses its lorebook, kept as settings of the lorebook: each field is a setting of that name. What a
 * lorebook holds of other things (schedule, calendar, mapping) has a setting and a schema of its own.
 */
const serverSettingsSchema = z.object({
  /** Discord roles that make somebody a scribe or a keeper. */
  roles: z
    .object({ scribe: z.array(id).max(25).default([]), keeper: z.array(id).max(25).default([]) })
    .default({ scribe: [], keeper: [] }),
  /** Scribes may change only what they themselves added. */
  own_only: z.boolean().default(false),
  /** A ruling stands once a second keeper made the same one. */
  two_keepers: z.boolean().default(false),
  review_channel: id.nullable().default(null),
  changes_channel: id.nullable().default(null),
  /** IANA name; null = UTC. */
  time_zone: z.string().nullable().default(null),
});
export type ServerSettings = z.infer<typeof serverSettingsSchema>;

/** Reads the settings; one that cannot be read is as if it were not set, so that a lorebook always opens. */
export function serverSettings(stored: (name: string) => unknown): ServerSettings {
  const read = Object.entries(serverSettingsSchema.shape).map(([name, schema]) => {
    const parsed = schema.safeParse(stored(name) ?? undefined);
    return [name, parsed.success ? parsed.data : schema.parse(undefined)] as const;
  });
  return Object.fromEntries(read) as unknown as ServerSettings;
}
