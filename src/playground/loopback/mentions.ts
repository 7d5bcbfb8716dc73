import { isObject, type JsonObject, textOr } from './json.ts';
import { walkComponents } from './wire/components.ts';
import type { Mentions } from './world/model.ts';

/** Whom the texts of a message ping, as `allowed_mentions` lets them. */
export function mentionsOf(content: string, components: readonly JsonObject[], allowed: unknown): Mentions {
  const texts = [content];
  walkComponents(components, (component) => {
    if (component.type === 10) texts.push(textOr(component.content, ''));
  });
  const all = texts.join('\n');
  const may = permitted(allowed);
  return {
    users: found(all, /<@!?(\d+)>/g).filter((id) => may('users', id)),
    roles: found(all, /<@&(\d+)>/g).filter((id) => may('roles', id)),
    everyone: /@(everyone|here)\b/.test(all) && may('everyone', ''),
  };
}

function permitted(allowed: unknown): (kind: 'users' | 'roles' | 'everyone', id: string) => boolean {
  if (!isObject(allowed)) return () => true;
  const parse = Array.isArray(allowed.parse) ? allowed.parse : [];
  return (kind, id) => {
    const named = kind === 'everyone' ? [] : allowed[kind];
    return parse.includes(kind) || (Array.isArray(named) && named.includes(id));
  };
}

function found(text: string, pattern: RegExp): readonly string[] {
  return [...new Set([...text.matchAll(pattern)].map((match) => match[1] ?? ''))];
}
