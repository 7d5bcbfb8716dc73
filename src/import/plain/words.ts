/** A word of a sentence with where it stands. */
export interface Word {
  readonly text: string;
  readonly lower: string;
  readonly from: number;
  readonly to: number;
  readonly isCapital: boolean;
  /** Ends in 's or s': what follows is its. */
  readonly isPossessive: boolean;
}

/** A word or a mark of punctuation. */
export type Token = Word | { readonly mark: string; readonly from: number; readonly to: number };

const TOKEN = /[\p{L}\p{N}]+(?:[.'’ʼ-](?=[\p{L}\p{N}])[\p{L}\p{N}]+)*|[^\s\p{L}\p{N}]/gu;
const POSSESSIVE = /['’ʼ]s$/i;

export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(TOKEN)) {
    const from = match.index;
    const whole = match[0];
    const to = from + whole.length;
    if (!/[\p{L}\p{N}]/u.test(whole)) {
      // "Tiberius' agents": the mark belongs to the word before it.
      const before = tokens.at(-1);
      const isOwner = /['’]/.test(whole) && before !== undefined && !('mark' in before) && before.to === from;
      if (isOwner && before.lower.endsWith('s') && /^\s+\p{L}/u.test(text.slice(to))) {
        tokens[tokens.length - 1] = { ...before, isPossessive: true };
      } else tokens.push({ mark: whole, from, to });
      continue;
    }
    const isPossessive = POSSESSIVE.test(whole);
    const word = isPossessive ? whole.replace(POSSESSIVE, '') : whole;
    tokens.push({
      text: word,
      lower: word.toLowerCase(),
      from,
      to: from + word.length,
      isCapital: /^\p{Lu}/u.test(word) || /^\p{Lo}/u.test(word),
      isPossessive,
    });
  }
  return tokens;
}

export function isWord(token: Token | undefined): token is Word {
  return token !== undefined && !('mark' in token);
}

const list = (words: string): ReadonlySet<string> => new Set(words.split(' '));

export const ARTICLES = list('the a an');
export const DETERMINERS = list(
  'the a an his her its their our your my this that these those all both every each some any no another other',
);
export const PREPOSITIONS = list(
  'in on at by with from of to into onto upon for as against during before after until till since under over through near beside between among amongst towards toward within without across along around behind beyond despite except following using outside inside via per',
);
export const CONJUNCTIONS = list(
  'and or but nor so yet when while whilst after before although though because since that which who whom whose where whereupon if unless until once as than',
);
export const AUXILIARIES = list(
  'is are was were be been being am has have had having do does did will would shall should can could may might must',
);
export const PRONOUNS = list('he she they it him her them who which himself herself itself themselves his hers theirs');
/** Words that begin a sentence with a capital and name nothing. */
export const STARTERS = new Set([
  ...DETERMINERS,
  ...PREPOSITIONS,
  ...CONJUNCTIONS,
  ...AUXILIARIES,
  ...PRONOUNS,
  ...'there here then now later soon meanwhile however therefore thus hence also still even only just not never once twice many most few several such what why how eventually finally initially originally formerly previously recently today afterwards afterward ever always often sometimes little much more less first second third last next one two three four five six seven eight nine ten twelve whether neither either according due given like unlike upon together instead indeed perhaps maybe although we you i'.split(
    ' ',
  ),
]);

/** Adverbs that may stand between a name and its verb. */
export function isAdverb(lower: string): boolean {
  return /\p{L}{2}ly$/u.test(lower) || ADVERBS.has(lower);
}
const ADVERBS = list(
  'then later also soon once again finally thus still already now even just eventually himself herself itself themselves both all together first afterwards subsequently ever long',
);
/** What makes of a sentence something that did not, or need not, happen. */
export const UNREAL = list(
  'not never no nobody none neither nor will shall would could might may should must cannot if unless almost nearly supposedly attempted tried tries failed fails hoped wanted planned intended sought plans plotted threatened refused wished vowed swore without',
);
