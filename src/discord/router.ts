import { randomBytes } from 'node:crypto';
import {
  type APIMessageTopLevelComponent,
  type AutocompleteInteraction,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  DiscordAPIError,
  type Interaction,
  MessageFlags,
  PermissionFlagsBits,
} from 'discord.js';
import type { Logger } from 'pino';
import type { Answered, LookupCommand, Options } from '../../commands/command.ts';
import type { Result } from '../lore/result.ts';
import type { Lorebook } from '../lorebook/lorebook.ts';
import type { OpenProblem } from '../lorebook/open.ts';
import { problems } from '../messages/en/problems.ts';
import { questions } from '../messages/en/questions.ts';
import { readActionId } from './action-id.ts';
import { card } from './card.ts';
import { LIMITS } from './limits.ts';
import { notice } from './notice.ts';

export interface RouterParts {
  /** Subcommands by top-level command. */
  readonly groups: Readonly<Record<string, readonly LookupCommand[]>>;
  /** The lorebook of a server. */
  readonly open: (guildId: string) => Result<Lorebook, OpenProblem>;
  readonly log: Logger;
}

const UNKNOWN_INTERACTION = 10062;
const ALREADY_ACKNOWLEDGED = 40060;

/** Takes every interaction to its command, and answers each one whatever happens. Never throws. */
export function createRouter(parts: RouterParts): (interaction: Interaction) => Promise<void> {
  return async (interaction) => {
    try {
      await route(interaction, parts);
    } catch (error) {
      await recover(interaction, error, parts.log);
    }
  };
}

async function route(interaction: Interaction, parts: RouterParts): Promise<void> {
  if (interaction.isAutocomplete()) await suggest(interaction, parts);
  else if (interaction.isChatInputCommand()) await look(interaction, parts);
  else if (interaction.isButton()) await press(interaction, parts);
}

async function look(interaction: ChatInputCommandInteraction, parts: RouterParts): Promise<void> {
  const command = commandOf(interaction, parts);
  if (command === undefined) return tell(interaction, problems.unknownCommand);
  const lorebook = lorebookOf(interaction.guildId, parts);
  if (typeof lorebook === 'string') return tell(interaction, lorebook);
  if (!mayUse(interaction, command)) return tell(interaction, problems.needsManageServer);
  const answered = command.answer(lorebook, optionsOf(interaction, command));
  if (answered.kind === 'refused') return tell(interaction, answered.message);
  const isPrivate = command.needs !== undefined || (interaction.options.getBoolean('private') ?? false);
  await interaction.reply({ components: cardOf(command, answered), flags: flags(isPrivate) });
}

async function suggest(interaction: AutocompleteInteraction, parts: RouterParts): Promise<void> {
  const command = commandOf(interaction, parts);
  const focused = interaction.options.getFocused(true);
  const option = command?.options.find((one) => one.name === focused.name);
  const lorebook = lorebookOf(interaction.guildId, parts);
  if (command === undefined || option?.suggest === undefined || typeof lorebook === 'string') {
    await interaction.respond([]);
    return;
  }
  const choices = option.suggest(lorebook, focused.value, optionsOf(interaction, command));
  await interaction.respond(choices.slice(0, LIMITS.choices).map(({ name, value }) => ({ name, value })));
}

async function press(interaction: ButtonInteraction, parts: RouterParts): Promise<void> {
  const action = readActionId(interaction.customId);
  const command = Object.values(parts.groups)
    .flat()
    .find((one) => one.name === action?.command);
  if (action === null || command === undefined) return tell(interaction, problems.staleButton);
  const lorebook = lorebookOf(interaction.guildId, parts);
  if (typeof lorebook === 'string') return tell(interaction, lorebook);
  if (!mayUse(interaction, command, action.options)) return tell(interaction, problems.needsManageServer);
  if (action.verb === 'mark') {
    command.mark?.(lorebook, action.options);
    return tell(interaction, questions.kept);
  }
  const answered = command.answer(lorebook, action.options);
  if (answered.kind === 'refused') return tell(interaction, answered.message);
  if (action.verb === 'page') {
    await interaction.update({ components: cardOf(command, answered, action.page) });
    return;
  }
  // Somebody's curiosity about one line should not fill the channel: what a button opens, only they see.
  await interaction.reply({ components: cardOf(command, answered), flags: flags(true) });
}

function commandOf(interaction: ChatInputCommandInteraction | AutocompleteInteraction, parts: RouterParts) {
  const name = interaction.options.getSubcommand(false);
  return parts.groups[interaction.commandName]?.find((command) => command.name === name && command.isHidden !== true);
}

/** Checked on every use, also when somebody else presses a button. How an answer was read is for keepers, too. */
function mayUse(
  interaction: ChatInputCommandInteraction | ButtonInteraction,
  command: LookupCommand,
  options: Options = {},
): boolean {
  if (command.needs === undefined && options.explain === undefined) return true;
  return interaction.memberPermissions?.has(PermissionFlagsBits.ManageGuild) ?? false;
}

function optionsOf(
  interaction: ChatInputCommandInteraction | AutocompleteInteraction,
  command: LookupCommand,
): Options {
  const options: Record<string, string> = {};
  for (const { name } of command.options) {
    const value = interaction.options.get(name)?.value;
    if (value !== undefined) options[name] = String(value);
  }
  return options;
}

/** The lorebook, or the sentence that says why there is none. */
function lorebookOf(guildId: string | null, parts: RouterParts): Lorebook | string {
  if (guildId === null) return problems.onlyInServers;
  const opened = parts.open(guildId);
  if (opened.ok) return opened.value;
  parts.log.error({ problem: opened.problem }, 'a lorebook could not be opened');
  return problems.closedLorebook(opened.problem);
}

function cardOf(
  command: LookupCommand,
  answered: Extract<Answered, { kind: 'answered' }>,
  page = 1,
): APIMessageTopLevelComponent[] {
  return card(answered.document, { command: command.name, options: answered.again }, page);
}

function flags(isPrivate: boolean) {
  return isPrivate ? ([MessageFlags.IsComponentsV2, MessageFlags.Ephemeral] as const) : MessageFlags.IsComponentsV2;
}

/** One sentence to one person. */
async function tell(interaction: ChatInputCommandInteraction | ButtonInteraction, message: string): Promise<void> {
  await interaction.reply({ components: notice(message), flags: flags(true) });
}

/** The one place where a handler's error ends: logged with a reference, and answered with it if nothing was yet. */
async function recover(interaction: Interaction, error: unknown, log: Logger): Promise<void> {
  const reference = randomBytes(4).toString('hex').toUpperCase();
  const command = 'commandName' in interaction ? interaction.commandName : interaction.type;
  if (error instanceof DiscordAPIError && (error.code === UNKNOWN_INTERACTION || error.code === ALREADY_ACKNOWLEDGED)) {
    // Too late, or taken already (a repeated request): Discord wants no second answer.
    log.warn({ reference, command, user: interaction.user.id, code: error.code }, 'an answer was not wanted any more');
    return;
  }
  log.error({ reference, command, user: interaction.user.id, err: error }, 'a command broke');
  if (!interaction.isRepliable()) return;
  try {
    const answer = { components: notice(problems.broken(reference)), flags: flags(true) } as const;
    if (interaction.replied || interaction.deferred) await interaction.followUp(answer);
    else await interaction.reply(answer);
  } catch (second) {
    log.warn({ reference, err: second }, 'the reference could not be told to the asker');
  }
}
