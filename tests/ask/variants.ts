import type { Answer } from '../../src/ask/answer.ts';
import type { Chance } from '../bench/seeded.ts';

/** Ways in which people type the same question. */
export const CHANGES = [
  'typo in a name',
  'lower case',
  'no question mark',
  'please',
  'hedged opening',
  'curly quotes',
  'emoji',
  'British and American',
] as const;
export type Change = (typeof CHANGES)[number];

const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/\bcolour\b/g, 'color'],
  [/\bartefact/g, 'artifact'],
  [/\bHarbour\b/g, 'Harbor'],
  [/\bharbour\b/g, 'harbor'],
  [/\bcharacteris/g, 'characteriz'],
  [/\bdefence\b/g, 'defense'],
];

/** The question changed in one way; null where the change finds nothing to change. */
export function changed(question: string, change: Change, answer: Answer, random: Chance): string | null {
  switch (change) {
    case 'typo in a name':
      return withTypo(question, answer, random);
    case 'lower case':
      return different(question.toLowerCase(), question);
    case 'no question mark':
      return different(question.replace(/\?$/, ''), question);
    case 'please':
      return `${question.replace(/\?$/, '')} pls`;
    case 'hedged opening':
      return `hey, do you know: ${question}`;
    case 'curly quotes':
      return different(question.replaceAll("'", '’').replace(/"([^"]*)"/g, '“$1”'), question);
    case 'emoji':
      return `${question} 🤔`;
    case 'British and American': {
      const other = SPELLINGS.reduce((text, [from, to]) => text.replace(from, to), question);
      return different(other, question);
    }
  }
}

function different(text: string, question: string): string | null {
  return text === question ? null : text;
}

const FEWEST_LETTERS = 5;

/** One letter left out, doubled, changed or swapped with the next, in the longest word of a name. */
function withTypo(question: string, answer: Answer, random: Chance): string | null {
  const mentions = answer.understanding?.mentions ?? [];
  const words = mentions
    .flatMap((mention) => mention.typed.split(' '))
    .filter((word) => word.length >= FEWEST_LETTERS && /^\p{L}+$/u.test(word) && question.includes(word));
  if (words.length === 0) return null;
  const word = random.pick(words);
  const at = 1 + random.below(word.length - 2);
  const letter = word[at] ?? '';
  const next = word[at + 1] ?? '';
  const forms = [
    word.slice(0, at) + word.slice(at + 1),
    word.slice(0, at) + letter + word.slice(at),
    `${word.slice(0, at)}${random.pick([...'aeiourstn'])}${word.slice(at + 1)}`,
    word.slice(0, at) + next + letter + word.slice(at + 2),
  ];
  const typo = random.pick(forms);
  return different(question.replace(word, typo), question);
}

/** What a question was read as, for comparing: its kind, its outcome, its predicate and the things it is about. */
export function readingKey({ status, intent, predicates, claims }: Answer): string {
  return JSON.stringify([
    status,
    intent,
    [...predicates].sort(),
    claims.map((claim) => claim.id).sort((a, b) => a - b),
  ]);
}
