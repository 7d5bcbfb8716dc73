import { fold } from '../../lore/fold.ts';
import { FUNCTION_WORDS, POLITE } from './lists.ts';
import { stem } from './stem.ts';

/** One word of a question. */
export interface Token {
  /** As it was typed, without the punctuation around it. */
  readonly text: string;
  readonly folded: string;
  /** Without a possessive ending: "Marr's" is `marr` here, `marrs` in `folded`. */
  readonly bare: string;
  readonly stem: string;
  readonly isPossessive: boolean;
  readonly isCapital: boolean;
  readonly isFunction: boolean;
  /** A comma, bracket or quotation mark stands right after it. */
  readonly endsClause: boolean;
}

const EMOJI = /\p{Extended_Pictographic}|\p{Regional_Indicator}|[\u{FE0E}\u{FE0F}\u{200D}]|<a?:\w+:\d+>/gu;
const CONTROL = /[\p{Cc}\p{Cf}]/gu;
const MARKUP = /[*_~`|>#]+(?=\S)|(?<=\S)[*_~`|]+/g;

/** The question without emoji, markup and what people say around it. */
export function tidied(question: string): string {
  let text = question
    .replace(EMOJI, ' ')
    .replace(CONTROL, ' ')
    .replace(/[“”„«»″]/g, '"')
    .replace(/[‘’‚′`´]/g, "'")
    .replace(MARKUP, '')
    .replace(/\s+/g, ' ')
    .trim();
  for (let before = ''; before !== text; ) {
    before = text;
    for (const pattern of POLITE) {
      const shorter = text.replace(pattern, '').trim();
      if (shorter !== '') text = shorter;
    }
  }
  return text;
}

/** The words of a question, without what people say around it. */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  for (const raw of text.split(/[\s/]+|(?<=\p{L})[—–](?=\p{L})/u)) {
    const isPossessive = /\p{L}(?:'s|s')\W*$/iu.test(raw);
    const words = fold(raw)
      .split(' ')
      .filter((word) => word !== '');
    const pieces = raw.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '').split(/[^\p{L}\p{N}'’.]+/u);
    for (const [at, folded] of words.entries()) {
      const isLast = at === words.length - 1;
      const owns = isPossessive && isLast;
      const text = words.length === pieces.length ? (pieces[at] ?? folded) : folded;
      tokens.push({
        // A year before the count began: the sign is part of the number.
        text: /^-\d+\W*$/.test(raw) ? `-${text}` : text,
        folded,
        bare: owns ? folded.replace(/s$/, '') : folded,
        stem: stem(owns && /'s\W*$/i.test(raw) ? folded.replace(/s$/, '') : folded),
        isPossessive: owns,
        isCapital: /^\p{Lu}/u.test(text),
        isFunction: FUNCTION_WORDS.has(folded) && (folded === 'i' || !(/^\p{Lu}/u.test(text) && tokens.length > 0)),
        endsClause: isLast && /[,;:)"]$/.test(raw),
      });
    }
  }
  return isShouted(tokens) ? tokens.map(lowered) : tokens;
}

/** TITLE CASE or capitals throughout: they tell no names. */
function isShouted(tokens: readonly Token[]): boolean {
  return tokens.length > 3 && tokens.filter((token) => token.isCapital).length >= tokens.length * 0.7;
}

function lowered(token: Token): Token {
  return { ...token, isCapital: false, isFunction: FUNCTION_WORDS.has(token.folded) };
}
