/** Forms that no rule reaches, by what they come from. */
const IRREGULAR: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({
    take: 'took taken taking',
    lead: 'led',
    hold: 'held',
    begin: 'began begun beginning',
    fight: 'fought',
    win: 'won winning',
    lose: 'lost losing loss',
    come: 'came',
    become: 'became',
    make: 'made',
    break: 'broke broken',
    fall: 'fell fallen',
    rise: 'rose risen',
    give: 'gave given',
    write: 'wrote written',
    drive: 'drove driven',
    steal: 'stole stolen',
    bring: 'brought',
    seek: 'sought',
    catch: 'caught',
    build: 'built',
    send: 'sent',
    flee: 'fled',
    slay: 'slew slain',
    die: 'died dying dead death',
    bear: 'bore borne',
    beat: 'beaten',
    strike: 'struck stricken',
    sink: 'sank sunk',
    overthrow: 'overthrew overthrown',
    forsake: 'forsook forsaken',
    forbid: 'forbade forbidden',
    swear: 'swore sworn',
    sell: 'sold',
    tell: 'told',
    say: 'said says',
    keep: 'kept',
    leave: 'left',
    meet: 'met',
    find: 'finds',
    know: 'knew known',
    grow: 'grew grown',
    run: 'ran running',
    wed: 'wedded',
    hide: 'hid hidden',
    lie: 'lay lain lying',
    buy: 'bought',
    teach: 'taught',
    burn: 'burnt',
    dwell: 'dwelt',
    ally: 'allies allied',
    child: 'children',
    man: 'men',
    woman: 'women',
    person: 'people persons',
    wife: 'wives',
    thief: 'thieves',
    betray: 'betrayal',
    go: 'went gone going goes',
    see: 'saw seen',
    have: 'had has having',
    wear: 'wore worn',
    spend: 'spent',
    ride: 'rode ridden',
    choose: 'chose chosen',
    speak: 'spoke spoken',
    freeze: 'froze frozen',
    blow: 'blew blown',
    throw: 'threw thrown',
    draw: 'drew drawn',
    free: 'freed freeing',
    crown: 'crowned',
  }).flatMap(([base, forms]) => forms.split(' ').map((form) => [form, base])),
);

/** Of the irregular forms, those that stand after "was" when something is done to somebody. */
const PARTICIPLES = new Set(
  'taken led held begun fought won lost made broken fallen given written driven stolen brought sought caught built sent slain beaten struck sunk overthrown forsaken forbidden sworn sold told said kept left met known grown wed hidden bought taught burnt spent chosen blown thrown drawn freed cut put set shot hit bound found'.split(
    ' ',
  ),
);

const SPELLING: readonly (readonly [RegExp, string])[] = [
  [/([a-z]{2})our(?=[a-z]|$)/, '$1or'],
  [/is(e|ed|es|ing|ation|er|ers)$/, 'iz$1'],
  [/ys(e|ed|es|ing)$/, 'yz$1'],
  [/ence$/, 'ense'],
  [/tre$/, 'ter'],
  [/ogue$/, 'og'],
];

const known = new Map<string, string>();
const MOST_KNOWN = 20_000;

/**
 * One form for the forms of an English word, British or American. It joins what belongs together more often than
 * not; whatever it joins wrongly still has to be borne out by a claim.
 */
export function stem(word: string): string {
  const found = known.get(word);
  if (found !== undefined) return found;
  if (known.size > MOST_KNOWN) known.clear();
  const made = make(word);
  known.set(word, made);
  return made;
}

function make(word: string): string {
  const irregular = IRREGULAR[word];
  if (irregular !== undefined) return stem(irregular);
  if (word.length <= 3 || /\d/.test(word)) return word.replace(/ie$/, 'y');
  let one = word;
  for (const [pattern, other] of SPELLING) one = one.replace(pattern, other);
  one = withoutEnding(one);
  return one
    .replace(/([bcdfghjklmnpqrtvz])\1$/, '$1')
    .replace(/e$/, '')
    .replace(/i$/, 'y');
}

function withoutEnding(word: string): string {
  if (/(?:ss|us|is)$/.test(word)) return word;
  const singular = word
    .replace(/ies$/, 'y')
    .replace(/(?<=ch|sh|ss|x|zz)es$/, '')
    .replace(/(?<=[^s])s$/, '');
  const stripped = singular.endsWith('eed') ? singular : singular.replace(/(?:ed|ing)$/, '');
  return stripped.length >= 2 && /[aeiouy]/.test(stripped) ? stripped : singular;
}

/** Whether the word can stand after "was" as what was done. */
export function isParticiple(word: string): boolean {
  return PARTICIPLES.has(word) || (word.length > 4 && word.endsWith('ed')) || word === 'freed';
}

const SAYING = new Set(
  'says mention mentions mentioned tell tells show shows describe describes state states give gives'.split(' '),
);

/** Whether the word is a form of a verb that no noun has. */
export function isVerbForm(word: string): boolean {
  return (
    isParticiple(word) ||
    SAYING.has(word) ||
    (IRREGULAR[word] !== undefined &&
      !/^(?:death|loss|children|men|women|people|persons|wives|thieves|finds)$/.test(word))
  );
}
