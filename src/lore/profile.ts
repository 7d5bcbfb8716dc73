import type { Calendar } from './time/calendar.ts';
import type { WorldToday } from './time/world-today.ts';

/** What a lorebook says of itself. */
export interface Profile {
  /** Slug of the universe. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly licence: string;
  /** BCP 47 tag of the language of names and statements. */
  readonly language: string;
  /** The office `/lore regents` means when none is named; null = the one with most holders. */
  readonly chiefOffice: string | null;
  readonly calendar: Calendar;
  /** How the world's today follows from ours. */
  readonly today: WorldToday;
}
