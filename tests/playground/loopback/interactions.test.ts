import {
  ActionRowBuilder,
  AttachmentBuilder,
  ButtonBuilder,
  ButtonStyle,
  ContainerBuilder,
  type Interaction,
  LabelBuilder,
  MessageFlags,
  ModalBuilder,
  RoleSelectMenuBuilder,
  SlashCommandBuilder,
  StringSelectMenuBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startBotDiscord, type TestDiscord } from '../../support/discord.ts';
import { type SmallBot, startSmallBot } from './small-bot.ts';

const TRY = new SlashCommandBuilder()
  .setName('try')
  .setDescription('Try it')
  .addUserOption((user) => user.setName('user').setDescription('Somebody'))
  .addRoleOption((role) => role.setName('role').setDescription('Some role'))
  .addChannelOption((channel) => channel.setName('channel').setDescription('Some place'))
  .addAttachmentOption((file) => file.setName('file').setDescription('Some file'))
  .addIntegerOption((year) => year.setName('year').setDescription('When').setMinValue(1).setMaxValue(3000));

const goButton = new ButtonBuilder().setCustomId('go').setLabel('Go').setStyle(ButtonStyle.Primary);
const goRow = new ActionRowBuilder<ButtonBuilder>().addComponents(goButton);

describe('interactions over the loopback Discord', () => {
  let world: TestDiscord;
  let bot: SmallBot;
  const answers = (answer: (interaction: Interaction) => Promise<unknown>) => {
    bot.answer = answer;
  };
  beforeAll(async () => {
    world = await startBotDiscord();
    bot = await startSmallBot(world);
    await bot.client.application.commands.set([TRY.toJSON()]);
  });
  afterEach(() => {
    expect(bot.errors).toEqual([]);
    expect(world.discord.refusals()).toEqual([]);
  });
  afterAll(async () => {
    await bot.stop();
    await world.stop();
  });

  it('resolves users, roles, channels and files', async () => {
    const { members, roles, channel } = world.alpha;
    answers(async (interaction) => {
      if (!interaction.isChatInputCommand() || !interaction.inCachedGuild()) return;
      const { options } = interaction;
      const file = options.getAttachment('file', true);
      const text = await (await fetch(file.url)).text();
      const named = [
        options.getMember('user')?.roles.cache.has(roles.keeper.id),
        options.getRole('role', true).name,
        options.getChannel('channel', true).name,
      ];
      await interaction.reply(`${named.join(' ')} ${options.getInteger('year')} ${file.name} ${text}`);
    });
    const given = {
      user: members.keeper.user.id,
      role: roles.scribe.id,
      channel: channel.id,
      year: 2375,
      file: { filename: 'log.txt', bytes: 'Heghlu’meH' },
    };
    expect((await world.alpha.as('reader').type('/try', given).reply()).content).toBe(
      'true Scribe general 2375 log.txt Heghlu’meH',
    );
  });

  it.each(['reader', 'admin', 'owner'] as const)('tells the bot what a %s may do', async (person) => {
    let mayManage: boolean | undefined;
    answers(async (interaction) => {
      mayManage = interaction.memberPermissions?.has('ManageGuild');
      if (interaction.isChatInputCommand()) await interaction.reply('.');
    });
    await world.alpha.as(person).type('/try').reply();
    expect(mayManage).toBe(person !== 'reader');
  });

  it('shows a deferred answer with a file and a button, and lets the button open a form', async () => {
    answers(async (interaction) => {
      if (interaction.isChatInputCommand()) {
        await interaction.deferReply({ flags: MessageFlags.Ephemeral });
        const files = [new AttachmentBuilder(Buffer.from('a,b'), { name: 'lore.csv', description: 'All of it' })];
        await interaction.editReply({ content: 'Here', files, components: [goRow] });
      } else if (interaction.isButton()) {
        const input = new TextInputBuilder().setCustomId('note').setStyle(TextInputStyle.Paragraph).setMaxLength(20);
        const pick = new StringSelectMenuBuilder().setCustomId('why').addOptions({ label: 'Because', value: 'b' });
        const labels = [
          new LabelBuilder().setLabel('Note').setTextInputComponent(input),
          new LabelBuilder().setLabel('Why').setStringSelectMenuComponent(pick),
        ];
        await interaction.showModal(
          new ModalBuilder()
            .setCustomId('form')
            .setTitle('Form')
            .addLabelComponents(...labels),
        );
      } else if (interaction.isModalSubmit() && interaction.isFromMessage()) {
        await interaction.update({
          content: `${interaction.fields.getTextInputValue('note')} ${interaction.fields.getStringSelectValues('why')[0]}`,
          components: [],
        });
      }
    });
    const reader = world.alpha.as('reader');
    const typed = reader.type('/try');
    const shown = await typed.finalReply();
    expect(shown).toMatchObject({
      content: 'Here',
      viewerId: reader.at.userId,
      attachments: [{ filename: 'lore.csv', description: 'All of it' }],
    });
    expect(() => world.alpha.as('scribe').click(shown, 'Go')).toThrow('cannot see');
    expect(() => reader.click(shown, 'Stop')).toThrow('no button "Stop"; there is "Go"');
    const form = await reader.click(shown, 'Go').modal();
    expect(() => reader.submit(form, { Note: 'x'.repeat(21), Why: 'Because' })).toThrow('takes 1 to 20 characters');
    const done = await reader.submit(form, { Note: 'Today', why: ['Because'] }).reply();
    expect(done).toMatchObject({ id: shown.id, content: 'Today b', components: [] });
  });

  it('carries selected options, roles and a silent acknowledgement', async () => {
    const one = new StringSelectMenuBuilder()
      .setCustomId('one')
      .setPlaceholder('Pick')
      .addOptions({ label: 'First', value: '1' }, { label: 'Second', value: '2' });
    const role = new RoleSelectMenuBuilder().setCustomId('role').setMaxValues(2);
    answers(async (interaction) => {
      if (interaction.isChatInputCommand()) {
        const card = new ContainerBuilder()
          .addTextDisplayComponents((text) => text.setContent('# Pick'))
          .addActionRowComponents((row) => row.addComponents(one))
          .addActionRowComponents((row) => row.addComponents(role));
        await interaction.reply({ components: [card], flags: MessageFlags.IsComponentsV2 });
      } else if (interaction.isRoleSelectMenu()) {
        await interaction.reply(interaction.roles.map((picked) => picked.name).join());
      } else if (interaction.isStringSelectMenu()) {
        await interaction.deferUpdate();
        await interaction.editReply({
          components: [
            new ContainerBuilder().addTextDisplayComponents((text) => text.setContent(interaction.values.join())),
          ],
        });
      }
    });
    const reader = world.alpha.as('reader');
    const card = await reader.type('/try').reply();
    const { scribe, keeper } = world.alpha.roles;
    expect((await reader.select(card, 'role', [scribe.id, keeper.id]).reply()).content).toBe('Scribe,Keeper');
    expect(() => reader.select(card, 'Pick', ['Third'])).toThrow('no option "Third"');
    const picked = await reader.select(card, 'Pick', ['Second']).finalReply();
    expect(picked.components).toMatchObject([{ type: 17, components: [{ type: 10, content: '2' }] }]);
  });

  it('answers with_response, fetches, follows up and deletes', async () => {
    let follow: string | undefined;
    answers(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      const { resource } = await interaction.reply({ content: 'First', withResponse: true });
      const original = await interaction.fetchReply();
      expect(original.id).toBe(resource?.message?.id);
      const more = await interaction.followUp({ content: 'Second', flags: MessageFlags.Ephemeral });
      await interaction.editReply({ message: more, content: 'Second, mended' });
      follow = more.id;
      await interaction.deleteReply();
    });
    const typed = world.alpha.as('reader').type('/try');
    await expect.poll(() => typed.followUps()[0]?.content).toBe('Second, mended');
    await expect(typed.finalReply()).rejects.toThrow('was deleted');
    expect(world.discord.message(follow ?? '')?.viewerId).toBe(world.alpha.members.reader.user.id);
  });

  it('lets the first follow-up take the place of "is thinking", as private as it was', async () => {
    answers(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.deferReply({ flags: MessageFlags.Ephemeral });
      await interaction.followUp('Here');
    });
    const typed = world.alpha.as('reader').type('/try');
    expect(await typed.finalReply()).toMatchObject({ content: 'Here', viewerId: world.alpha.members.reader.user.id });
    expect(typed.followUps()).toEqual([]);
  });

  it('works in direct messages', async () => {
    answers(async (interaction) => {
      if (interaction.isChatInputCommand())
        await interaction.reply(`guild ${interaction.guildId} context ${interaction.context}`);
    });
    const { id } = world.alpha.members.reader.user;
    expect((await world.discord.as(null, id).type('/try').reply()).content).toBe('guild null context 1');
  });

  it('forgets an ephemeral message its reader dismissed', async () => {
    answers(
      async (interaction) =>
        interaction.isChatInputCommand() && interaction.reply({ content: 'Psst', flags: MessageFlags.Ephemeral }),
    );
    const reader = world.alpha.as('reader');
    const reply = await reader.type('/try').reply();
    reader.dismiss(reply);
    expect(reader.messages().map((message) => message.id)).not.toContain(reply.id);
  });
});
