import { randomBytes } from 'node:crypto';
import { DiscordAPIError, type Interaction } from 'discord.js';
import type { Logger } from 'pino';
import type { OpenProblem } from '../lorebook/open.ts';
import { problems } from '../messages/en/problems.ts';
import { notice } from './notice.ts';
import { flags } from './respond.ts';
import { FileRefused } from './uploaded-file.ts';

const UNKNOWN_INTERACTION = 10062;
const ALREADY_ACKNOWLEDGED = 40060;

/** An act that broke after something of the lorebook was saved: by it, or by another one meanwhile. */
export class BrokenLate extends Error {
  constructor(cause: unknown) {
    super('an act broke, and something was saved meanwhile', { cause });
  }
}

export interface RecoverParts {
  /** What an error means that came from a lorebook's file; undefined where it came from elsewhere. */
  readonly problemOf: (error: unknown) => OpenProblem | undefined;
  readonly log: Logger;
}

/** The one place where a handler's error ends: logged with a reference, and answered with it if nothing was yet. */
export async function recover(
  interaction: Interaction,
  thrown: unknown,
  { log, problemOf }: RecoverParts,
): Promise<void> {
  const reference = randomBytes(4).toString('hex').toUpperCase();
  const command = 'commandName' in interaction ? interaction.commandName : interaction.type;
  const user = interaction.user.id;
  const error = thrown instanceof BrokenLate ? thrown.cause : thrown;
  if (error instanceof DiscordAPIError && (error.code === UNKNOWN_INTERACTION || error.code === ALREADY_ACKNOWLEDGED)) {
    // Too late, or taken already (a repeated request): Discord wants no second answer.
    log.warn({ reference, command, user, code: error.code }, 'an answer was not wanted any more');
    return;
  }
  if (!(error instanceof FileRefused)) log.error({ reference, command, user, err: error }, 'a command broke');
  if (!interaction.isRepliable()) return;
  const isLookUp = interaction.isChatInputCommand() && interaction.commandName === 'lore';
  const words = (): string => {
    if (error instanceof FileRefused) return problems.file(error.problem);
    if (thrown instanceof BrokenLate) return problems.brokenAct(reference);
    const ofTheFile = problemOf(error);
    return ofTheFile === undefined
      ? problems.broken(reference)
      : problems.failedLorebook(ofTheFile, isLookUp, reference);
  };
  try {
    const said = { components: notice(words()), flags: flags(true) } as const;
    if (interaction.replied || interaction.deferred) await interaction.followUp(said);
    else await interaction.reply(said);
  } catch (second) {
    log.warn({ reference, err: second }, 'the reference could not be told to the asker');
  }
}
