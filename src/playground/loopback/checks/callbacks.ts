import type { InteractionKind } from '../interactions/interaction.ts';
import { isObject, numberOr } from '../json.ts';
import { choiceValue } from './command-options.ts';
import { LIMIT } from './limits.ts';
import { localized } from './locales.ts';
import { checkModal } from './modals.ts';
import type { Place } from './problems.ts';
import { list, maybe, need, shape, text } from './shape.ts';

export const CALLBACK = {
  pong: 1,
  message: 4,
  deferred: 5,
  deferredUpdate: 6,
  update: 7,
  choices: 8,
  modal: 9,
} as const;

const ALLOWED: Readonly<Record<InteractionKind, readonly number[]>> = {
  command: [CALLBACK.message, CALLBACK.deferred, CALLBACK.modal],
  component: [CALLBACK.message, CALLBACK.deferred, CALLBACK.deferredUpdate, CALLBACK.update, CALLBACK.modal],
  autocomplete: [CALLBACK.choices],
  modal: [CALLBACK.message, CALLBACK.deferred, CALLBACK.deferredUpdate, CALLBACK.update],
};

/** Whether this kind of answer may be given to this kind of interaction. A pong answers only pings, which come by webhook. */
export function checkCallbackType(body: unknown, kind: InteractionKind, fromMessage: boolean, place: Place): void {
  const type = isObject(body) ? numberOr(body.type, -1) : -1;
  const needsMessage = type === CALLBACK.update || type === CALLBACK.deferredUpdate;
  if (ALLOWED[kind].includes(type) && (fromMessage || !needsMessage)) return;
  place
    .at('type')
    .fail(
      'INTERACTION_APPLICATION_COMMAND_CALLBACK_TYPE_INVALID',
      `Callback type ${type} cannot answer this interaction.`,
    );
}

/** Choices of an autocomplete answer; their values follow the type of the focused option. */
export function checkChoices(data: unknown, optionType: number, place: Place): void {
  const choice = shape({
    name: need(text({ min: 1, max: LIMIT.choiceText })),
    name_localizations: maybe(localized(1, LIMIT.choiceText)),
    value: choiceValue(optionType),
  });
  need(shape({ choices: maybe(list(choice, { max: LIMIT.choices })) }))(data, place);
}

export function checkModalData(data: unknown, place: Place): void {
  need(checkModal)(data, place);
}
