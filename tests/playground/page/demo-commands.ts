import { ChannelType, PermissionFlagsBits, SlashCommandBuilder } from 'discord.js';

const demo = new SlashCommandBuilder()
  .setName('demo')
  .setDescription('Everything the page can show')
  .addSubcommand((sub) =>
    sub
      .setName('options')
      .setDescription('One option of each kind')
      .addStringOption((option) =>
        option.setName('name').setDescription('A name the bot knows').setRequired(true).setAutocomplete(true),
      )
      .addStringOption((option) => option.setName('note').setDescription('Any text').setMaxLength(200))
      .addStringOption((option) =>
        option
          .setName('side')
          .setDescription('One of two')
          .addChoices({ name: 'Alliance', value: 'alliance' }, { name: 'Rebellion', value: 'rebellion' }),
      )
      .addIntegerOption((option) => option.setName('year').setDescription('A whole number').setMinValue(1))
      .addNumberOption((option) => option.setName('weight').setDescription('Any number'))
      .addBooleanOption((option) => option.setName('private').setDescription('Only for you'))
      .addUserOption((option) => option.setName('user').setDescription('Somebody'))
      .addRoleOption((option) => option.setName('role').setDescription('A role'))
      .addChannelOption((option) =>
        option.setName('channel').setDescription('A channel').addChannelTypes(ChannelType.GuildText),
      )
      .addMentionableOption((option) => option.setName('whom').setDescription('Somebody or a role'))
      .addAttachmentOption((option) => option.setName('file').setDescription('A file')),
  );

for (const [name, description] of [
  ['card', 'A card with all that a card may hold'],
  ['buttons', 'Buttons of all styles'],
  ['selects', 'Selects of all kinds'],
  ['form', 'A form with all its fields'],
  ['slow', 'An answer that takes a while'],
  ['private', 'An answer only you see'],
  ['silent', 'No answer at all'],
  ['wrong', 'An answer that Discord refuses'],
  ['embed', 'An embed and files'],
] as const) {
  demo.addSubcommand((sub) => sub.setName(name).setDescription(description));
}

const manage = new SlashCommandBuilder()
  .setName('manage')
  .setDescription('Only for those who manage the server')
  .setDefaultMemberPermissions(PermissionFlagsBits.ManageGuild);

export const DEMO_COMMANDS = [demo.toJSON(), manage.toJSON()];
