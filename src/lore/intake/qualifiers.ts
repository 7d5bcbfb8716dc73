import { fail, ok, type Result } from '../result.ts';
import type { RowFault } from './claim-columns.ts';

/** Details whose value is a word, never the name of a thing. */
const WORDS: ReadonlySet<string> = new Set(['what', 'scope', 'role', 'manner', 'exempt']);
/** Details whose value must name a thing of the lorebook, or else say nothing. */
const NAMES: ReadonlySet<string> = new Set(['event', 'office', 'speaker', 'aggressor']);

export type QualifierKind = 'word' | 'name' | 'either';

/** Whether its value names a thing, is a word of its own, or may be either. */
export function qualifierKind(name: string): QualifierKind {
  if (WORDS.has(name)) return 'word';
  return NAMES.has(name) ? 'name' : 'either';
}

/** Splits `name=value|name=value`. */
export function splitQualifiers(
  text: string,
): Result<readonly { readonly name: string; readonly text: string }[], RowFault> {
  const parts = text
    .split('|')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const qualifiers = [];
  for (const part of parts) {
    const equals = part.indexOf('=');
    const name = part.slice(0, equals).trim();
    const value = part.slice(equals + 1).trim();
    if (equals < 1 || value === '' || !/^[\p{L}_][\p{L}\p{N}_ -]*$/u.test(name)) {
      return fail({ kind: 'bad-qualifier', text: part });
    }
    qualifiers.push({ name, text: value });
  }
  return ok(qualifiers);
}
