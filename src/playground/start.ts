import { randomBytes } from 'node:crypto';
import { fail, ok, type Result } from '../lore/result.ts';
import { FOUNDED_AT_MS, foundWorld, type PlaygroundWorld } from './founding.ts';
import { ATTACHMENT_BYTES } from './loopback/checks/limits.ts';
import type { LoopbackClock } from './loopback/clock.ts';
import { LoopbackDiscord } from './loopback/loopback-discord.ts';
import { PlaygroundClock } from './playground-clock.ts';
import { PlaygroundServer } from './server/playground-server.ts';

export interface PlaygroundOptions {
  /** Where the page is served on 127.0.0.1; 0 takes a free port. */
  readonly port: number;
  /** What the bot logs in with; made up at each start if left out, so that nothing else on the machine can know it. */
  readonly token?: string;
  readonly botName?: string;
  /** The time that the playground's clock runs ahead of; real time if left out. */
  readonly clock?: LoopbackClock;
  readonly attachmentBytes?: number;
}

export type PlaygroundProblem =
  | { readonly kind: 'port-in-use'; readonly port: number; readonly suggested: number }
  | { readonly kind: 'port-forbidden'; readonly port: number; readonly suggested: number };

export interface Playground extends PlaygroundWorld {
  readonly discord: LoopbackDiscord;
  /** `rest.api` of the bot's discord.js client. */
  readonly apiUrl: string;
  readonly token: string;
  /** The page's address. */
  readonly url: string;
  readonly clock: PlaygroundClock;
  /** Lines to try, `/lore regents` and the like: an empty channel offers them. */
  suggest(lines: readonly string[]): void;
  stop(): Promise<void>;
}

/** Starts a loopback Discord with two servers and serves the page that is its other end. */
export async function startPlayground(options: PlaygroundOptions): Promise<Result<Playground, PlaygroundProblem>> {
  const clock = new PlaygroundClock(options.clock);
  const attachmentBytes = options.attachmentBytes ?? ATTACHMENT_BYTES;
  const given = {
    token: options.token ?? `playground.${randomBytes(24).toString('base64url')}`,
    ...(options.botName === undefined ? {} : { botName: options.botName }),
  };
  const starting = clock.standing(FOUNDED_AT_MS, () => LoopbackDiscord.start({ ...given, clock, attachmentBytes }));
  const discord = await starting;
  const world = foundWorld(discord, clock);
  const server = new PlaygroundServer({ discord, clock, world, attachmentBytes });
  const failure = await server.listen(options.port);
  if (failure !== null) {
    await discord.stop();
    if (failure.code === 'EADDRINUSE') return fail(portProblem('port-in-use', options.port));
    if (failure.code === 'EACCES') return fail(portProblem('port-forbidden', options.port));
    throw failure;
  }
  return ok({
    ...world,
    discord,
    apiUrl: discord.apiUrl,
    token: discord.token,
    url: server.url,
    clock,
    suggest: (lines) => server.suggest(lines),
    stop: async () => {
      await server.stop();
      await discord.stop();
    },
  });
}

/** One sentence a host can act on. */
export function playgroundProblemText({ kind, port, suggested }: PlaygroundProblem): string {
  const what = kind === 'port-in-use' ? 'is taken by another program' : 'may not be used by you';
  return `Port ${port} ${what}: set PLAYGROUND_PORT=${suggested} (or 0 for any free port) and start again.`;
}

function portProblem(kind: PlaygroundProblem['kind'], port: number): PlaygroundProblem {
  const next = port + 1;
  return { kind, port, suggested: next > 1023 && next < 65_536 ? next : 4712 };
}
