import { LORE } from '../../commands/index.ts';
import { startTestBot } from '../support/bot.ts';

const ROUNDS = 60;

/** One typical use of each command on the starter lorebook. */
const TYPED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ask: { question: 'when was Worf captured' },
  entry: { name: 'Worf' },
  members: { of: 'Klingon-Cardassian Alliance' },
  regents: {},
  battles: {},
  sources: {},
  search: { text: 'Terok Nor' },
  random: {},
  conflicts: {},
  compare: { about: 'Worf', a: 'alliance-telling', b: 'rebel-side-telling' },
  timeline: { about: 'Worf' },
};

/**
 * Milliseconds from the interaction leaving the loopback Discord to its first acknowledgement, the real discord.js client
 * in between: median and 95th percentile of 60 rounds after a first one that is not counted.
 */
export async function acknowledgementTable(): Promise<string> {
  const bot = await startTestBot();
  const reader = bot.alpha.as('reader');
  const lines = ['| command | median ms | p95 ms |', '|---|---|---|'];
  try {
    for (const { name } of LORE) {
      const options = TYPED[name];
      if (options === undefined) continue;
      const took: number[] = [];
      for (let round = 0; round <= ROUNDS; round += 1) {
        const ack = await reader.type(`/lore ${name}`, options).ack();
        if (round > 0) took.push(ack.tookMs);
      }
      lines.push(`| /lore ${name} | ${at(took, 0.5)} | ${at(took, 0.95)} |`);
    }
    const keys: number[] = [];
    for (const typed of ['', 'w', 'wo', 'wor', 'worf', 'ki', 'kira ne', 'terok', 'qo nos']) {
      for (let round = 0; round < 10; round += 1) {
        const began = performance.now();
        await reader.autocomplete('/lore entry', { name: typed }, 'name');
        keys.push(performance.now() - began);
      }
    }
    lines.push(`| autocomplete, a keystroke | ${at(keys, 0.5)} | ${at(keys, 0.95)} |`);
  } finally {
    await bot.stop();
  }
  return lines.join('\n');
}

function at(values: readonly number[], share: number): string {
  const sorted = [...values].sort((a, b) => a - b);
  return (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0).toFixed(1);
}
