import { z } from 'zod';
import { fail, ok, type Result } from './lore/result.ts';

const LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** An empty value in `.env` is the same as none. */
const text = z.string().trim().min(1);
const blankIsMissing = (value: unknown): unknown =>
  typeof value === 'string' && value.trim() === '' ? undefined : value;

export const configSchema = z.object({
  DISCORD_TOKEN: z.preprocess(blankIsMissing, text.regex(/^\S+$/, 'has spaces in it: copy the token again').optional()),
  DISCORD_API_URL: z.preprocess(
    blankIsMissing,
    z.url({ protocol: /^https?$/, error: 'is not an http or https address' }).default('https://discord.com/api'),
  ),
  LOREBOOK_DIR: z.preprocess(blankIsMissing, text.default('./lorebooks')),
  STARTER_PACK: z.preprocess(blankIsMissing, text.default('mirror-universe')),
  PLAYGROUND_PORT: z.preprocess(
    blankIsMissing,
    text
      .regex(/^-?\d+(\.\d+)?$/, 'is not a port: write a whole number from 0 to 65535')
      .transform(Number)
      .pipe(z.number().int('is not a whole number').min(0, 'is below 0').max(65535, 'is above 65535'))
      .default(4711),
  ),
  LOG_LEVEL: z.preprocess(
    blankIsMissing,
    z.enum(LEVELS, { error: `is not one of ${LEVELS.join(', ')}` }).default('info'),
  ),
});

export interface Config {
  /** null = playground. */
  readonly discordToken: string | null;
  /** Without a version and without a slash at its end. */
  readonly discordApiUrl: string;
  readonly lorebookDir: string;
  /** A folder under data/, a path, or null for an empty lorebook. */
  readonly starterPack: string | null;
  readonly playgroundPort: number;
  readonly logLevel: (typeof LEVELS)[number];
}

export interface ConfigFault {
  readonly name: string;
  readonly why: string;
}

/** Checks the environment once; every fault is named at once. */
export function loadConfig(env: Readonly<Record<string, string | undefined>>): Result<Config, readonly ConfigFault[]> {
  const read = configSchema.safeParse(env);
  if (!read.success) {
    return fail(read.error.issues.map((issue) => ({ name: issue.path.map(String).join('.'), why: issue.message })));
  }
  const values = read.data;
  return ok(
    Object.freeze({
      discordToken: values.DISCORD_TOKEN ?? null,
      discordApiUrl: values.DISCORD_API_URL.replace(/\/+$/, '').replace(/\/v\d+$/, ''),
      lorebookDir: values.LOREBOOK_DIR,
      starterPack: values.STARTER_PACK === 'none' ? null : values.STARTER_PACK,
      playgroundPort: values.PLAYGROUND_PORT,
      logLevel: values.LOG_LEVEL,
    }),
  );
}
