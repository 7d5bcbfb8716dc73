import { LIMITS } from './limits.ts';

/**
 * What a button, a list or a form does; all of it stands in its id. `page` turns to a page of a command's answer, `open`
 * opens another one, `mark` marks one as wrong, `share` shows it to everybody, `remove` takes it away, `do` runs an
 * action.
 */
const VERBS = ['page', 'open', 'mark', 'share', 'remove', 'do'] as const;

export interface ActionId {
  readonly verb: (typeof VERBS)[number];
  /** Of the command; of the action where the verb is `do`. */
  readonly command: string;
  readonly options: Readonly<Record<string, string>>;
  /** From 1; of an opened answer the first. */
  readonly page: number;
}

const PART = '|';

/** The marks that separate parts, where they stand inside one. */
function packed(text: string): string {
  return text.replace(/[%|=]/g, encodeURIComponent);
}

function unpacked(text: string): string {
  return text.replace(/%(25|7C|3D)/g, decodeURIComponent);
}

/** The custom id of an action; null where it would be longer than Discord allows. */
export function actionId({ verb, command, options, page }: ActionId): string | null {
  const parts = Object.entries(options).flatMap(([name, value]) =>
    value === '' ? [] : [`${packed(name)}=${packed(value)}`],
  );
  const id = [verb, command, String(page), ...parts].join(PART);
  return id.length <= LIMITS.customId ? id : null;
}

/** Reads a custom id; null where it is none of ours. */
export function readActionId(id: string): ActionId | null {
  const [first, command, page, ...parts] = id.split(PART);
  const verb = VERBS.find((one) => one === first);
  if (verb === undefined || command === undefined || !/^\d{1,6}$/.test(page ?? '')) return null;
  const options: Record<string, string> = {};
  for (const part of parts) {
    const equals = part.indexOf('=');
    if (equals < 1) return null;
    options[unpacked(part.slice(0, equals))] = unpacked(part.slice(equals + 1));
  }
  return { verb, command, options, page: Number(page) };
}
