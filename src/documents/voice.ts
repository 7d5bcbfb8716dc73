import type { Fact } from '../lookup/facts.ts';
import { rootAccount } from '../lore/account.ts';
import type { Claim } from '../lore/claim.ts';
import type { Entity } from '../lore/entity.ts';
import { hasSign } from '../lore/finding.ts';
import type { AccountId, ContinuityId, EntityId } from '../lore/ids.ts';
import { calendarFor } from '../lore/our-world.ts';
import type { LoreReader } from '../lore/reader.ts';
import type { DateKind, Day } from '../lore/time/bounds.ts';
import type { Calendar } from '../lore/time/calendar.ts';
import { formatDate } from '../lore/time/format-date.ts';
import { parseDate } from '../lore/time/parse-date.ts';
import { isDayPrecise } from '../lore/time/reading-dates.ts';
import { yearText } from '../lore/time/year-text.ts';
import { DATES_EN } from '../messages/dates-en.ts';
import { type Line, small, type Text } from '../messages/document.ts';
import { common } from '../messages/en/common.ts';
import { datedWords, predicateWords } from '../messages/en/predicates.ts';

/** How the things of one lorebook are put into words. */
export interface Voice {
  readonly reader: LoreReader;
  name(id: EntityId): string;
  /** A date as people say it; '' for an undated claim. */
  date(claim: Claim): string;
  /** A date that stands in no claim yet, as people say it; what is no date as it was typed. */
  typedDate(text: string, predicate: string, kind: DateKind): string;
  /** The year a day falls in, as people say it; by the world's calendar unless another is given. */
  year(day: Day, calendar?: Calendar): string;
  /** The claim as one sentence: its own, or one made of its parts. */
  statement(claim: Claim): string;
  value(claim: Claim): string;
  timeline(id: ContinuityId): string;
  /** "The harbour log; The ballads, citing Low Tide" */
  whoSays(claims: readonly Claim[]): string;
  works(claims: readonly Claim[]): readonly string[];
}

/** More accounts than this on one line are counted instead of named. */
const MOST_NAMED = 4;

export function voiceOf(reader: LoreReader): Voice {
  const name = (id: EntityId): string => reader.entity(id)?.name ?? '?';
  const said = (text: string, kind: DateKind, calendar: Calendar): string => {
    const date = parseDate(text, calendar);
    return date.ok ? formatDate(date.value, calendar, kind, DATES_EN) : text;
  };
  const date = (claim: Claim): string => {
    const { calendar } = reader.profile;
    if (claim.date !== null)
      return said(claim.date, claim.dateKind, calendarFor(claim.predicate, claim.date, calendar));
    if (claim.dateKind !== 'asof') return '';
    const now = reader.account(claim.account)?.now ?? null;
    return now === null ? common.asTold : said(now, 'asof', calendar);
  };
  const value = (claim: Claim): string => valueText(claim, name, date);
  const statement = (claim: Claim): string => {
    if (claim.statement !== '') return claim.statement;
    const words = predicateWords(claim.predicate, reader.predicates.get(claim.predicate)?.phrases ?? []);
    const said = value(claim);
    if (claim.value.kind === 'date') {
      return `${name(claim.subject)} ${datedWords(words, said, isOneDay(claim, reader)).replace('%', () => said)}.`;
    }
    const dated = date(claim);
    return `${name(claim.subject)} ${words.replace('%', () => said)}${dated === '' ? '' : ` (${dated})`}.`;
  };
  return {
    reader,
    name,
    date,
    typedDate: (text, predicate, kind) => said(text, kind, calendarFor(predicate, text, reader.profile.calendar)),
    year: (day, calendar = reader.profile.calendar) => yearText(day, calendar, DATES_EN),
    statement,
    value,
    timeline: (id) => reader.continuities.get(id).name,
    whoSays: (claims) => whoSays(claims, reader),
    works: (claims) => [...new Set(claims.flatMap((claim) => claim.citations.map((citation) => name(citation.work))))],
  };
}

function isOneDay({ predicate, date }: Claim, { profile }: LoreReader): boolean {
  const read = date === null ? null : parseDate(date, calendarFor(predicate, date, profile.calendar));
  return read?.ok === true && isDayPrecise(read.value);
}

function valueText(claim: Claim, name: (id: EntityId) => string, date: (claim: Claim) => string): string {
  const { value } = claim;
  switch (value.kind) {
    case 'entity':
      return name(value.entity);
    case 'text':
    case 'quantity':
      return value.text;
    case 'yesno':
      return value.yes ? common.yes : common.no;
    case 'date':
      return date(claim);
    case 'unknown':
      return common.unknown;
    case 'none':
      return common.none;
  }
}

function whoSays(claims: readonly Claim[], reader: LoreReader): string {
  const byAccount = new Map<AccountId, Set<string>>();
  for (const claim of claims) {
    const works = byAccount.get(claim.account) ?? new Set();
    for (const citation of claim.citations) works.add(workText(citation.work, citation.locator, reader));
    byAccount.set(claim.account, works);
  }
  const named = [...byAccount].map(([id, works]) => common.citing(reader.account(id)?.title ?? '?', [...works]));
  if (named.length <= MOST_NAMED) return named.join('; ');
  const copyOf = (id: AccountId): AccountId | null => reader.account(id)?.copyOf ?? null;
  const independent = new Set([...byAccount.keys()].map((id) => rootAccount(id, copyOf))).size;
  const shown = named.slice(0, MOST_NAMED - 1);
  return `${common.accounts(named.length, independent)}: ${shown.join('; ')} ${common.more(named.length - shown.length)}`;
}

function workText(work: EntityId, locator: string, reader: LoreReader): string {
  const title = reader.entity(work)?.name ?? '?';
  return locator === '' ? title : `${title} (${locator})`;
}

/** Who says just what a claim of the fact says, and who says it with another date or none, by what they say. */
export interface Sayers {
  readonly same: string;
  readonly others: readonly string[];
}

/** Nobody is named for a date that is not in their own claim. */
export function sayersOf({ lead, claims }: Pick<Fact, 'lead' | 'claims'>, voice: Voice): Sayers {
  const byDate = Map.groupBy(claims, (claim) => `${claim.dateKind} ${claim.date}`);
  const [same = [], ...others] = [...byDate.values()].sort(
    (a, b) => Number(b.includes(lead)) - Number(a.includes(lead)),
  );
  return {
    same: voice.whoSays(same),
    others: others.flatMap((some) => {
      const [first] = some;
      return first === undefined ? [] : [common.lessExactly(voice.date(first), voice.whoSays(some))];
    }),
  };
}

/** The lines of a fact: what is said, who says just that, and who says it with another date or none. */
export function factLines(fact: Fact, voice: Voice): Line[] {
  const { lead } = fact;
  const home = voice.reader.continuities.home.id;
  const sentence = voice.statement(lead);
  const timeline = fact.continuity === home ? [] : [common.inTimeline(voice.timeline(fact.continuity))];
  const { same, others } = sayersOf(fact, voice);
  const date = missingDate(lead, sentence, voice);
  const tags = [same, common.modality[lead.modality], date, ...timeline].filter((tag) => tag !== '');
  return [
    { text: [sentence], hasSign: isDisputed(fact) },
    small(tags.join(' · ')),
    ...others.map((text) => small(text)),
  ];
}

/** Whether one of its findings carries the sign. */
export function isDisputed(fact: Fact): boolean {
  return fact.findings.some(hasSign);
}

/** The date, where the sentence itself does not tell it. */
function missingDate(claim: Claim, sentence: string, voice: Voice): string {
  const date = voice.date(claim);
  const numbers = date.match(/\d+/g) ?? [];
  return date === '' || (numbers.length > 0 && numbers.every((number) => sentence.includes(number))) ? '' : date;
}

/** An entity's name with its timeline, where the lorebook knows it. */
export function nameInTimeline(entity: Entity, reader: LoreReader): Text {
  if (entity.continuity === null) return [{ strong: entity.name }];
  return [{ strong: entity.name }, `, ${reader.continuities.get(entity.continuity).name}`];
}
