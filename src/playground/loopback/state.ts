import type { Changes } from './changes.ts';
import type { LoopbackClock } from './clock.ts';
import type { Interactions } from './interactions/interactions.ts';
import type { Commands } from './world/commands.ts';
import type { Messages } from './world/messages.ts';
import type { World } from './world/world.ts';

/** Everything the loopback Discord knows, shared by its REST side, its gateway and its people. */
export interface LoopbackState {
  readonly clock: LoopbackClock;
  readonly changes: Changes;
  readonly world: World;
  readonly messages: Messages;
  readonly commands: Commands;
  readonly interactions: Interactions;
  /** The server's own address, known once it listens. */
  readonly origin: () => string;
  readonly attachmentBytes: () => number;
  readonly gateway: GatewayInfo;
}

export interface GatewayInfo {
  readonly shards: number;
  readonly maxConcurrency: number;
}
