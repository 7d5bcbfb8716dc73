import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  ChannelType,
  InteractionContextType,
  PermissionFlagsBits,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord.js';
import type { Command, CommandOption } from '../../commands/command.ts';
import { commands } from '../messages/en/commands.ts';

/** The language all names and descriptions are in, said explicitly. */
const LOCALE = 'en-US';

/** The top-level commands and their subcommands as Discord wants them. */
export function commandsJson(
  groups: Readonly<Record<string, readonly Command[]>>,
): RESTPostAPIChatInputApplicationCommandsJSONBody[] {
  return Object.entries(groups).map(([name, subcommands]) => ({
    type: ApplicationCommandType.ChatInput,
    ...named(name, commands.groups[name] ?? name),
    // Only where Discord shows it: rights are checked again wherever something is done.
    ...(name === 'lorebook' ? { default_member_permissions: String(PermissionFlagsBits.ManageGuild) } : {}),
    contexts: [InteractionContextType.Guild],
    integration_types: [ApplicationIntegrationType.GuildInstall],
    options: subcommands.filter((command) => 'run' in command || command.isHidden !== true).map(subcommandJson),
  }));
}

function subcommandJson(command: Command) {
  const options = command.options.filter((option) => option.isTerminalOnly !== true);
  return {
    type: ApplicationCommandOptionType.Subcommand as const,
    ...named(command.name, command.description),
    // What not everybody may see is always shown to the asker alone.
    options: [
      ...requiredFirst(options).map(optionJson),
      ...('run' in command || command.needs !== undefined ? [] : [privateOption()]),
    ],
  };
}

function named(name: string, description: string) {
  return {
    name,
    description,
    name_localizations: { [LOCALE]: name },
    description_localizations: { [LOCALE]: description },
  };
}

function requiredFirst(options: readonly CommandOption[]): readonly CommandOption[] {
  return [...options].sort((a, b) => Number(b.isRequired === true) - Number(a.isRequired === true));
}

function optionJson(option: CommandOption) {
  const base = { ...named(option.name, option.description), required: option.isRequired === true };
  if (option.type === 'boolean') return { ...base, type: ApplicationCommandOptionType.Boolean as const };
  if (option.type === 'attachment') return { ...base, type: ApplicationCommandOptionType.Attachment as const };
  if (option.type === 'role') return { ...base, type: ApplicationCommandOptionType.Role as const };
  if (option.type === 'channel') {
    return {
      ...base,
      type: ApplicationCommandOptionType.Channel as const,
      channel_types: [ChannelType.GuildText as const, ChannelType.GuildAnnouncement as const],
    };
  }
  return {
    ...base,
    type: ApplicationCommandOptionType.String as const,
    ...(option.maxLength === undefined ? {} : { max_length: option.maxLength }),
    autocomplete: option.suggest !== undefined,
  };
}

/** Every look-up takes it: then only the asker sees the answer. */
function privateOption() {
  return {
    type: ApplicationCommandOptionType.Boolean as const,
    ...named('private', commands.lore.private),
    required: false,
  };
}
