import { type REST, type RESTPostAPIChatInputApplicationCommandsJSONBody, Routes } from 'discord.js';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined };

/** Registers the commands globally, all at once, if Discord has others; says whether it did. */
export async function registerCommands(
  rest: REST,
  applicationId: string,
  wanted: readonly RESTPostAPIChatInputApplicationCommandsJSONBody[],
): Promise<'registered' | 'unchanged'> {
  const query = new URLSearchParams({ with_localizations: 'true' });
  const known = (await rest.get(Routes.applicationCommands(applicationId), { query })) as Json;
  if (isSame(JSON.parse(JSON.stringify(wanted)) as Json, known)) return 'unchanged';
  await rest.put(Routes.applicationCommands(applicationId), { body: wanted });
  return 'registered';
}

/**
 * Whether Discord has just what is wanted. It adds fields of its own (ids, versions, defaults), so of an object only the
 * wanted fields count; lists must be of one length, and what is named must not be there more than once.
 */
function isSame(wanted: Json | undefined, known: Json | undefined): boolean {
  if (Array.isArray(wanted)) {
    const list = Array.isArray(known) ? known : [];
    return wanted.length === list.length && wanted.every((one, index) => isSame(one, list[index]));
  }
  if (typeof wanted === 'object' && wanted !== null) {
    if (typeof known !== 'object' || known === null || Array.isArray(known)) return false;
    return Object.entries(wanted).every(([key, value]) => isSame(value, (known as Record<string, Json>)[key]));
  }
  // Discord leaves out what has its default value.
  return wanted === known || (wanted === false && known === undefined);
}
