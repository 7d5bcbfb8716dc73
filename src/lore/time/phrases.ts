import type { Calendar } from './calendar.ts';
import { readNamed } from './named-moment.ts';
import { eraNamed } from './names.ts';
import { momentAfter, momentBefore } from './neighbours.ts';
import { readNumeric } from './numeric-moment.ts';
import { readDigits } from './numeric-order.ts';
import { type Reader, readPair } from './pairs.ts';
import type { Attempt } from './problem.ts';
import { readSpan } from './spans.ts';
import { intervalOf } from './structure.ts';
import {
  doubtedTree,
  type End,
  firstOf,
  lastOf,
  type Moment,
  type MomentTree,
  momentTree,
  rangeOf,
  type SetTree,
  type Tree,
} from './tree.ts';

const FILLER = /^(?:(?:in|on|during|at|dated|as\s+of|the\s+year|year|either)\s+)+/i;
const ABOUT =
  /^(?:(?:in\s+or\s+(?:about|around)|about|around|circa|approximately|approx\.?|roughly|some\s?time\s+around|near)\s+|ca?\.?\s*(?=\d)|(?:ca?\.|\+\/-|±|~)\s*)(.+)$/i;
const PERHAPS = /^(?:perhaps|maybe|possibly|probably|presumably|supposedly|apparently|allegedly)\s+(.+)$/i;
const IN_BRACKETS =
  /^(.+?)\s*\((roughly|approximately|approx\.?|circa|ca?\.?|about|estimated|suspected|supposedly|allegedly|alleged|presumed|presumably|probably|possibly|perhaps|uncertain|\?)\)$/i;
const IS_ABOUT = /^(?:roughly|approx|circa|ca?\b|about|estimated)/i;

const BEFORE = /^(?:some\s?time\s+)?(?:before|prior\s+to|earlier\s+than)\s+(.+)$/i;
const AFTER = /^(?:some\s?time\s+)?(?:after|later\s+than)\s+(.+)$/i;
const AT_LATEST =
  /^(?:by|no\s+later\s+than|not\s+later\s+than|not\s+after|(?:in\s+|on\s+)?or\s+before|at\s+the\s+latest)\s+(.+)$/i;
const OR_BEFORE = /^(.+?),?\s+or\s+(?:before|earlier)$/i;
const AT_EARLIEST =
  /^(?:no\s+earlier\s+than|not\s+earlier\s+than|not\s+before|(?:at\s+least\s+)?as\s+late\s+as|(?:in\s+|on\s+)?or\s+after)\s+(.+)$/i;
const OR_AFTER = /^(.+?),?\s+or\s+(?:after|later)$/i;
const SINCE = /^(?:(?:ever\s+)?since|from)\s+(.+?)(?:\s+(?:on|onwards?|forwards?))?$/i;
const ONWARDS =
  /^(.+?)(?:\s+onwards?|\s*[–—-]\s*(?:present|now|today)|\s+(?:to|until|till)\s+(?:the\s+)?(?:present|now|today))$/i;
const UNTIL = /^(?:until|till|up\s+to|to)\s+(.+)$/i;

/** A date as people write it in English, in any calendar. The longest meaning is tried first, a plain moment before all. */
export function readPhrase(text: string, calendar: Calendar, attempt: Attempt): Tree | null {
  attempt.stepsLeft -= 1;
  // Every date has a number in it.
  if (attempt.stepsLeft < 0 || !/\d/.test(text)) return null;
  const read: Reader = (shorter) => readPhrase(shorter.trim(), calendar, attempt);
  return (
    readPlain(text, calendar, attempt) ??
    readDoubt(text, read) ??
    readPair(text, calendar, read) ??
    readBound(text, calendar, read) ??
    readShortened(text, read)
  );
}

/** A moment, or the span of years that a century is. */
function readPlain(text: string, calendar: Calendar, attempt: Attempt): MomentTree | SetTree | null {
  const numeric = readNumeric(text, calendar);
  if (numeric !== null) return momentTree(numeric);
  const named = readNamed(text, calendar, attempt);
  if (named !== null) return momentTree(named);
  return (
    readDigits(text, calendar, attempt) ?? readSpan(text, calendar, (rest) => readPlain(rest.trim(), calendar, attempt))
  );
}

function readDoubt(text: string, read: Reader): Tree | null {
  const [, inside, word] = IN_BRACKETS.exec(text) ?? [];
  if (inside !== undefined && word !== undefined) {
    const doubt = IS_ABOUT.test(word) ? { approximate: true } : { uncertain: true };
    return doubtedOrNull(read(inside), doubt);
  }
  const about = ABOUT.exec(text)?.[1];
  // "about 2371 to 2375" is about the first only: the pair is read before the word is taken to reach over it all.
  if (about !== undefined && !/\s(?:to|until|till|or|and)\s|[–—]/.test(about)) {
    return doubtedOrNull(read(about), { approximate: true });
  }
  const perhaps = PERHAPS.exec(text)?.[1];
  if (perhaps !== undefined) return doubtedOrNull(read(perhaps), { uncertain: true });
  if (/\s\?$|[^/.\]}]\?$/.test(text)) return doubtedOrNull(read(text.slice(0, -1)), { uncertain: true });
  return null;
}

function doubtedOrNull(tree: Tree | null, doubt: { approximate?: boolean; uncertain?: boolean }): Tree | null {
  return tree === null ? null : doubtedTree(tree, doubt);
}

function readBound(text: string, calendar: Calendar, read: Reader): Tree | null {
  const asked = (pattern: RegExp) => {
    const rest = pattern.exec(text)?.[1];
    const tree = rest === undefined ? null : read(rest);
    return tree === null || tree.kind === 'interval' ? null : tree;
  };
  const latest = asked(OR_BEFORE) ?? asked(AT_LATEST);
  if (latest !== null) return rangeOrNull(null, lastOf(latest));
  const earliest = asked(OR_AFTER) ?? asked(AT_EARLIEST);
  if (earliest !== null) return rangeOrNull(firstOf(earliest), null);
  const before = firstOf(asked(BEFORE));
  if (before !== null) return rangeOf(null, momentBefore(before, calendar));
  const after = lastOf(asked(AFTER));
  if (after !== null) return rangeOf(momentAfter(after, calendar), null);
  const start: End | null = asked(ONWARDS) ?? asked(SINCE);
  if (start !== null) return intervalOf(start, { kind: 'open' });
  const end: End | null = asked(UNTIL);
  return end === null ? null : intervalOf({ kind: 'unknown' }, end);
}

function rangeOrNull(from: Moment | null, to: Moment | null): SetTree | null {
  return from === null && to === null ? null : rangeOf(from, to);
}

/** "in 2371", "the year 2371": words that add nothing, taken off last so that "in or before" keeps its meaning. */
function readShortened(text: string, read: Reader): Tree | null {
  const rest = text.replace(FILLER, '');
  return rest === text || rest === '' ? null : read(rest);
}

/** An era-like word beside a number that the calendar does not know: "12 XYZ". */
export function unknownEraIn(text: string, calendar: Calendar): string | null {
  const [, after, before] = /^-?[\d,]+ ?([A-Z][A-Z.]{0,5})$|^([A-Z][A-Z.]{0,5}) ?[\d,]+$/.exec(text) ?? [];
  const word = after ?? before;
  return word === undefined || eraNamed(word, calendar) !== null ? null : word;
}
