import type { Lorebook } from '../lorebook.ts';
import type { Shelf } from '../shelf.ts';
import { type FileParts, filePort } from './file-port.ts';
import { removalsOf } from './removals.ts';

export interface HouseParts {
  readonly shelf: Shelf;
  /** Name of a server's lorebook. */
  readonly nameOf: (guildId: string) => string;
  readonly clock: () => number;
  readonly stockEmpty: (lorebook: Lorebook) => void;
  readonly kept: FileParts['kept'];
}

/** A server's own lorebook is named by its id; others (the playground's) are nobody's to mark or to sweep. */
const OF_A_SERVER = /^\d{5,20}$/;

/** The lorebooks of all servers as files: each as a whole, and what becomes of them as the bot comes and goes. */
export function houseOf({ shelf, nameOf, clock, stockEmpty, kept }: HouseParts) {
  const removals = removalsOf(shelf);
  return {
    file: (guildId: string) => {
      const name = nameOf(guildId);
      const again = (): Lorebook | null => {
        const opened = shelf.open(name);
        return opened.ok ? opened.value : null;
      };
      return filePort({
        path: shelf.pathOf(name),
        clock,
        again,
        startAnew: (from, change) => shelf.startAnew(name, { fill: from === 'empty' ? stockEmpty : undefined, change }),
        forget: () => shelf.forget(name),
        kept,
      });
    },
    residence: {
      isKnown: (guildId: string): boolean => shelf.has(nameOf(guildId)),
      arrived: (guildId: string): void => removals.clear(nameOf(guildId)),
      left: (guildId: string): void => removals.mark(nameOf(guildId), clock()),
      /** All servers the bot is on: the lorebooks of others are marked, in case it was removed while it was away. */
      present: (guildIds: readonly string[]): void => {
        const there = new Set(guildIds.map(nameOf));
        for (const name of there) removals.clear(name);
        for (const name of shelf.names()) if (OF_A_SERVER.test(name) && !there.has(name)) removals.mark(name, clock());
      },
      /** Deletes what was kept long enough; returns how many. */
      sweep: (guildIds: readonly string[]): number => {
        const there = new Set(guildIds.map(nameOf));
        return removals.sweep(clock(), (name) => there.has(name)).length;
      },
    },
  };
}
