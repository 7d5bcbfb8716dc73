import { type JsonObject, numberOr, textOr } from '../json.ts';
import type { LoopbackState } from '../state.ts';
import { wireMember } from '../wire/user.ts';
import type { GatewaySession } from './session.ts';

const CHUNK = 1000;

/** Answers op 8 with GUILD_MEMBERS_CHUNK events. */
export function sendMembers(state: LoopbackState, session: GatewaySession, asked: JsonObject): void {
  const guild = state.world.guild(textOr(asked.guild_id, ''));
  if (guild === undefined) return;
  const all = [...guild.members.values()];
  const ids = [asked.user_ids].flat().filter((id) => typeof id === 'string');
  const query = textOr(asked.query, '').toLowerCase();
  const limit = numberOr(asked.limit, 0) || all.length;
  const chosen =
    ids.length > 0
      ? all.filter((member) => ids.includes(member.user.id))
      : all.filter((member) => member.user.username.toLowerCase().startsWith(query)).slice(0, limit);
  const known = new Set(chosen.map((member) => member.user.id));
  const count = Math.max(1, Math.ceil(chosen.length / CHUNK));
  for (let index = 0; index < count; index += 1) {
    session.dispatch('GUILD_MEMBERS_CHUNK', {
      guild_id: guild.id,
      members: chosen.slice(index * CHUNK, (index + 1) * CHUNK).map(wireMember),
      chunk_index: index,
      chunk_count: count,
      not_found: ids.filter((id) => !known.has(id)),
      ...(typeof asked.nonce === 'string' ? { nonce: asked.nonce } : {}),
    });
  }
}
