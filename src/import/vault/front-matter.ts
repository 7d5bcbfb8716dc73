import { parseDocument } from 'yaml';

/** A note's front matter as text: every scalar as it was written, lists and maps as such. */
export type Property = string | readonly Property[] | { readonly [key: string]: Property };

export interface FrontMatter {
  readonly properties: Readonly<Record<string, Property>>;
  readonly body: string;
  /** Lines before the body. */
  readonly lines: number;
  /** Why it could not be read; the body is read all the same. */
  readonly fault: 'code' | 'not-yaml' | 'not-keys' | 'too-large' | null;
  /** Where in the note the fault is, from 1. */
  readonly faultLine: number;
}

const OPENING = /^---[ \t]*([^\r\n]*)\r?\n/;
const CLOSING = /^(?:---|\.\.\.)[ \t]*$/;
const LONGEST = 200_000;
/** How often anchors may be used: some thousand of them inside each other would fill the memory. */
const MOST_ALIASES = 100;

/**
 * Splits a note. The front matter is read with YAML's failsafe schema: text, lists and keys, nothing that is made into a
 * date, a number or code.
 */
export function readFrontMatter(text: string): FrontMatter {
  const note = text.replace(/^\uFEFF/, '');
  const none = { properties: {}, body: note, lines: 0, fault: null, faultLine: 1 } as const;
  const opening = OPENING.exec(note);
  if (opening === null) return none;
  const lines = note.slice(opening[0].length).split(/\r\n|\r|\n/);
  const end = lines.findIndex((line) => CLOSING.test(line));
  if (end === -1) return none;
  const body = lines.slice(end + 1).join('\n');
  const rest = { properties: {}, body, lines: end + 2 };
  const language = opening[1]?.trim() ?? '';
  if (language !== '' && !/^ya?ml$/i.test(language)) return { ...rest, fault: 'code', faultLine: 1 };
  return { ...rest, ...parsed(lines.slice(0, end).join('\n')) };
}

function parsed(yaml: string): Pick<FrontMatter, 'properties' | 'fault' | 'faultLine'> {
  const failed = (fault: FrontMatter['fault'], line = 1) => ({ properties: {}, fault, faultLine: line + 1 });
  if (yaml.length > LONGEST) return failed('too-large');
  try {
    const document = parseDocument(yaml, { schema: 'failsafe', logLevel: 'silent', prettyErrors: true });
    const [error] = document.errors;
    if (error !== undefined) return failed('not-yaml', error.linePos?.[0].line);
    const value: unknown = document.toJS({ maxAliasCount: MOST_ALIASES });
    if (value === null || value === undefined || value === '') return { properties: {}, fault: null, faultLine: 1 };
    const read = propertyOf(value, 0);
    return isKeys(read) ? { properties: read, fault: null, faultLine: 1 } : failed('not-keys');
  } catch (error) {
    // Anchors that multiply, or a nesting nobody writes: what was meant is not known.
    if (error instanceof ReferenceError || error instanceof RangeError) return failed('too-large');
    throw error;
  }
}

const DEEPEST = 20;

function propertyOf(value: unknown, depth: number): Property {
  if (depth > DEEPEST) return '';
  if (Array.isArray(value)) return value.map((one) => propertyOf(one, depth + 1));
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, propertyOf(one, depth + 1)]));
  }
  return value === null || value === undefined ? '' : String(value);
}

export function isKeys(value: Property): value is { readonly [key: string]: Property } {
  return typeof value === 'object' && !Array.isArray(value);
}

/**
 * The texts of a property: one, or those of a list. A link without quotation marks (`- [[Name]]`) is a list in a list
 * to YAML. Null where there is more to it than text.
 */
export function textsOf(value: Property): readonly string[] | null {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value.trim()];
  if (isKeys(value)) return null;
  const texts: string[] = [];
  for (const one of value) {
    const text = typeof one === 'string' ? one : linkOf(one);
    if (text === null) return null;
    if (text.trim() !== '') texts.push(text.trim());
  }
  const [only] = value;
  const whole = value.length === 1 && only !== undefined && typeof only !== 'string' ? linkOf(only) : null;
  return whole === null ? texts : [whole];
}

function linkOf(value: Property): string | null {
  if (typeof value === 'string' || isKeys(value) || value.length !== 1) return null;
  const [inner] = value;
  if (inner === undefined) return null;
  if (typeof inner === 'string') return `[[${inner}]]`;
  return linkOf(inner);
}
