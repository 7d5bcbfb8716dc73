import {
  type APIButtonComponent,
  type ButtonInteraction,
  ButtonStyle,
  type ChatInputCommandInteraction,
  ComponentType,
  type MessageComponentInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
  PermissionFlagsBits,
} from 'discord.js';
import type { Answered, Options, Reply } from '../../commands/command.ts';
import { lookups } from '../messages/en/lookups.ts';
import { problems } from '../messages/en/problems.ts';
import { actionId } from './action-id.ts';
import { type CardSource, card } from './card.ts';
import { formModal } from './form-modal.ts';
import { notice } from './notice.ts';

export type Answerable = ChatInputCommandInteraction | MessageComponentInteraction | ModalSubmitInteraction;

/** The answer to a look-up: for everybody, or for the asker alone with a button that shows it to all. */
export async function answer(
  interaction: Answerable,
  command: string,
  answered: Extract<Answered, { kind: 'answered' }>,
  isPrivate: boolean,
): Promise<void> {
  const source = { command, options: answered.again };
  const own = isPrivate ? shareButton(source) : [removeButton(interaction.user.id)];
  const components = card(answered.document, source, 1, { own });
  await interaction.reply({ components, flags: flags(isPrivate) });
}

/** The same card, at another page. */
export async function turn(
  interaction: MessageComponentInteraction,
  command: string,
  answered: Extract<Answered, { kind: 'answered' }>,
  page: number,
): Promise<void> {
  const source = { command, options: answered.again };
  const own = interaction.message.flags.has(MessageFlags.Ephemeral) ? shareButton(source) : removable(interaction);
  await interaction.update({ components: card(answered.document, source, page, { own }) });
}

/** What came of an act. It is for the one who acted, unless it says otherwise. */
export async function respond(interaction: Answerable, reply: Reply, isDeferred: boolean): Promise<void> {
  if (reply.kind === 'refused') return tell(interaction, reply.message, isDeferred);
  if (reply.kind === 'form') {
    if (interaction.isModalSubmit() || isDeferred) throw new Error('a form cannot follow a form or a long wait');
    await interaction.showModal(formModal(reply.form));
    return;
  }
  const files = (reply.files ?? []).map(({ name, bytes }) => ({ name, attachment: Buffer.from(bytes) }));
  const components = card(reply.document, null, 1, { files: files.map(({ name }) => name) });
  if (isDeferred) {
    await interaction.editReply({ components, files, flags: MessageFlags.IsComponentsV2 });
  } else if (reply.isInPlace === true && hasMessage(interaction)) {
    await interaction.update({ components, files });
  } else {
    await interaction.reply({ components, files, flags: flags(true) });
  }
}

/** One sentence to one person. */
export async function tell(interaction: Answerable, message: string, isDeferred = false): Promise<void> {
  const components = notice(message);
  if (isDeferred) await interaction.editReply({ components, flags: MessageFlags.IsComponentsV2 });
  else await interaction.reply({ components, flags: flags(true) });
}

/** Takes an answer away, for whoever asked for it or may manage messages. */
export async function takeAway(interaction: ButtonInteraction, options: Options): Promise<void> {
  const isAsker = options.by === interaction.user.id;
  const isModerator = interaction.memberPermissions?.has(PermissionFlagsBits.ManageMessages) ?? false;
  if (!isAsker && !isModerator) return tell(interaction, problems.notYoursToRemove);
  await interaction.deferUpdate();
  await interaction.deleteReply();
}

/** How every answer is sent. */
export function flags(isPrivate: boolean) {
  return isPrivate ? ([MessageFlags.IsComponentsV2, MessageFlags.Ephemeral] as const) : MessageFlags.IsComponentsV2;
}

function hasMessage(interaction: Answerable): interaction is Extract<Answerable, { update: unknown }> {
  return interaction.isMessageComponent() || (interaction.isModalSubmit() && interaction.isFromMessage());
}

/** Nothing where the answer cannot be asked for again by a button. */
function shareButton({ command, options }: CardSource): readonly APIButtonComponent[] {
  const id = actionId({ verb: 'share', command, options, page: 1 });
  return id === null ? [] : [button(lookups.buttons.share, id)];
}

function removeButton(asker: string): APIButtonComponent {
  const options: Options = { by: asker };
  return button(lookups.buttons.remove, actionId({ verb: 'remove', command: 'answer', options, page: 1 }) ?? '');
}

/** Whoever asked for an answer may take it away; what the bot posted by itself nobody asked for. */
function removable({ message }: MessageComponentInteraction): readonly APIButtonComponent[] {
  const asker = message.interactionMetadata?.user.id;
  return asker === undefined ? [] : [removeButton(asker)];
}

function button(label: string, custom_id: string): APIButtonComponent {
  return { type: ComponentType.Button, style: ButtonStyle.Secondary, label, custom_id };
}
