import { fold } from '../../lore/fold.ts';

/** Words by which wikis and tables everywhere call the kinds of things, by kind. */
const WORDS: Readonly<Record<string, string>> = {
  person:
    'character person people actor actress individual male female man woman npc pc hero heroine villain player human crew royalty monarch king queen emperor ruler noble knight wizard pilot soldier agent deity god goddess saint biography bio cast crewmember politician officer mutant antagonist protagonist family member relative minor writer producer director author musician wrestler superhero',
  polity:
    'nation country state kingdom empire polity federation republic government realm duchy civilization civilisation',
  group:
    'organisation organization faction group house clan team department company corporation guild tribe army unit order religion cult gang band society family division agency institution corps fleet squad crew party affiliate dynasty school',
  species: 'species race creature animal monster beast alien lifeform organism plant breed',
  place:
    'location place city planet region settlement world building town village castle system continent island river mountain area moon star dungeon structure landmark street park level map room sector zone galaxy fortress tower temple district province habitat site venue realm biome',
  vessel: 'ship vessel starship spacecraft spaceship vehicle boat aircraft car mech',
  artefact:
    'item weapon object artifact artefact armor armour technology device tool equipment gear potion spell gadget machine food drink material substance relic gem card serum drug',
  battle: 'battle skirmish siege engagement',
  event: 'event war conflict campaign incident holiday festival tournament treaty mission quest disaster revolution',
  office: 'title rank position office occupation job profession role career',
  work: 'episode book novel film movie chapter series season album song game comic issue story magazine soundtrack transcript volume arc show anthology webcomic manga anime play poem quote track dvd script publication',
};

const KIND_OF: ReadonlyMap<string, string> = new Map(
  Object.entries(WORDS).flatMap(([kind, words]) => words.split(' ').map((word) => [word, kind] as const)),
);

/** What is of no kind although one of its words would be. */
const NOT_A_KIND =
  /\b(galler(y|ies)|images?|templates?|lists?|stubs?|articles?|pages?|wiki|real world|a to z|candidates|disambiguation)\b/;

/** The kind a template, table or category speaks of, read off its name; its last telling word decides. */
export function kindInName(name: string): string | null {
  const folded = fold(name.replace(/([a-z])([A-Z])/g, '$1 $2'));
  if (NOT_A_KIND.test(folded)) return null;
  const words = folded.split(' ').filter((word) => !/^(infobox|template|box|info|the|of|in|by|a|and)$/.test(word));
  // "Characters of the North", "Battles in the south": what is before the preposition is what they are.
  const head = folded.split(/ (?:of|in|from|by|at|on|who|which|that|with|appearing) /)[0]?.split(' ') ?? words;
  for (const list of [head, words]) {
    for (const word of [...list].reverse()) {
      const plain = word.replace(/\d+$/, '');
      for (const form of [plain, plain.replace(/s$/, ''), plain.replace(/es$/, ''), plain.replace(/ies$/, 'y')]) {
        const kind = KIND_OF.get(form);
        if (kind !== undefined) return kind;
      }
    }
  }
  return null;
}

/** The kind most of the categories speak of. */
export function kindInCategories(categories: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const category of categories) {
    const kind = kindInName(category);
    if (kind !== null) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  return best?.[0] ?? null;
}
