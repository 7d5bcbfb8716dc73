import { type APIMessageTopLevelComponent, ComponentType } from 'discord.js';
import { escapeText } from './escape-text.ts';

/** One sentence to one person: a refusal, a correction, a reference number. */
export function notice(message: string): APIMessageTopLevelComponent[] {
  return [
    { type: ComponentType.Container, components: [{ type: ComponentType.TextDisplay, content: escapeText(message) }] },
  ];
}
