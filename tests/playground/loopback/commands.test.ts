import { ApplicationCommandOptionType, MessageFlags, SlashCommandBuilder } from 'discord.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBotDiscord, type TestDiscord } from '../../support/discord.ts';
import { type SmallBot, startSmallBot } from './small-bot.ts';

const LORE = new SlashCommandBuilder()
  .setName('lore')
  .setDescription('Look things up')
  .addSubcommand((entry) =>
    entry
      .setName('entry')
      .setDescription('One entity')
      .addStringOption((name) =>
        name.setName('name').setDescription('Whom').setRequired(true).setAutocomplete(true).setMaxLength(100),
      )
      .addBooleanOption((hidden) => hidden.setName('private').setDescription('Only for you')),
  )
  .toJSON();

describe('commands over the loopback Discord', () => {
  let world: TestDiscord;
  let bot: SmallBot;
  beforeAll(async () => {
    world = await startBotDiscord();
    bot = await startSmallBot(world);
    await bot.client.application.commands.set([LORE]);
  });
  afterAll(async () => {
    await bot.stop();
    await world.stop();
  });

  it('lists what was registered in bulk', async () => {
    expect(world.discord.registeredCommands().map((command) => command.name)).toEqual(['lore']);
    const fetched = await bot.client.application.commands.fetch();
    expect(fetched.first()?.options[0]?.type).toBe(ApplicationCommandOptionType.Subcommand);
  });

  it('refuses 26 choices with the place of the fault', async () => {
    const choices = Array.from({ length: 26 }, (_, index) => ({ name: `c${index}`, value: `v${index}` }));
    const option = { type: ApplicationCommandOptionType.String as const, name: 'pick', description: 'Pick', choices };
    const refused = bot.client.application.commands.set([{ name: 'wide', description: 'Too wide', options: [option] }]);
    await expect(refused).rejects.toMatchObject({
      code: 50035,
      rawError: { errors: { 0: { options: { 0: { choices: { _errors: [{ code: 'BASE_TYPE_BAD_LENGTH' }] } } } } } },
    });
    expect(world.discord.refusals()).toHaveLength(1);
    world.discord.clearRequests();
  });

  it('carries options by name to the bot and its reply back', async () => {
    bot.answer = async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.reply({
        content: `You asked for ${interaction.options.getString('name', true)}`,
        flags: MessageFlags.Ephemeral,
      });
    };
    const typed = world.alpha.as('reader').type('/lore entry', { name: 'Worf' });
    const reply = await typed.reply();
    expect(reply).toMatchObject({ content: 'You asked for Worf', viewerId: world.alpha.members.reader.user.id });
    expect(await typed.ack()).toMatchObject({ kind: 'message' });
    expect(world.alpha.as('scribe').messages()).toEqual([]);
    expect(bot.errors).toEqual([]);
  });

  it('shows "is thinking" and then the answer', async () => {
    bot.answer = async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.deferReply();
      await interaction.editReply('At last');
      await interaction.followUp('And more');
    };
    const typed = world.alpha.as('reader').type('/lore entry', { name: 'Worf' });
    expect(await typed.finalReply()).toMatchObject({ content: 'At last', viewerId: null });
    expect(await typed.followUp()).toMatchObject({ content: 'And more' });
    expect(bot.errors).toEqual([]);
  });

  it('offers the choices of an autocomplete', async () => {
    bot.answer = async (interaction) => {
      if (!interaction.isAutocomplete()) return;
      const typed = interaction.options.getFocused();
      await interaction.respond([{ name: `${typed}f`, value: `${typed}f` }]);
    };
    const choices = await world.alpha.as('reader').autocomplete('/lore entry', { name: 'Wor' }, 'name');
    expect(choices).toEqual([{ name: 'Worf', value: 'Worf' }]);
  });

  it('shows a command only to those it is for', async () => {
    const manage = { name: 'manage', description: 'For admins', defaultMemberPermissions: '32' as const };
    await bot.client.guilds.cache.get(world.beta.guild.id)?.commands.set([manage]);
    bot.answer = async (interaction) => interaction.isChatInputCommand() && interaction.reply('Yes');
    expect(() => world.beta.as('reader').type('/manage')).toThrow('/manage is not shown to this person');
    expect(() => world.alpha.as('admin').type('/manage')).toThrow('There is no command /manage here');
    for (const person of ['admin', 'owner'] as const) await world.beta.as(person).type('/manage').reply();
    expect((await world.beta.as('reader').type('/manage', {}, { evenIfHidden: true }).reply()).content).toBe('Yes');
    expect(world.discord.visibleCommands(world.beta.guild.id).map((command) => command.name)).toEqual([
      'manage',
      'lore',
    ]);
  });

  it('keeps the id of a command that is registered again', async () => {
    const [before] = world.discord.registeredCommands();
    await bot.client.application.commands.set([LORE]);
    expect(world.discord.registeredCommands()[0]?.id).toBe(before?.id);
  });

  it('records every request with its body and status', async () => {
    world.discord.clearRequests();
    await bot.client.application.commands.set([LORE]);
    expect(world.discord.requests()).toMatchObject([
      {
        method: 'PUT',
        path: `/applications/${world.discord.bot.id}/commands`,
        status: 200,
        fault: null,
        body: [{ name: 'lore' }],
      },
    ]);
  });

  it('tells those who watch of everything, in order', async () => {
    const kinds: string[] = [];
    const stop = world.discord.changes.on((change) => kinds.push(change.kind));
    bot.answer = async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.deferReply();
      await interaction.editReply('Done');
    };
    await world.alpha.as('reader').type('/lore entry', { name: 'Worf' }).finalReply();
    stop();
    expect(kinds.filter((kind) => kind !== 'request')).toEqual([
      'interaction-created',
      'message-created',
      'interaction-answered',
      'thinking',
      'message-updated',
    ]);
  });

  it.each([
    ['an unknown command', '/loer entry', { name: 'Worf' }, 'There is no command /loer here'],
    ['an unknown subcommand', '/lore nothing', { name: 'Worf' }, 'no subcommand "nothing"'],
    ['a missing subcommand', '/lore', {}, 'needs a subcommand: entry'],
    ['an unknown option', '/lore entry', { nmae: 'Worf' }, 'There is no option "nmae"'],
    ['a missing option', '/lore entry', {}, 'The option "name" is required'],
    ['too long a text', '/lore entry', { name: 'x'.repeat(101) }, 'takes 0 to 100 characters'],
    ['the wrong type', '/lore entry', { name: 'Worf', private: 'yes' }, 'takes true or false'],
  ])('tells the author of a test about %s', (_, command, options, complaint) => {
    expect(() => world.alpha.as('reader').type(command, options as Record<string, string>)).toThrow(complaint);
  });
});
