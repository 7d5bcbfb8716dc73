import type { ScheduleProblem } from '../lore/schedule.ts';

/** One post on its way to Discord. */
export interface Sending<Card> {
  readonly guildId: string;
  readonly channel: string;
  /** The one role that may be mentioned. */
  readonly role: string | null;
  readonly card: Card;
  readonly nonce: string;
  /** When to give up, counted from now. */
  readonly withinMs: number;
}

export type Sent =
  | { readonly kind: 'sent'; readonly message: string }
  /** Discord did not take it and will not: `problem` where it is the channel. */
  | { readonly kind: 'refused'; readonly problem: ScheduleProblem | null; readonly why: string }
  /** It is surely not there: try again, after so long if it was said. */
  | { readonly kind: 'not-sent'; readonly retryAfterMs: number | null }
  /** It may be there, or not. */
  | { readonly kind: 'unknown' };

/** What those who run the server are told, once each. */
export type Notice =
  | { readonly kind: 'paused'; readonly channel: string; readonly problem: ScheduleProblem }
  | { readonly kind: 'doubtful'; readonly channel: string; readonly day: string }
  | { readonly kind: 'refused'; readonly channel: string; readonly day: string; readonly why: string };

/** Discord, as the scheduler needs it. */
export interface PostSender<Card> {
  /** False while the server cannot be reached: then nothing is begun. */
  isReady(guildId: string): boolean;
  /** Sends it with its nonce, once; never throws for what Discord or the network does. */
  send(sending: Sending<Card>): Promise<Sent>;
  tellAdmins(guildId: string, notice: Notice): Promise<void>;
}
