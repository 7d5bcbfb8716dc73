import type { Interaction } from 'discord.js';
import { LRUCache } from 'lru-cache';
import type { Latency, Speed } from '../lore/keeping.ts';

/** Servers counted at most; those asked longest ago go. */
const MOST_SERVERS = 2_000;
/** Each step is a tenth longer than the one before, from a tenth of a millisecond to about a minute. */
const STEP = 1.1;
const SHORTEST_MS = 0.1;
const STEPS = 140;

/** How long answers took, by server; a few hundred bytes each, whatever was asked. */
export interface Latencies {
  note(guildId: string, kind: keyof Speed, ms: number): void;
  of(guildId: string | null): Speed;
}

/** Counts how long answers took, in memory only, for the servers asked most lately. */
export function countLatencies(): Latencies {
  const servers = new LRUCache<string, Record<keyof Speed, Uint32Array>>({ max: MOST_SERVERS });
  const countsOf = (guildId: string): Record<keyof Speed, Uint32Array> => {
    const known = servers.get(guildId);
    if (known !== undefined) return known;
    const fresh = { answers: new Uint32Array(STEPS), keystrokes: new Uint32Array(STEPS) };
    servers.set(guildId, fresh);
    return fresh;
  };
  return {
    note: (guildId, kind, ms) => {
      const step = Math.ceil(Math.log(Math.max(ms, SHORTEST_MS) / SHORTEST_MS) / Math.log(STEP));
      const counts = countsOf(guildId)[kind];
      const at = Math.min(step, STEPS - 1);
      counts[at] = (counts[at] ?? 0) + 1;
    },
    of: (guildId) => {
      const counts = guildId === null ? undefined : servers.get(guildId);
      if (counts === undefined) return { answers: null, keystrokes: null };
      return { answers: latencyOf(counts.answers), keystrokes: latencyOf(counts.keystrokes) };
    },
  };
}

/** Times each look-up and each keystroke, from its arrival until Discord has taken the answer. */
export function timed(
  handle: (interaction: Interaction) => Promise<void>,
  latencies: Latencies,
): (interaction: Interaction) => Promise<void> {
  return async (interaction) => {
    const kind = kindOf(interaction);
    const began = performance.now();
    await handle(interaction);
    if (kind !== null && interaction.guildId !== null) {
      latencies.note(interaction.guildId, kind, performance.now() - began);
    }
  };
}

function kindOf(interaction: Interaction): keyof Speed | null {
  if (interaction.isAutocomplete()) return 'keystrokes';
  return interaction.isChatInputCommand() && interaction.commandName === 'lore' ? 'answers' : null;
}

function latencyOf(counts: Uint32Array): Latency | null {
  const count = counts.reduce((sum, n) => sum + n, 0);
  if (count === 0) return null;
  return { count, p50: quantile(counts, count * 0.5), p99: quantile(counts, count * 0.99) };
}

/** Upper end of the step that holds it. */
function quantile(counts: Uint32Array, wanted: number): number {
  let seen = 0;
  for (const [step, n] of counts.entries()) {
    seen += n;
    if (seen >= wanted) return SHORTEST_MS * STEP ** step;
  }
  return SHORTEST_MS * STEP ** (counts.length - 1);
}
