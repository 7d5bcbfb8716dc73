import { objectOf, textOr } from '../json.ts';
import { guildPermissions, hasPermission } from '../permissions.ts';
import { REFUSAL } from '../rest/api-error.ts';
import { queryCount, queryId } from '../rest/query.ts';
import { type Call, NO_CONTENT, ok, type Route, route } from '../rest/router.ts';
import type { LoopbackState } from '../state.ts';
import { wireChannel, wireGuild } from '../wire/guild.ts';
import { wireMember, wireRole, wireRoles } from '../wire/user.ts';
import type { Guild, Member } from '../world/model.ts';

/** Servers as the bot may read them, and the few things it may change. */
export function guildRoutes(state: LoopbackState): readonly Route[] {
  const { world } = state;

  const known = ({ params }: Call): Guild => {
    const guild = world.guild(params.guild ?? '');
    if (guild === undefined) throw REFUSAL.unknownGuild();
    return guild;
  };
  const member = (call: Call, id: string): Member => {
    const found = known(call).members.get(id);
    if (found !== undefined) return found;
    throw world.user(id) === undefined ? REFUSAL.unknownUser() : REFUSAL.unknownMember();
  };
  const changeRole = (change: (held: Member, role: string) => readonly string[]) => (call: Call) => {
    const guild = known(call);
    const role = guild.roles.get(call.params.role ?? '');
    if (role === undefined) throw REFUSAL.unknownRole();
    const bot = guild.members.get(world.bot.id);
    if (bot === undefined || !hasPermission(guildPermissions(guild, bot), 'manageRoles'))
      throw REFUSAL.missingPermissions();
    const held = member(call, call.params.user ?? '');
    world.setMember({ ...held, roles: change(held, role.id) });
    return NO_CONTENT;
  };

  return [
    route('GET', '/guilds/:guild', (call) => {
      const guild = known(call);
      const counts = call.query.get('with_counts') === 'true' ? { approximate_member_count: guild.members.size } : {};
      return ok({ ...wireGuild(guild), ...counts });
    }),
    route('GET', '/guilds/:guild/channels', (call) =>
      ok([...known(call).channels.values()].map((channel) => wireChannel(channel, world))),
    ),
    route('GET', '/guilds/:guild/roles', (call) => ok(wireRoles(known(call)))),
    route('GET', '/guilds/:guild/roles/:role', (call) => {
      const role = known(call).roles.get(call.params.role ?? '');
      if (role === undefined) throw REFUSAL.unknownRole();
      return ok(wireRole(role));
    }),
    route('GET', '/guilds/:guild/members', (call) => {
      const after = queryId(call.query, 'after') ?? 0n;
      const limit = queryCount(call.query, 'limit', 1, 1000);
      const members = [...known(call).members.values()].filter((item) => BigInt(item.user.id) > after);
      members.sort((a, b) => (BigInt(a.user.id) < BigInt(b.user.id) ? -1 : 1));
      return ok(members.slice(0, limit).map(wireMember));
    }),
    route('GET', '/guilds/:guild/members/search', (call) => {
      const query = (call.query.get('query') ?? '').toLowerCase();
      const limit = queryCount(call.query, 'limit', 1, 1000);
      const members = [...known(call).members.values()];
      const named = members.filter((item) => (item.nick ?? item.user.username).toLowerCase().startsWith(query));
      return ok(named.slice(0, limit).map(wireMember));
    }),
    route('PATCH', '/guilds/:guild/members/@me', (call) => {
      const nick = textOr(objectOf(call.json).nick, '') || null;
      return ok(wireMember(world.setMember({ ...member(call, world.bot.id), nick })));
    }),
    route('GET', '/guilds/:guild/members/:user', (call) => ok(wireMember(member(call, call.params.user ?? '')))),
    route(
      'PUT',
      '/guilds/:guild/members/:user/roles/:role',
      changeRole((held, role) => [...new Set([...held.roles, role])]),
    ),
    route(
      'DELETE',
      '/guilds/:guild/members/:user/roles/:role',
      changeRole((held, role) => held.roles.filter((id) => id !== role)),
    ),
  ];
}
