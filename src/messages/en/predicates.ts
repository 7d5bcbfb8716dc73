/** How a claim without a statement of its own is worded: subject, these words, value. `%` stands for the value. */
const PREDICATE_WORDS: Readonly<Record<string, string>> = {
  species: 'is of the species %',
  title: 'is styled %',
  described_as: 'is described as “%”',
  status: 'stands as follows: %',
  existed: 'existed: %',
  born: 'was born in %',
  died: 'died in %',
  birth_place: 'was born at %',
  death_place: 'died at %',
  killed_by: 'was killed by %',
  cause_of_death: 'died of %',
  parent: 'is a child of %',
  mother: 'is a child of the mother %',
  father: 'is a child of the father %',
  sibling: 'is a sibling of %',
  spouse: 'is married to %',
  formed: 'was formed in %',
  dissolved: 'was dissolved in %',
  built: 'was built in %',
  destroyed: 'was destroyed in %',
  founded_by: 'was founded by %',
  formed_from: 'was formed from %',
  motive: 'had this motive: %',
  caused_by: 'was brought about by %',
  successor_state_of: 'is the successor state of %',
  holds_position: 'holds the office %',
  succeeded_by: 'was succeeded by %',
  led_by: 'is led by %',
  commanded_by: 'is commanded by %',
  ruled_by: 'is ruled by %',
  member_of: 'is a member of %',
  partner_of: 'is a partner of %',
  ally_of: 'is an ally of %',
  at_war_with: 'is at war with %',
  enemy_of: 'is an enemy of %',
  made_peace_with: 'made peace with %',
  signed_treaty_with: 'signed a treaty with %',
  conquered: 'conquered %',
  captured: 'captured %',
  liberated: 'liberated %',
  enslaved: 'enslaved %',
  destroyed_target: 'destroyed %',
  controls: 'controls %',
  located_in: 'lies in %',
  based_at: 'is based at %',
  owns: 'owns %',
  part_of: 'is part of %',
  date: 'happened in %',
  location: 'happened at %',
  participant: 'had among those taking part: %',
  victor: 'was won by %',
  outcome: 'ended thus: %',
  count_of: 'counts %',
  fate: 'met this fate: %',
  released: 'was released in %',
  author: 'is by %',
  continuity_of: 'belongs to %',
};

/** The words for a predicate: its own, a pack's phrase, or its id read as words. */
export function predicateWords(id: string, phrases: readonly string[]): string {
  // "brokered by" tells the value's part, so the first phrase, which people ask with, may tell it the wrong way round.
  const phrase = id.endsWith('_by') ? `was ${id.replaceAll('_', ' ')}` : phrases[0]?.replace(/\s*->.*$/, '');
  return PREDICATE_WORDS[id] ?? `${phrase ?? id.replaceAll('_', ' ')} %`;
}

const BRINGS_ITS_OWN_WORD = /^(as of|at|after|about|before|between|from|perhaps|until) /;

/** The words for a dated predicate, with the small word its date takes: in 2295, on 15 May 1994, before 900. */
export function datedWords(words: string, date: string, isDay: boolean): string {
  if (isDay) return words.replace(/ in %/, ' on %');
  return BRINGS_ITS_OWN_WORD.test(date) ? words.replace(/ in %/, ' %') : words;
}

/** What a disagreement about a predicate is about, as a noun: "Founders", "Capture". */
const MATTERS: Readonly<Record<string, string>> = {
  species: 'species',
  title: 'title',
  status: 'how things stand',
  existed: 'whether it existed',
  born: 'birth',
  died: 'death',
  birth_place: 'place of birth',
  death_place: 'place of death',
  killed_by: 'by whom killed',
  cause_of_death: 'cause of death',
  parent: 'parents',
  mother: 'mother',
  father: 'father',
  sibling: 'siblings',
  spouse: 'marriage',
  formed: 'beginning',
  dissolved: 'end',
  built: 'making',
  destroyed: 'destruction',
  founded_by: 'founders',
  formed_from: 'what it was formed from',
  motive: 'motive',
  caused_by: 'cause',
  successor_state_of: 'predecessor',
  holds_position: 'office',
  succeeded_by: 'successor',
  led_by: 'leader',
  commanded_by: 'commander',
  ruled_by: 'ruler',
  member_of: 'membership',
  partner_of: 'partners',
  ally_of: 'allies',
  at_war_with: 'war and peace',
  enemy_of: 'enemies',
  made_peace_with: 'peace',
  signed_treaty_with: 'treaties',
  conquered: 'what was conquered',
  captured: 'capture',
  liberated: 'who was set free',
  enslaved: 'who was enslaved',
  destroyed_target: 'what was destroyed',
  controls: 'control',
  located_in: 'where it lies',
  based_at: 'base',
  owns: 'ownership',
  part_of: 'what it is part of',
  date: 'date',
  location: 'place',
  participant: 'who took part',
  victor: 'victor',
  outcome: 'outcome',
  count_of: 'number',
  fate: 'fate',
  released: 'release',
  author: 'author',
  continuity_of: 'timeline it belongs to',
};

/** The noun for a predicate: its own, a pack's phrase, or its id read as words. */
export function predicateMatter(id: string, phrases: readonly string[]): string {
  const byWhom = /^(.+)_by$/.exec(id)?.[1];
  const said = byWhom === undefined ? phrases[0] : `by whom it was ${byWhom.replaceAll('_', ' ')}`;
  return MATTERS[id] ?? said ?? id.replaceAll('_', ' ');
}
