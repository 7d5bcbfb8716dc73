import { type JsonObject, objectOf, objectsOf, textOr } from '../json.ts';
import type { Message } from '../world/model.ts';
import { componentsOf } from './find-component.ts';

const BUTTON = 2;
const TEXT_DISPLAY = 10;

/** All the text a person reads in a message, top to bottom: content, embeds, text displays. Not the labels of controls. */
export function textOf(message: Message): string {
  const displays = componentsOf(message).filter((component) => component.type === TEXT_DISPLAY);
  const parts = [message.content, ...message.embeds.flatMap(embedTexts), ...displays.map((display) => display.content)];
  return parts
    .map((part) => textOr(part, ''))
    .filter((part) => part !== '')
    .join('\n');
}

/** The labels of a message's buttons that can be clicked, in order. */
export function buttonsOf(message: Message): readonly string[] {
  const buttons = componentsOf(message).filter((component) => component.type === BUTTON && component.disabled !== true);
  return buttons.map((button) => textOr(button.label, textOr(objectOf(button.emoji).name, '')));
}

function embedTexts(embed: JsonObject): readonly unknown[] {
  const fields = objectsOf(embed.fields).flatMap((field) => [field.name, field.value]);
  return [objectOf(embed.author).name, embed.title, embed.description, ...fields, objectOf(embed.footer).text];
}
