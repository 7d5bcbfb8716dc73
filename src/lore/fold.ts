/** Letters that Unicode does not decompose. */
const SPECIAL: Readonly<Record<string, string>> = {
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  ß: 'ss',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
  ŧ: 't',
  ŋ: 'n',
  ĸ: 'k',
  ſ: 's',
  ς: 'σ',
};
const SPECIAL_LETTERS = new RegExp(`[${Object.keys(SPECIAL).join('')}]`, 'gu');
const APOSTROPHES = /['’‘ʼʻ‛`´′ʹ＇]/gu;
const MARKS = /\p{M}+/gu;
const NOT_WORD = /[^\p{L}\p{N}]+/gu;
const PLAIN = /^[a-z0-9]+(?: [a-z0-9]+)*$/;
const ASCII = /^[\0-\x7f]*$/;
const ASCII_APOSTROPHES = /['`]/g;
const NOT_ASCII_WORD = /[^a-z0-9]+/g;

/**
 * The form in which names are compared: NFKD, marks stripped, lower case, special letters spelt out,
 * apostrophes dropped (Qo'noS → qonos), every other run of punctuation one space.
 * Unicode Standard Annex #15 (normalisation); may be empty, as for "!!!".
 */
export function fold(text: string): string {
  if (PLAIN.test(text)) return text;
  // Most text is ASCII, where there is nothing to decompose.
  if (ASCII.test(text)) {
    return text.toLowerCase().replace(ASCII_APOSTROPHES, '').replace(NOT_ASCII_WORD, ' ').trim();
  }
  return text
    .replace(APOSTROPHES, '')
    .normalize('NFKD')
    .replace(MARKS, '')
    .toLowerCase()
    .replace(SPECIAL_LETTERS, (letter) => SPECIAL[letter] ?? letter)
    .replace(MARKS, '')
    .replace(APOSTROPHES, '')
    .replace(NOT_WORD, ' ')
    .trim();
}

/** The folded name with `-` between its words; a name without letters or digits becomes `x`. */
export function slugOf(name: string): string {
  const folded = fold(name);
  return folded === '' ? 'x' : folded.replaceAll(' ', '-');
}
