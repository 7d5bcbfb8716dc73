import { LoopbackDiscord } from '../../src/playground/loopback/loopback-discord.ts';
import type { LoopbackOptions } from '../../src/playground/loopback/loopback-options.ts';
import type { PermissionName } from '../../src/playground/loopback/permissions.ts';
import type { Actor } from '../../src/playground/loopback/person/actor.ts';
import type { Channel, Guild, Member, Role } from '../../src/playground/loopback/world/model.ts';

/** The people every test server has, by what they may do. */
export const PEOPLE = ['reader', 'scribe', 'keeper', 'admin', 'owner'] as const;
export type Person = (typeof PEOPLE)[number];

/** One server with its roles, people and a text channel. The same five people are on every server. */
export interface TestServer {
  readonly guild: Guild;
  readonly channel: Channel;
  readonly roles: { readonly scribe: Role; readonly keeper: Role; readonly admin: Role };
  readonly members: Readonly<Record<Person, Member>>;
  /** Somebody standing in the text channel, or in another one. */
  as(person: Person, channel?: Channel): Actor;
}

export interface TestDiscord {
  readonly discord: LoopbackDiscord;
  readonly apiUrl: string;
  readonly token: string;
  readonly alpha: TestServer;
  readonly beta: TestServer;
  stop(): Promise<void>;
}

/** A loopback Discord with two servers, "Alpha Server" and "Beta Server". A bot logs in with `apiUrl` and `token`. */
export async function startBotDiscord(options: LoopbackOptions = {}): Promise<TestDiscord> {
  const discord = await LoopbackDiscord.start(options);
  const ids = Object.fromEntries(PEOPLE.map((name) => [name, discord.createUser({ username: name }).id])) as Record<
    Person,
    string
  >;
  return {
    discord,
    apiUrl: discord.apiUrl,
    token: discord.token,
    alpha: createServer(discord, 'Alpha Server', ids),
    beta: createServer(discord, 'Beta Server', ids),
    stop: () => discord.stop(),
  };
}

function createServer(discord: LoopbackDiscord, name: string, ids: Readonly<Record<Person, string>>): TestServer {
  const { id } = discord.createGuild({ name, ownerId: ids.owner });
  const role = (roleName: string, permissions: readonly PermissionName[] = []) =>
    discord.createRole(id, { name: roleName, permissions });
  const roles = { scribe: role('Scribe'), keeper: role('Keeper'), admin: role('Admin', ['manageGuild']) };
  const join = (person: Person, held: readonly Role[]) =>
    discord.createMember(id, { username: person, userId: ids[person], roles: held.map((one) => one.id) });
  const members = {
    reader: join('reader', []),
    scribe: join('scribe', [roles.scribe]),
    keeper: join('keeper', [roles.keeper]),
    admin: join('admin', [roles.admin]),
    owner: join('owner', []),
  };
  const channel = discord.createChannel(id, { name: 'general' });
  const guild = discord.world.guild(id);
  if (guild === undefined) throw new Error(`The server ${name} was not made.`);
  return { guild, channel, roles, members, as: (person, at = channel) => discord.as(id, ids[person], at.id) };
}
