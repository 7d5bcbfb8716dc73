import { setTimeout as wait } from 'node:timers/promises';
import {
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  Client,
  Events,
  GatewayIntentBits,
  type Interaction,
  MessageFlags,
} from 'discord.js';
import { demoButtons, demoCard, demoEmbed, demoForm, demoSelects } from './demo-cards.ts';
import { DEMO_COMMANDS } from './demo-commands.ts';

const NAMES = ['Benjamin Sisko', 'Bajor', 'Bareil Antos', 'Kira Nerys', 'Terok Nor', 'Worf'];

export interface DemoBot {
  /** What answering threw, oldest first. */
  readonly errors: unknown[];
  stop(): Promise<void>;
}

/** A bot that answers with everything the page has to show. */
export async function startDemoBot(at: { readonly apiUrl: string; readonly token: string }): Promise<DemoBot> {
  const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api: at.apiUrl, version: '10' } });
  const errors: unknown[] = [];
  client.on(Events.InteractionCreate, (interaction) => {
    answer(interaction).catch((error: unknown) => errors.push(error));
  });
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(at.token);
  await (await ready).application.commands.set(DEMO_COMMANDS);
  return { errors, stop: () => client.destroy() };
}

async function answer(interaction: Interaction): Promise<unknown> {
  if (interaction.isAutocomplete()) {
    const typed = interaction.options.getFocused().toLowerCase();
    // The first letters take longer, so that their answers come too late.
    await wait(typed.length < 3 ? 150 : 0);
    const fitting = NAMES.filter((name) => name.toLowerCase().startsWith(typed));
    return interaction.respond(fitting.map((name) => ({ name, value: name.toUpperCase() })));
  }
  if (interaction.isChatInputCommand()) return command(interaction);
  if (interaction.isButton()) return press(interaction);
  if (interaction.isAnySelectMenu()) {
    return interaction.reply(`Chosen: ${interaction.values.join(', ')}`);
  }
  if (interaction.isModalSubmit()) {
    const { fields } = interaction;
    const who = fields.getSelectedUsers('who')?.first()?.username ?? 'nobody';
    const given = [
      fields.getTextInputValue('title'),
      fields.getTextInputValue('text'),
      fields.getStringSelectValues('why')[0],
      who,
    ];
    return interaction.reply({ content: `Form: ${given.join(' / ')}`, flags: MessageFlags.Ephemeral });
  }
  return undefined;
}

async function command(interaction: ChatInputCommandInteraction): Promise<unknown> {
  switch (interaction.options.getSubcommand(false)) {
    case 'options':
      return interaction.reply(said(interaction));
    case 'card':
      return interaction.reply(demoCard(0));
    case 'buttons':
      return interaction.reply(demoButtons(1));
    case 'selects':
      return interaction.reply(demoSelects());
    case 'form':
      return interaction.showModal(demoForm());
    case 'slow':
      await interaction.deferReply();
      await wait(600);
      return interaction.editReply('Done at last');
    case 'private':
      return interaction.reply({ content: 'Between us', flags: MessageFlags.Ephemeral });
    case 'silent':
      return undefined;
    case 'wrong':
      await interaction.reply({ content: 'x'.repeat(2001) }).catch(() => undefined);
      return interaction.reply('It was refused');
    case 'embed':
      return interaction.reply(demoEmbed());
    default:
      return interaction.reply('Managed');
  }
}

async function press(interaction: ButtonInteraction): Promise<unknown> {
  const page = Number(/\d+/.exec(interaction.message.content)?.[0] ?? 1);
  switch (interaction.customId) {
    case 'count': {
      const pressed = Number(/Pressed (\d+)/.exec(JSON.stringify(interaction.message.components))?.[1] ?? 0);
      return interaction.update({ components: demoCard(pressed + 1).components });
    }
    case 'page:on':
      return interaction.update(demoButtons(page + 1));
    case 'page:back':
      return interaction.update(demoButtons(page - 1));
    case 'form':
      return interaction.showModal(demoForm());
    default:
      return undefined;
  }
}

function said({ options }: ChatInputCommandInteraction): string {
  const parts = options.data[0]?.options?.map(({ name, value, attachment }) => `${name}=${attachment?.name ?? value}`);
  return `Options: ${parts?.join(' ') ?? ''}`;
}
