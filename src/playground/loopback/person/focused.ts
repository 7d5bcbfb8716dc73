import { type JsonObject, objectsOf } from '../json.ts';

/** The option a person is typing in, wherever it stands below subcommands. */
export function focusedOption(data: JsonObject): JsonObject | undefined {
  for (const option of objectsOf(data.options)) {
    const found = option.focused === true ? option : focusedOption(option);
    if (found !== undefined) return found;
  }
  return undefined;
}
