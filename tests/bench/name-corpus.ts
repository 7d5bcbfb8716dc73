import { fold } from '../../src/lore/fold.ts';
import { type Chance, chance } from './seeded.ts';

const ONSETS = 'b br c ch d dr f fl g gr h j k kr l m n p pr qu r s sh st t th tr v w y z'.split(' ');
const VOWELS = 'a a a e e e i i o o u ai au ea ee ie ou ia'.split(' ');
const CODAS = ['', '', '', '', 'n', 'n', 'r', 'r', 's', 'l', 'm', 'k', 'th', 'x', 'nd', 'rn', 'ld', 'st'];
const ENDINGS = 'son ton ham ford ley man berg wick ski rov etti ez dahl stad mere worth field ard is us a ia o'.split(
  ' ',
);
const FIRSTS =
  'James Mary Robert Anna Michael Linda David Susan Joseph Sarah Thomas Karen Charles Nancy Daniel Lisa Matthew Maria Paul Laura Mark Ruth George Helen Kevin Julia Brian Alice Edward Rosa Ronald Clara Peter Irene Henry Emma Walter Olga Arthur Nora Victor Elena Hugo Vera Oscar Lucia Felix Marta Simon Ines René Zoë Chloë José Jürgen Søren Łukasz Björn Noël Anaïs Håkon Iñigo'.split(
    ' ',
  );
const LASTS =
  'Smith Johnson Williams Brown Jones Garcia Miller Davis Wilson Anderson Taylor Moore Martin Lee Thompson White Harris Clark Lewis Robinson Walker Young Allen King Wright Scott Hill Green Adams Baker Nelson Carter Mitchell Roberts Turner Phillips Campbell Parker Evans Edwards Collins Stewart Morris Rogers Reed Cook Morgan Bell Murphy Bailey Cooper Richardson Cox Howard Ward Brontë Müller Peña Gödel Ångström Dvořák Nuñez'.split(
    ' ',
  );
const TITLES = 'Captain Admiral Doctor General Lord Lady Queen King Brother Sister Councillor Commander'.split(' ');
const EVENTS = 'Battle Siege Treaty Fall Raid Council Burning March Crossing Trial'.split(' ');
const GROUPS = 'House Order Guild League Children Brotherhood Company Clan'.split(' ');
const PLACES = 'Prime Station Nebula Colony Sector Harbour Keep Reach Minor Major'.split(' ');
const WORKS = 'Song Book Ballad Chronicle Secret Shadow Garden Winter Sword Crown'.split(' ');

/** `count` different names of one to six words: people, ships, places, battles, houses, titles of works. */
export function nameCorpus(count: number, seed = 7): readonly string[] {
  const random = chance(seed);
  const tokens = Array.from({ length: 24_000 }, () => coin(random));
  const token = (): string => tokens[Math.floor(tokens.length * random.next() ** 2)] ?? '';
  const names: string[] = [];
  const seen = new Set<string>();
  while (names.length < count) {
    const name = shape(random, token);
    const folded = fold(name);
    if (seen.has(folded)) continue;
    seen.add(folded);
    names.push(name);
  }
  return names;
}

function coin(random: Chance): string {
  const syllables = 1 + Math.ceil(random.next() * 2.2);
  let word = '';
  for (let at = 0; at < syllables; at += 1) word += random.pick(ONSETS) + random.pick(VOWELS) + random.pick(CODAS);
  if (random.next() < 0.3) word += random.pick(ENDINGS);
  if (random.next() < 0.06) word = accented(word, random);
  return word.slice(0, 1).toUpperCase() + word.slice(1, 12);
}

const ACCENTS: Readonly<Record<string, string>> = {
  a: 'áäåâ',
  e: 'éèëê',
  i: 'íïî',
  o: 'óöøô',
  u: 'úüû',
  n: 'ñń',
  s: 'š',
};

function accented(word: string, random: Chance): string {
  const at = random.below(word.length);
  const marks = ACCENTS[word[at] ?? ''];
  return marks === undefined ? word : word.slice(0, at) + random.pick([...marks]) + word.slice(at + 1);
}

function shape(random: Chance, token: () => string): string {
  const first = (): string => (random.next() < 0.4 ? random.pick(FIRSTS) : token());
  const last = (): string => (random.next() < 0.25 ? random.pick(LASTS) : token());
  const roll = random.next();
  if (roll < 0.4) return `${first()} ${last()}`;
  if (roll < 0.48) return `${first()} ${first()} ${last()}`;
  if (roll < 0.54) return `${first()}-${first()} ${last()}`;
  if (roll < 0.6) return `${random.pick(TITLES)} ${first()} ${last()}`;
  if (roll < 0.66) return `${random.pick(['T', "K'", 'D', 'M', "O'"]).replace("'", '')}'${token()} ${last()}`;
  if (roll < 0.7) return `${first()} O'${last()}`;
  if (roll < 0.76) return `${token()} ${random.pick(PLACES)}`;
  if (roll < 0.82) return `${random.pick(EVENTS)} of ${token()} ${random.pick(['', '', token()])}`.trim();
  if (roll < 0.86) return `The ${random.pick(EVENTS)} of the ${token()} ${random.pick(PLACES)}`;
  if (roll < 0.9) return `${random.pick(GROUPS)} of ${token()}`;
  if (roll < 0.94) return `${random.pick(['USS', 'HMS', 'SS'])} ${token()} ${random.pick(['', token(), 'II'])}`.trim();
  if (roll < 0.97) return `The ${random.pick(WORKS)} of ${first()} ${last()}`;
  return token();
}
