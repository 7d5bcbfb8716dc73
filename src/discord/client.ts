import { Client, GatewayIntentBits, Options } from 'discord.js';

/** Users and members kept in memory; without a limit they grow for as long as the bot runs. */
const MOST_PEOPLE = 200;

/** A discord.js client with the one intent the bot needs and caches that stay small. */
export function createClient(apiUrl: string): Client {
  return new Client({
    intents: [GatewayIntentBits.Guilds],
    allowedMentions: { parse: [], users: [], roles: [], repliedUser: false },
    // A request that is repeated because its answer was lost makes no second message, wherever it is sent.
    enforceNonce: true,
    rest: { api: apiUrl, version: '10' },
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      UserManager: { maxSize: MOST_PEOPLE, keepOverLimit: (user) => user.id === user.client.user.id },
      GuildMemberManager: { maxSize: MOST_PEOPLE, keepOverLimit: (member) => member.id === member.client.user.id },
      MessageManager: 0,
      ReactionManager: 0,
      PresenceManager: 0,
      VoiceStateManager: 0,
      GuildEmojiManager: 0,
      GuildStickerManager: 0,
      GuildScheduledEventManager: 0,
      StageInstanceManager: 0,
    }),
  });
}
