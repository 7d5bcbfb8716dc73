import type { ClaimId } from '../lore/ids.ts';
import type { PostLog } from '../lore/post.ts';
import type { Schedule, ScheduleProblem } from '../lore/schedule.ts';

/** What is posted on a day: the card, and the undated fact it tells, if it does. */
export interface Composed<Card> {
  readonly card: Card;
  readonly fact: ClaimId | null;
}

/** One server's lorebook, as the scheduler needs it; asked for anew after every wait. */
export interface ScheduleBook<Card> {
  /** As it stands now; null where nothing is scheduled. */
  readonly schedule: Schedule | null;
  readonly posts: PostLog;
  /** The card of that local day; null on an empty day that is passed in silence. `told`: facts not to be told again. */
  compose(day: string, schedule: Schedule, told: () => ReadonlySet<ClaimId>): Composed<Card> | null;
  /** Pauses the schedule by the bot itself, and why. */
  pause(problem: ScheduleProblem): void;
}
