import type { Level } from '../../../src/lore/permission.ts';
import type { Actor } from '../../../src/playground/loopback/person/actor.ts';
import type { TestBot } from '../../support/bot.ts';

/** Everybody who might try, and the level that counts on the server where they try. */
export const PEOPLE = {
  reader: 'reader',
  scribe: 'scribe',
  /** A scribe where scribes may change only what they themselves added. */
  'own-facts scribe': 'scribe',
  keeper: 'keeper',
  admin: 'admin',
  /** A keeper of another server, and nobody here. */
  'member of another server': 'reader',
  /** Was a scribe when the preview was shown. */
  'former scribe': 'reader',
} as const satisfies Readonly<Record<string, Level>>;
export type Who = keyof typeof PEOPLE;
export const EVERYBODY: readonly Who[] = [
  'reader',
  'scribe',
  'own-facts scribe',
  'keeper',
  'admin',
  'member of another server',
  'former scribe',
];

/** Those who are not among the people that every test server has. */
export interface Extra {
  readonly stranger: string;
  readonly former: string;
}

export function extraPeople({ discord, alpha, beta }: TestBot): Extra {
  const stranger = discord.createUser({ username: 'stranger' }).id;
  const former = discord.createUser({ username: 'former' }).id;
  discord.createMember(beta.guild.id, { username: 'stranger', userId: stranger, roles: [beta.roles.keeper.id] });
  discord.createMember(alpha.guild.id, { username: 'stranger', userId: stranger, roles: [] });
  discord.createMember(alpha.guild.id, { username: 'former', userId: former, roles: [alpha.roles.scribe.id] });
  discord.setMemberRoles(alpha.guild.id, former, []);
  return { stranger, former };
}

export function userIdOf(bot: TestBot, extra: Extra, who: Who): string {
  switch (who) {
    case 'member of another server':
      return extra.stranger;
    case 'former scribe':
      return extra.former;
    case 'own-facts scribe':
      return bot.alpha.members.scribe.user.id;
    default:
      return bot.alpha.members[who].user.id;
  }
}

export function actorOf(bot: TestBot, extra: Extra, who: Who): Actor {
  return bot.discord.as(bot.alpha.guild.id, userIdOf(bot, extra, who), bot.alpha.channel.id);
}
