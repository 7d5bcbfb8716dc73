import { LIMITS } from './limits.ts';

/**
 * What a button does: turn to a page of a command's answer, open another answer, or mark one as wrong. All of it stands
 * in the button.
 */
export interface Action {
  readonly verb: 'page' | 'open' | 'mark';
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
export function actionId({ verb, command, options, page }: Action): string | null {
  const parts = Object.entries(options).flatMap(([name, value]) =>
    value === '' ? [] : [`${packed(name)}=${packed(value)}`],
  );
  const id = [verb, command, String(page), ...parts].join(PART);
  return id.length <= LIMITS.customId ? id : null;
}

/** Reads a custom id; null where it is none of ours. */
export function readActionId(id: string): Action | null {
  const [verb, command, page, ...parts] = id.split(PART);
  if ((verb !== 'page' && verb !== 'open' && verb !== 'mark') || command === undefined || !/^\d{1,6}$/.test(page ?? ''))
    return null;
  const options: Record<string, string> = {};
  for (const part of parts) {
    const equals = part.indexOf('=');
    if (equals < 1) return null;
    options[unpacked(part.slice(0, equals))] = unpacked(part.slice(equals + 1));
  }
  return { verb, command, options, page: Number(page) };
}
