import type { FieldUse } from './mapping.ts';

/** A field that wikis and tables everywhere call so: what it is read as, for things of these kinds (none = any). */
interface KnownField {
  readonly names: string;
  readonly use: FieldUse;
  readonly kinds?: readonly string[];
}

const claim = (predicate: string): FieldUse => ({ as: 'claim', predicate });
const reversed = (predicate: string): FieldUse => ({ as: 'claim', predicate, isReversed: true });
const SKIP: FieldUse = { as: 'skip' };
const ALIAS: FieldUse = { as: 'alias', split: ';,/' };

const PEOPLE = ['person'];
const PLACES = ['place', 'artefact', 'vessel', 'polity', 'group'];
const EVENTS = ['event', 'battle'];

/** English, as most wikis are; folded, `|` between names. Whoever needs others corrects the mapping once. */
const KNOWN: readonly KnownField[] = [
  { names: 'name|title name|page name|character name|full title|infobox title|box title', use: { as: 'name' } },
  { names: 'id|key|uid|uuid|identifier|slug', use: { as: 'id' } },
  {
    names: 'title',
    use: { as: 'name' },
    kinds: ['work', 'place', 'event', 'battle', 'artefact', 'vessel', 'group', 'polity'],
  },
  { names: 'title|titles|honorific|style|styles', use: { as: 'claim', predicate: 'title', split: ';' } },
  {
    names:
      'alias|aliases|aka|a k a|also known as|other names|other name|nickname|nicknames|alternate names|alternative names|alternate name|real name|full name|birth name|true name|native name|former names|former name',
    use: ALIAS,
  },
  {
    names:
      'image|images|picture|photo|img|image1|image2|image caption|caption|caption1|caption2|image size|imagesize|image width|imagewidth|width|height px|bgcolor|bg color|color scheme|colour scheme|box width|alt|file|icon|logo|logo size|map|map caption|map image|gallery|audio|video|bgcolour|border|align|float|theme|layout|type of infobox|imagecat|sort|sortkey|imdb|imdb id|website|url|link|external links',
    use: SKIP,
  },
  { names: 'species|race|species race', use: claim('species') },
  {
    names: 'born|birth|birth date|birthdate|date of birth|dob|birthday|birth year|year of birth|date born',
    use: claim('born'),
    kinds: PEOPLE,
  },
  {
    names: 'died|death|death date|deathdate|date of death|death year|year of death|deceased',
    use: claim('died'),
    kinds: PEOPLE,
  },
  { names: 'birthplace|birth place|place of birth|born in|origin place', use: claim('birth_place'), kinds: PEOPLE },
  { names: 'deathplace|death place|place of death', use: claim('death_place'), kinds: PEOPLE },
  { names: 'cause of death|death cause|manner of death', use: claim('cause_of_death') },
  { names: 'killed by|killer|slain by|murdered by', use: claim('killed_by') },
  { names: 'father', use: claim('father') },
  { names: 'mother', use: claim('mother') },
  { names: 'parent|parents', use: claim('parent'), kinds: PEOPLE },
  { names: 'child|children|issue|offspring|son|sons|daughter|daughters', use: reversed('parent') },
  { names: 'sibling|siblings|brother|brothers|sister|sisters|brothers sisters', use: claim('sibling') },
  { names: 'spouse|spouses|husband|wife|married to|marriage|queen consort|consort', use: claim('spouse') },
  {
    names:
      'affiliation|affiliations|allegiance|allegiances|member of|organization|organisation|faction|factions|team|teams|house|houses|clan|guild|group|groups|affiliated with|affiliates',
    use: claim('member_of'),
    kinds: PEOPLE,
  },
  { names: 'members|notable members|member|current members|key members', use: reversed('member_of') },
  { names: 'office|offices|position held|positions held', use: claim('holds_position'), kinds: PEOPLE },
  { names: 'leader|leaders|leader s|led by|head|head of state|headed by', use: claim('led_by') },
  { names: 'ruler|ruled by|sovereign|monarch', use: claim('ruled_by') },
  { names: 'commander|commanders|commanded by|captain', use: claim('commanded_by') },
  { names: 'founder|founders|founded by|established by|formed by', use: claim('founded_by') },
  {
    names: 'founded|formed|established|date founded|date formed|date established|foundation|formation|creation date',
    use: claim('formed'),
    kinds: ['group', 'polity', 'place', 'thing', 'event'],
  },
  {
    names: 'dissolved|disbanded|died out|date dissolved|abolished|defunct|extinct|ended',
    use: claim('dissolved'),
    kinds: ['group', 'polity', 'thing'],
  },
  { names: 'built|constructed|construction|launched', use: claim('built'), kinds: PLACES },
  { names: 'destroyed|date destroyed', use: claim('destroyed'), kinds: PLACES },
  {
    names: 'location|located in|region|country|planet|world|continent|state|province|city|system|sector|situated in',
    use: claim('located_in'),
    kinds: ['place', 'group', 'polity'],
  },
  { names: 'headquarters|headquarter|hq|base|base of operations|seat|based in|base s', use: claim('based_at') },
  {
    names: 'part of|parent organisation|parent organization|parent group|parent company|belongs to',
    use: claim('part_of'),
    kinds: ['group', 'polity', 'place', 'event', 'battle'],
  },
  { names: 'ally|allies', use: claim('ally_of') },
  { names: 'enemy|enemies|rival|rivals|foe|foes', use: claim('enemy_of') },
  { names: 'owner|owners|owned by|current owner', use: reversed('owns') },
  { names: 'date|when|date of event|dates', use: claim('date'), kinds: EVENTS },
  { names: 'place|location|where|battlefield|site', use: claim('location'), kinds: EVENTS },
  {
    names:
      'participants|participant|combatants|belligerents|combatant1|combatant2|side1|side2|belligerent1|belligerent2|involved',
    use: claim('participant'),
    kinds: EVENTS,
  },
  { names: 'outcome|result|aftermath', use: claim('outcome'), kinds: EVENTS },
  { names: 'victor|winner|won by', use: claim('victor'), kinds: EVENTS },
  {
    names:
      'air date|airdate|original air date|release date|released|publication date|published|date published|first aired|release',
    use: claim('released'),
    kinds: ['work'],
  },
  {
    names: 'author|authors|writer|writers|written by|by',
    use: { as: 'claim', predicate: 'author', split: ';&' },
    kinds: ['work'],
  },
  { names: 'status', use: claim('status') },
  { names: 'fate', use: claim('fate') },
  {
    names: 'description|summary|about|biography|bio|notes|note|overview|history|text|content|body',
    use: { as: 'text' },
  },
];

/** What a field of that folded name is read as, where the name alone says it. */
export function knownUse(name: string, kind: string | null): FieldUse | null {
  // "participant(s)", "commander 2", "FirstAppearance".
  const plain = name.replace(/ ?(?:\d+|s)$/, '');
  const joined = name.replaceAll(' ', '');
  for (const { names, use, kinds } of KNOWN) {
    if (kinds !== undefined && (kind === null || !kinds.includes(kind))) continue;
    const known = names.split('|');
    if (
      known.includes(name) ||
      known.some((one) => one === plain || one === `${plain}s` || one.replaceAll(' ', '') === joined)
    )
      return use;
  }
  return null;
}
