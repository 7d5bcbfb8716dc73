import { ask } from '../../src/ask/ask.ts';
import { remembering } from '../../src/ask/remembering.ts';
import { askJson } from '../../src/documents/ask.ts';
import { voiceOf } from '../../src/documents/voice.ts';
import { loadPack } from '../../src/edit/pack/load-pack.ts';
import type { LoreReader } from '../../src/lore/reader.ts';
import { openLorebook } from '../../src/lorebook/open.ts';
import type { Pack } from '../../src/pack/pack.ts';
import { packHeadSchema } from '../../src/pack/pack.ts';
import { outcomesByIntent } from '../ask/table.ts';
import { nameCorpus } from './name-corpus.ts';
import { type Chance, chance } from './seeded.ts';
import { figure, percentile, table } from './statistics.ts';

const KINDS = ['person', 'person', 'person', 'polity', 'group', 'place', 'vessel', 'event', 'office'] as const;
const YEARS = 900;
/** As of the busiest things of a real lorebook: a few that much is told of. */
const SKEW = 2;

/** Questions to a large invented lorebook, by kind: milliseconds for reading, answering and wording together. */
export function printAsk(sizes: readonly { readonly names: number; readonly claims: number }[]): void {
  const outcomes = outcomesByIntent().map((row) => row.map(String));
  console.log(`\n## The question set\n\n${table(['kind', 'right', 'wrong', 'not understood'], outcomes)}`);
  for (const { names, claims } of sizes) {
    const reader = largeLorebook(names, claims);
    const random = chance(3);
    const questions = questionsFor(reader, random);
    for (const { question } of questions.slice(0, 60)) answered(question, reader);
    const timed = questions.map(({ kind, question }) => {
      const start = performance.now();
      const { status } = answered(question, reader);
      return { kind, status, ms: performance.now() - start };
    });
    console.log(`\n## Asking: ${claims.toLocaleString('en')} claims, ${names.toLocaleString('en')} names\n`);
    const kinds = [...new Set(timed.map(({ kind }) => kind)), 'all'];
    const rows = kinds.map((kind) => {
      const some = timed.filter((one) => kind === 'all' || one.kind === kind);
      const ms = some.map((one) => one.ms);
      const answered = some.filter((one) => one.status === 'answered').length;
      return [kind, figure(percentile(ms, 0.5)), figure(percentile(ms, 0.99)), String(answered), String(some.length)];
    });
    console.log(table(['question', 'p50 ms', 'p99 ms', 'answered', 'n'], rows));
  }
}

/** As the command does it. */
function answered(question: string, lorebook: LoreReader): ReturnType<typeof askJson> {
  const reader = remembering(lorebook);
  return askJson(ask(question, reader), voiceOf(reader));
}

/** A lorebook in memory with so many names and claims, the same for everybody. */
export function largeLorebook(names: number, claims: number): LoreReader {
  const lorebook = openLorebook(':memory:', () => 0);
  if (!lorebook.ok) throw new Error('cannot open a lorebook in memory');
  const { write: writer, references, read } = lorebook.value;
  const loaded = loadPack(largePack(names, claims), {
    writer,
    references,
    actor: { ref: 'bench', name: 'Bench' },
    at: 0,
  });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problem[0]));
  return read;
}

function largePack(names: number, claims: number): Pack {
  const random = chance(17);
  const place = { file: 'bench', row: null };
  const corpus = nameCorpus(names);
  const entities = corpus.map((name, at) => ({ name, kind: KINDS[at % KINDS.length] ?? 'person', slug: `e${at}` }));
  const works = corpus.slice(0, 40).map((_, at) => ({ title: `Bench volume ${at}`, kind: 'novel', tier: 0 }));
  const pick = (kind: string): string => {
    for (;;) {
      const entity = entities[Math.floor(entities.length * random.next() ** SKEW)];
      if (entity?.kind === kind) return entity.slug;
    }
  };
  const rows = Array.from({ length: claims }, () => ({ place, value: claimRow(random, pick) }));
  const head = packHeadSchema.parse({
    name: 'bench',
    title: 'Bench',
    default_continuity: 'main',
    continuities: [{ slug: 'main', name: 'main history' }],
    accounts: ['first', 'second', 'third'].map((slug) => ({ slug, title: `The ${slug} chronicle` })),
  });
  const third = Math.ceil(rows.length / 3);
  return {
    head,
    entities: entities.map((value) => ({ place, value: { ...value, aliases: [] } })),
    works: works.map((value) => ({ place, value })),
    claims: ['first', 'second', 'third'].map((account, at) => ({
      account,
      rows: rows.slice(at * third, (at + 1) * third),
    })),
    conflicts: [],
    rulings: [],
  };
}

function claimRow(random: Chance, pick: (kind: string) => string): Record<string, string> {
  const year = String(1000 + random.below(YEARS));
  const work = random.next() < 0.7 ? { work: `Bench volume ${random.below(40)}` } : {};
  const roll = random.next();
  if (roll < 0.2) return { subject: pick('person'), predicate: 'member_of', value: pick('group'), ...work };
  if (roll < 0.35) return { subject: pick('group'), predicate: 'captured', value: pick('place'), date: year, ...work };
  if (roll < 0.45) return { subject: pick('person'), predicate: 'died', value: year, ...work };
  if (roll < 0.6)
    return {
      subject: pick('person'),
      predicate: 'holds_position',
      value: pick('office'),
      date: `${year}/${Number(year) + 5}`,
      ...work,
    };
  if (roll < 0.7)
    return { subject: pick('event'), predicate: 'participant', value: pick('group'), date: year, ...work };
  if (roll < 0.8)
    return { subject: pick('polity'), predicate: 'at_war_with', value: pick('polity'), date: year, ...work };
  if (roll < 0.9) return { subject: pick('vessel'), predicate: 'commanded_by', value: pick('person'), ...work };
  return { subject: pick('event'), predicate: 'date', value: year, ...work };
}

interface Asked {
  readonly kind: string;
  readonly question: string;
}

function questionsFor(reader: LoreReader, random: Chance): readonly Asked[] {
  const of = (kind: string) => reader.entitiesOfKind(kind, 400);
  const [people, groups, places, offices, events, vessels] = [
    'person',
    'group',
    'place',
    'office',
    'event',
    'vessel',
  ].map(of);
  const name = (from: readonly { readonly name: string }[] | undefined): string => random.pick(from ?? []).name;
  const year = (): number => 1000 + random.below(YEARS);
  const typo = (text: string): string => text.replace(/(\p{L}{3})(\p{L})(\p{L})/u, '$1$3$2');
  const makers: readonly (readonly [string, () => string])[] = [
    ['who', () => `Who captured ${name(places)}?`],
    ['who, misspelt', () => `Who captured ${typo(name(places))}?`],
    ['when', () => `When did ${name(people)} die?`],
    ['holder in a year', () => `Who was ${name(offices)} in ${year()}?`],
    ['members', () => `Who were the members of ${name(groups)}?`],
    ['members at a time', () => `Who were the members of ${name(groups)} in ${year()}?`],
    ['events', () => `What happened in ${year()}?`],
    ['participants', () => `Who took part in ${name(events)}?`],
    ['identity', () => `Who is ${name(people)}?`],
    ['identity, lower case', () => `who is ${name(people).toLowerCase()}`],
    ['yes or no', () => `Did ${name(groups)} capture ${name(places)}?`],
    ['commander', () => `Who commanded ${name(vessels)}?`],
    ['not recorded', () => `Who was the father of ${name(people)}?`],
    ['no such name', () => 'Who founded the Zyxqq Brotherhood of Wurblefax?'],
    ['two unknown words', () => `Why did ${name(people)} frobnicate the quuxle?`],
  ];
  return makers.flatMap(([kind, make]) => Array.from({ length: 40 }, () => ({ kind, question: make() })));
}
