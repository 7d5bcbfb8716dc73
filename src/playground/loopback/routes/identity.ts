import { objectOf, textOr } from '../json.ts';
import { REFUSAL } from '../rest/api-error.ts';
import { NO_CONTENT, ok, type Route, route } from '../rest/router.ts';
import type { LoopbackState } from '../state.ts';
import { wireApplication } from '../wire/application.ts';
import { wireChannel } from '../wire/guild.ts';
import { wireSelf, wireUser } from '../wire/user.ts';

/** Who the bot is and where its gateway stands. */
export function identityRoutes(state: LoopbackState): readonly Route[] {
  const { world, gateway } = state;
  const url = () => state.origin().replace('http', 'ws');
  const session = { total: 1000, remaining: 1000, reset_after: 14_400_000, max_concurrency: gateway.maxConcurrency };
  const application = () => ok(wireApplication(world));
  return [
    route('GET', '/gateway', () => ok({ url: url() }), false),
    route('GET', '/gateway/bot', () => ok({ url: url(), shards: gateway.shards, session_start_limit: session })),
    route('GET', '/users/@me', () => ok(wireSelf(world.bot))),
    route('GET', '/users/@me/guilds', () => ok(world.guilds().map(({ id, name }) => partialGuild(id, name)))),
    route('DELETE', '/users/@me/guilds/:guild', ({ params }) => {
      if (world.guild(params.guild ?? '') === undefined) throw REFUSAL.unknownGuild();
      world.removeGuild(params.guild ?? '');
      return NO_CONTENT;
    }),
    route('POST', '/users/@me/channels', ({ json }) => {
      const user = world.user(textOr(objectOf(json).recipient_id, ''));
      if (user === undefined) throw REFUSAL.unknownUser();
      return ok(wireChannel(world.dmWith(user), world));
    }),
    route('GET', '/users/:user', ({ params }) => {
      const user = world.user(params.user ?? '');
      if (user === undefined) throw REFUSAL.unknownUser();
      return ok(wireUser(user));
    }),
    route('GET', '/applications/@me', application),
    route('GET', '/oauth2/applications/@me', application),
  ];
}

function partialGuild(id: string, name: string) {
  return { id, name, icon: null, banner: null, owner: false, permissions: '0', features: [] };
}
