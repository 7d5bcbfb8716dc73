import type { LoopbackDiscord } from './loopback/loopback-discord.ts';
import type { PermissionName } from './loopback/permissions.ts';
import type { Channel, Guild, Role } from './loopback/world/model.ts';
import type { PlaygroundClock } from './playground-clock.ts';

/** Those one can speak as, by what they may do. */
export const PERSONS = ['reader', 'scribe', 'keeper', 'admin'] as const;
export type Person = (typeof PERSONS)[number];

export interface PlaygroundServer {
  readonly guild: Guild;
  readonly general: Channel;
  /** Where a scheduled post can be sent to. */
  readonly announcements: Channel;
  readonly roles: Readonly<Record<Person, Role>>;
}

export interface PlaygroundWorld {
  readonly alpha: PlaygroundServer;
  readonly beta: PlaygroundServer;
  /** User ids; the same four people are on both servers. */
  readonly people: Readonly<Record<Person, string>>;
}

/** The moment the playground's world was made, whenever it is started. */
export const FOUNDED_AT_MS = Date.UTC(2026, 0, 1);

const ROLES: Readonly<Record<Person, { readonly color: number; readonly permissions: readonly PermissionName[] }>> = {
  reader: { color: 0x64748b, permissions: [] },
  scribe: { color: 0x2f7d6d, permissions: [] },
  keeper: { color: 0xa86a1a, permissions: [] },
  admin: { color: 0xa4433f, permissions: ['manageGuild'] },
};

/** Makes two servers with the same four people. Each thing has its own second, so that its id stays the same. */
export function foundWorld(discord: LoopbackDiscord, clock: PlaygroundClock): PlaygroundWorld {
  const at = <Made>(second: number, make: () => Made): Made => clock.standing(FOUNDED_AT_MS + second * 1000, make);
  const person = (index: number, username: Person | 'owner') =>
    at(100 + index, () => discord.createUser({ username, displayName: titled(username) }).id);
  const people = Object.fromEntries(PERSONS.map((name, index) => [name, person(index, name)])) as Record<
    Person,
    string
  >;
  const ownerId = person(90, 'owner');

  const server = (start: number, name: string): PlaygroundServer => {
    const guild = at(start, () => discord.createGuild({ name, ownerId }));
    const role = (name: Person, index: number) =>
      at(start + 10 + index, () => discord.createRole(guild.id, { name: titled(name), ...ROLES[name] }));
    const roles = Object.fromEntries(PERSONS.map((name, index) => [name, role(name, index)])) as Record<Person, Role>;
    for (const name of PERSONS) {
      at(start + 20, () =>
        discord.createMember(guild.id, { username: name, userId: people[name], roles: [roles[name].id] }),
      );
    }
    const channel = (index: number, given: { name: string; topic: string }) =>
      at(start + 30 + index, () => discord.createChannel(guild.id, given));
    return {
      guild,
      general: channel(0, { name: 'general', topic: 'Type / to see what the bot can do.' }),
      announcements: channel(1, { name: 'announcements', topic: 'Scheduled posts can go here.' }),
      roles,
    };
  };
  return { alpha: server(1000, 'Alpha Server'), beta: server(2000, 'Beta Server'), people };
}

function titled(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
