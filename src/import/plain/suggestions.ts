import type { ClaimCells } from '../../lore/intake/claim-columns.ts';
import type { Predicate } from '../../lore/predicate.ts';
import type { CitedWork } from './cited-works.ts';
import type { Draft, Pattern } from './draft.ts';
import type { KnownLore } from './known-lore.ts';
import { basePattern } from './patterns/base-pattern.ts';
import { appositionPattern, officePattern, successionPattern, titlePattern } from './patterns/office-patterns.ts';
import {
  battlePattern,
  bracketPattern,
  silencePattern,
  slaveryPattern,
  warPattern,
} from './patterns/other-patterns.ts';
import { deedNounPattern, lifePattern, relationPattern, unionPattern } from './patterns/relation-patterns.ts';
import { verbPattern } from './patterns/verb-patterns.ts';
import { plausible } from './plausible.ts';
import type { Scene } from './scene.ts';

const PATTERNS: readonly Pattern[] = [
  verbPattern,
  officePattern,
  appositionPattern,
  successionPattern,
  titlePattern,
  relationPattern,
  deedNounPattern,
  unionPattern,
  lifePattern,
  warPattern,
  slaveryPattern,
  silencePattern,
  battlePattern,
  bracketPattern,
  basePattern,
];

const REPORTED =
  /\b(?:claim(?:s|ed)|believe[sd]?|reportedly|allegedly|supposedly|(?:is|was|are|were) (?:said|rumou?red|alleged) to|rumou?red|rumou?rs?|stories|legend has it|according to legend|(?:says|said|states|stated|insists|insisted|tells|told|declares|declared|announces|announced|replies|replied|suspects|suspected|learns|hears|argues|argued|thinks|accuses|accused)\b(?! by))/i;
const HEDGED = /\b(?:perhaps|probably|presumably|possibly|apparently|likely|seemingly|it seems|seems to|seemed to)\b/i;
/** What has a capital inside a sentence is part of a name: "the United States" state nothing. */
const NAMING = /(?<=\S\s)\p{Lu}[\p{L}'’-]*/gu;
const QUESTION = /\?\s*$/;
const MOST_WORKS = 12;

/** What the patterns read out of a sentence. */
export function draftsOf(scene: Scene): readonly Draft[] {
  if (QUESTION.test(scene.text)) return [];
  return PATTERNS.flatMap((pattern) => pattern.find(scene)).flatMap((draft) => plausible(draft, scene) ?? []);
}

/** Whether the sentence vouches for itself, hedges, or passes on what others say. */
export function modalityOf(given: string): 'asserted' | 'hedged' | 'reported' {
  const text = given.replace(NAMING, ' ');
  return REPORTED.test(text) ? 'reported' : HEDGED.test(text) ? 'hedged' : 'asserted';
}

/** A draft as a row of claims. */
export function cellsOfDraft(
  draft: Draft,
  context: { readonly works: readonly CitedWork[]; readonly continuity: string | null; readonly modality: string },
  known: KnownLore,
): ClaimCells | null {
  const predicate = known.predicates.get(draft.predicate);
  if (predicate === undefined) return null;
  const { works, continuity, modality } = context;
  const cited = works.slice(0, MOST_WORKS);
  return {
    subject: draft.subject,
    predicate: draft.predicate,
    value: draft.value,
    ...(draft.valueKind === undefined ? {} : { value_kind: draft.valueKind }),
    ...dateCells(draft, predicate),
    ...(continuity === null ? {} : { continuity }),
    ...(cited.length === 0 ? {} : { work: cited.map((one) => plain(one.title)).join('|') }),
    ...(cited.some((one) => one.locator !== '') ? { locator: cited.map((one) => plain(one.locator)).join('|') } : {}),
    ...(modality === 'asserted' ? {} : { modality }),
    ...(draft.qualifiers === undefined ? {} : { qualifiers: draft.qualifiers }),
  };
}

function dateCells(draft: Draft, predicate: Predicate): ClaimCells {
  const { date } = draft;
  if (date === null || predicate.valueKind === 'date') return {};
  if (draft.isAsOf === true || date.isAsOf) {
    return predicate.temporal === 'point' || predicate.temporal === 'repeatable'
      ? { date: date.date }
      : { date: date.date, date_kind: 'asof' };
  }
  const goesOn = draft.isFrom === true && !date.date.includes('/');
  return goesOn ? { date: date.date, end: '..' } : { date: date.date };
}

function plain(text: string): string {
  return text.replaceAll('|', ' ');
}

/** Without repeats: of one thing told with a date and without, the one with the date. */
export function distinct<T extends { readonly cells: ClaimCells }>(found: readonly T[]): readonly T[] {
  const dated = new Set(found.filter(({ cells }) => cells.date !== undefined).map(({ cells }) => undatedKey(cells)));
  const kept = new Map<string, T>();
  for (const one of found) {
    const { cells } = one;
    if (cells.date === undefined && dated.has(undatedKey(cells))) continue;
    const key = `${undatedKey(cells)} ${cells.date ?? ''} ${cells.end ?? ''} ${cells.continuity ?? ''} ${cells.work ?? ''}`;
    const other = kept.get(key);
    if (other === undefined) kept.set(key, one);
  }
  return [...kept.values()];
}

function undatedKey({ subject, predicate, value, value_kind }: ClaimCells): string {
  return JSON.stringify([subject, predicate, value, value_kind ?? '']);
}
