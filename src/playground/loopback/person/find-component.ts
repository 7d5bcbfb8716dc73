import { isObject, type JsonObject, objectOf, textOr } from '../json.ts';
import { walkComponents } from '../wire/components.ts';
import type { Message } from '../world/model.ts';
import { PersonError } from './person-error.ts';

const BUTTON = 2;
const SELECTS = [3, 5, 6, 7, 8];
const LINK = 5;

/** The button with this custom id or label. */
export function findButton(message: Message, wanted: string): JsonObject {
  const buttons = componentsOf(message).filter((component) => component.type === BUTTON);
  const button = pick(buttons, wanted, (held) => [held.label, objectOf(held.emoji).name], 'button');
  if (button.style === LINK)
    throw new PersonError(`The button "${wanted}" is a link: it opens a page and tells the bot nothing.`);
  return enabled(button, wanted);
}

/** The select with this custom id or placeholder; the only one needs no name. */
export function findSelect(message: Message, wanted: string): JsonObject {
  const selects = componentsOf(message).filter((component) => SELECTS.includes(Number(component.type)));
  return enabled(
    pick(selects, wanted, (held) => [held.placeholder], 'select'),
    wanted,
  );
}

/** Every component of a message, in order, however deep. */
export function componentsOf(message: Message): readonly JsonObject[] {
  const all: JsonObject[] = [];
  walkComponents(message.components, (component) => {
    if (isObject(component)) all.push(component);
  });
  return all;
}

function pick(
  all: readonly JsonObject[],
  wanted: string,
  faces: (component: JsonObject) => readonly unknown[],
  what: string,
): JsonObject {
  const byId = all.filter((component) => component.custom_id === wanted);
  const found = byId.length > 0 ? byId : all.filter((component) => faces(component).includes(wanted));
  const [first, ...others] = found;
  if (first === undefined) {
    const names =
      all.map((component) => `"${textOr(faces(component)[0], textOr(component.custom_id, '?'))}"`).join(', ') || 'none';
    throw new PersonError(`The message has no ${what} "${wanted}"; there is ${names}.`);
  }
  if (others.length > 0)
    throw new PersonError(`The message has ${found.length} times a ${what} "${wanted}": name it by its custom id.`);
  return first;
}

function enabled(component: JsonObject, wanted: string): JsonObject {
  if (component.disabled === true) throw new PersonError(`"${wanted}" is disabled.`);
  return component;
}
