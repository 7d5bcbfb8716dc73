import {
  ChannelType,
  type Client,
  DiscordAPIError,
  Events,
  type Guild,
  MessageFlags,
  type TextChannel,
} from 'discord.js';
import type { Logger } from 'pino';
import type { Document } from '../messages/document.ts';
import { card } from './card.ts';
import { postingProblem } from './surroundings.ts';

/** What becomes of lorebooks as the bot comes to a server and goes. */
export interface Residence {
  /** True where the server has a lorebook already. */
  isKnown(guildId: string): boolean;
  arrived(guildId: string): void;
  left(guildId: string): void;
  /** All servers the bot is on, as it starts. */
  present(guildIds: readonly string[]): void;
}

export interface GuildParts {
  readonly residence: Residence;
  /** What a new server is told; null where it was told already. Noted before it is sent, so that it is never sent twice. */
  readonly welcome: (guildId: string) => Document | null;
  readonly log: Logger;
}

/** Greets servers that are new, and marks lorebooks of those the bot was removed from. An outage is neither. */
export function watchGuilds(client: Client, parts: GuildParts): void {
  const { residence, log } = parts;
  /** Nothing here may end the process: whoever asks next is answered all the same. */
  const safely = (what: string, guildId: string, work: () => void | Promise<void>): void => {
    new Promise<void>((resolve) => resolve(work())).catch((error: unknown) => {
      log.error({ err: error, guild: guildId }, what);
    });
  };
  client.once(Events.ClientReady, ({ guilds }) =>
    safely('servers could not be looked through', '', () => residence.present([...guilds.cache.keys()])),
  );
  client.on(Events.GuildAvailable, ({ id }) =>
    safely('a server could not be noted as there', id, () => residence.arrived(id)),
  );
  client.on(Events.GuildDelete, ({ id }) => {
    log.info({ guild: id }, 'removed from a server');
    safely('a removal could not be noted', id, () => residence.left(id));
  });
  /** New servers without a channel the bot may write in: greeted as soon as there is one. */
  const ungreeted = new Set<string>();
  const greetIn = (guild: Guild): void =>
    safely('a server could not be greeted', guild.id, async () => {
      const channel = placeFor(client, guild);
      if (channel === null) return;
      ungreeted.delete(guild.id);
      await greet(channel, parts);
    });
  const again = ({ guild }: { readonly guild?: Guild }): void => {
    if (guild !== undefined && ungreeted.has(guild.id)) greetIn(guild);
  };
  client.on(Events.GuildCreate, (guild) => {
    const isKnown = residence.isKnown(guild.id);
    log.info({ guild: guild.id, isKnown }, 'joined a server');
    safely('a server could not be noted as there', guild.id, () => residence.arrived(guild.id));
    if (isKnown || !guild.available) return;
    ungreeted.add(guild.id);
    greetIn(guild);
  });
  client.on(Events.ChannelCreate, again);
  client.on(Events.ChannelUpdate, (_before, channel) => again('guild' in channel ? channel : {}));
  client.on(Events.GuildRoleUpdate, (_before, role) => again(role));
  client.on(Events.GuildDelete, ({ id }) => ungreeted.delete(id));
}

async function greet(channel: TextChannel, { welcome, log }: GuildParts): Promise<void> {
  const document = welcome(channel.guildId);
  if (document === null) return;
  try {
    await channel.send({
      components: card(document, null),
      flags: MessageFlags.IsComponentsV2,
    });
  } catch (error) {
    if (!(error instanceof DiscordAPIError)) throw error;
    log.warn({ guild: channel.guildId, code: error.code }, 'a greeting was refused');
  }
}

/** The system channel, else the first text channel it may write in. */
function placeFor(client: Client, guild: Guild): TextChannel | null {
  const texts = [...guild.channels.cache.values()]
    .filter((channel): channel is TextChannel => channel.type === ChannelType.GuildText)
    .sort((a, b) => a.rawPosition - b.rawPosition);
  const system = texts.filter(({ id }) => id === guild.systemChannelId);
  return [...system, ...texts].find(({ id }) => postingProblem(client, guild.id, id) === null) ?? null;
}
