import type { Posted, Surroundings } from '../../commands/surroundings.ts';
import type { Errand, Surveyed } from './act-order.ts';

/** Has the thread that talks to Discord do something. */
export type Run = (errand: Errand, given: readonly unknown[]) => Promise<unknown>;

/** Discord as an act in a thread of its own sees it: what was surveyed before, and errands for the rest. */
export function aroundApart(surveyed: Surveyed, run: Run): Surroundings {
  const { guildId, channelId, serverName, mostFileBytes, roles, channels } = surveyed;
  const notHere = (): never => {
    throw new Error('that is no part of an act in a thread of its own');
  };
  return {
    kind: 'discord',
    guildId,
    channelId,
    serverName,
    mostFileBytes,
    roleNames: (ids) => ids.flatMap((id) => roles[id] ?? []),
    channelNames: (ids) => ids.flatMap((id) => channels[id]?.name ?? []),
    postingProblem: (id) => {
      const known = channels[id];
      return known === undefined ? { kind: 'no-such-channel' } : known.problem;
    },
    post: async (...given) => (await run('post', given)) as Posted | null,
    replace: async (...given) => (await run('replace', given)) === true,
    message: async (...given) => (await run('message', given)) === true,
    working: () => {},
    speed: () => null,
    get file() {
      return notHere();
    },
    schedule: { spread: notHere, postNow: notHere },
  };
}
