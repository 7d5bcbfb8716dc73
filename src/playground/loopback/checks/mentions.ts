import type { JsonObject } from '../json.ts';
import { LIMIT } from './limits.ts';
import type { Place } from './problems.ts';
import { also, list, maybe, oneOf, shape, snowflake, yesNo } from './shape.ts';

const ids = maybe(list(snowflake, { max: LIMIT.mentionIds, unique: true }));

/** `allowed_mentions`: a kind may be allowed as a whole or by ids, not both. */
export const checkAllowedMentions = also(
  shape({
    parse: maybe(list(oneOf(['users', 'roles', 'everyone']), { unique: true })),
    users: ids,
    roles: ids,
    replied_user: maybe(yesNo),
  }),
  (value, place) => {
    for (const kind of ['users', 'roles'] as const) exclusive(value, kind, place);
  },
);

function exclusive(value: JsonObject, kind: 'users' | 'roles', place: Place): void {
  const parse = Array.isArray(value.parse) ? value.parse : [];
  const named = Array.isArray(value[kind]) ? value[kind] : [];
  if (parse.includes(kind) && named.length > 0) {
    place
      .at(kind)
      .fail(
        'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
        `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`,
      );
  }
}
