import type {
  AutocompleteInteraction,
  ChatInputCommandInteraction,
  MessageComponentInteraction,
  ModalSubmitInteraction,
} from 'discord.js';
import type { Command, Input, Options } from '../../commands/command.ts';
import type { UploadedFile } from '../../commands/surroundings.ts';
import type { Answerable } from './respond.ts';
import { uploadedFile } from './uploaded-file.ts';

/** What was filled in, as text; of a channel or a role its id. */
export function optionsOf(
  interaction: ChatInputCommandInteraction | AutocompleteInteraction,
  command: Command,
): Options {
  const options: Record<string, string> = {};
  for (const { name } of command.options) {
    const value = interaction.options.get(name)?.value;
    if (value !== undefined) options[name] = String(value);
  }
  return options;
}

/** The files that came with a command, by option. */
export function filesOf(interaction: Answerable, apiUrl: string): Readonly<Record<string, UploadedFile>> {
  if (!interaction.isChatInputCommand()) return {};
  const files: Record<string, UploadedFile> = {};
  for (const { options = [] } of interaction.options.data) {
    for (const { name, attachment } of options) {
      if (attachment !== undefined && attachment !== null) files[name] = uploadedFile(attachment, apiUrl);
    }
  }
  return files;
}

/** What was chosen in a list or filled into a form; a button has neither. */
export function inputOf(interaction: MessageComponentInteraction | ModalSubmitInteraction): Input {
  if (interaction.isAnySelectMenu()) return { values: interaction.values, fields: {} };
  if (!interaction.isModalSubmit()) return { values: [], fields: {} };
  const fields: Record<string, string> = {};
  for (const [name, field] of interaction.fields.fields) {
    if ('value' in field && typeof field.value === 'string') fields[name] = field.value;
  }
  return { values: [], fields };
}
