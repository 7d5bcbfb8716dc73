import type { JsonObject } from '../json.ts';

export type InteractionKind = 'command' | 'component' | 'autocomplete' | 'modal';

export const INTERACTION_TYPE = { command: 2, component: 3, autocomplete: 4, modal: 5 } as const;

/** How the bot acknowledged: a message, "is thinking…", nothing to see, a new face for the message, choices, or a form. */
export type AckKind = 'message' | 'deferred' | 'deferred-update' | 'update' | 'choices' | 'modal';

export interface Ack {
  readonly kind: AckKind;
  /** From dispatch to acknowledgement. */
  readonly tookMs: number;
}

export interface Choice {
  readonly name: string;
  readonly value: string | number;
}

/** A form the bot opened. */
export interface ModalForm {
  readonly interactionId: string;
  readonly customId: string;
  readonly title: string;
  readonly components: readonly JsonObject[];
}

/** One thing a person did, and what the bot has answered so far. Replaced, never changed. */
export interface Interaction {
  readonly id: string;
  readonly token: string;
  readonly kind: InteractionKind;
  readonly name: string;
  readonly data: JsonObject;
  readonly guildId: string | null;
  readonly channelId: string;
  readonly userId: string;
  readonly sourceMessageId: string | null;
  readonly createdAtMs: number;
  readonly dispatchedAt: number;
  readonly ack: Ack | null;
  readonly failed: boolean;
  readonly originalId: string | null;
  readonly followUpIds: readonly string[];
  readonly choices: readonly Choice[] | null;
  readonly modal: ModalForm | null;
}

export const ACK_WITHIN_MS = 3_000;
export const TOKEN_LIFE_MS = 15 * 60_000;
