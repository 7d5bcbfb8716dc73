import { type BaseInteraction, PermissionFlagsBits } from 'discord.js';
import type { Level, Standing } from '../lore/permission.ts';
import type { ServerSettings } from '../lore/server-settings.ts';

type Somebodys = Pick<BaseInteraction, 'user' | 'member' | 'guild' | 'memberPermissions'>;

/** Who somebody is to the lorebook of their server, read from the interaction itself and so as of this moment. */
export function standingOf(interaction: Somebodys, settings: ServerSettings): Standing {
  const { user } = interaction;
  const name = nameOf(interaction) ?? user.displayName;
  return {
    actor: { ref: actorRef(user.id), name },
    level: levelOf(interaction, settings),
    isOwnOnly: settings.own_only,
  };
}

/** The key a Discord user stands under. */
export function actorRef(userId: string): string {
  return `discord:${userId}`;
}

/** The Discord user behind a key; null for whoever is not one. */
export function userOfRef(ref: string): string | null {
  return /^discord:(\d+)$/.exec(ref)?.[1] ?? null;
}

function levelOf(interaction: Somebodys, { roles }: ServerSettings): Level {
  const isOwner = interaction.guild?.ownerId === interaction.user.id;
  if (isOwner || interaction.memberPermissions?.has(PermissionFlagsBits.ManageGuild) === true) return 'admin';
  const held = rolesOf(interaction);
  if (roles.keeper.some((role) => held.includes(role))) return 'keeper';
  return roles.scribe.some((role) => held.includes(role)) ? 'scribe' : 'reader';
}

/** A server that is not in the cache sends plain ids. */
function rolesOf({ member }: Somebodys): readonly string[] {
  if (member === null) return [];
  return Array.isArray(member.roles) ? member.roles : [...member.roles.cache.keys()];
}

function nameOf({ member }: Somebodys): string | null {
  if (member === null) return null;
  return 'displayName' in member ? member.displayName : (member.nick ?? null);
}
