import { type JsonObject, numberOr, textOr } from '../json.ts';
import type { StoredCommand } from '../world/commands.ts';
import type { World } from '../world/world.ts';
import { wireUser } from './user.ts';

/** The application and its bot user share one id, as they do for every bot made since 2016. */
export function wireApplication(world: World): JsonObject {
  return {
    id: world.bot.id,
    name: world.bot.displayName,
    icon: null,
    description: '',
    type: null,
    bot: wireUser(world.bot),
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: '0'.repeat(64),
    flags: 0,
    flags_new: '0',
    redirect_uris: [],
    interactions_endpoint_url: null,
    role_connections_verification_url: null,
    owner: wireUser(world.bot),
    approximate_guild_count: world.guilds().length,
    approximate_user_install_count: 0,
    approximate_user_authorization_count: 0,
    explicit_content_filter: 0,
    team: null,
    eligible_oauth2_scopes: [],
    integration_types_config: { '0': {} },
  };
}

export function wireCommand(command: StoredCommand, applicationId: string): JsonObject {
  const { definition } = command;
  return {
    id: command.id,
    application_id: applicationId,
    version: command.version,
    type: command.type,
    name: command.name,
    description: textOr(definition.description, ''),
    name_localizations: definition.name_localizations ?? null,
    description_localizations: definition.description_localizations ?? null,
    default_member_permissions: permissionText(definition.default_member_permissions),
    dm_permission: definition.dm_permission ?? true,
    contexts: definition.contexts ?? null,
    integration_types: definition.integration_types ?? [0],
    nsfw: definition.nsfw ?? false,
    ...(definition.options === undefined ? {} : { options: definition.options }),
    ...(command.guildId === null ? {} : { guild_id: command.guildId }),
  };
}

function permissionText(value: unknown): string | null {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(numberOr(value, 0)) : null;
}
