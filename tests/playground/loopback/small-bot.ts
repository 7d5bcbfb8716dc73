import { Client, type ClientOptions, Events, GatewayIntentBits, type Interaction, MessageFlags } from 'discord.js';
import type { TestDiscord } from '../../support/discord.ts';

type Answer = (interaction: Interaction) => Promise<unknown>;

/** A discord.js client that knows nothing but how to hand interactions to a test. */
export interface SmallBot {
  readonly client: Client<true>;
  /** What the next interactions are answered with. */
  answer: Answer;
  /** Errors that answering threw, oldest first. */
  readonly errors: unknown[];
  stop(): Promise<void>;
}

export async function startSmallBot(
  { apiUrl, token }: Pick<TestDiscord, 'apiUrl' | 'token'>,
  options: Partial<ClientOptions> = {},
): Promise<SmallBot> {
  const { rest, ...others } = options;
  const client = new Client({
    intents: [GatewayIntentBits.Guilds],
    ...others,
    rest: { api: apiUrl, version: '10', ...rest },
  });
  const bot: SmallBot = {
    client: client as Client<true>,
    answer: async (interaction) =>
      interaction.isRepliable() && interaction.reply({ content: 'unanswered', flags: MessageFlags.Ephemeral }),
    errors: [],
    stop: () => client.destroy(),
  };
  client.on(Events.InteractionCreate, (interaction) => {
    bot.answer(interaction).catch((error: unknown) => bot.errors.push(error));
  });
  const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(token);
  await ready;
  return bot;
}
