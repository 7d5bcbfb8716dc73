import { voiceOf } from '../src/documents/voice.ts';
import { typedPredicate } from '../src/edit/facts/typed-predicate.ts';
import { kindsBeside } from '../src/edit/facts/usual-kind.ts';
import { resolveName } from '../src/lookup/name.ts';
import { MODALITIES } from '../src/lore/claim.ts';
import { fold } from '../src/lore/fold.ts';
import type { ClaimId } from '../src/lore/ids.ts';
import { CLAIM_COLUMNS, type ClaimCells } from '../src/lore/intake/claim-columns.ts';
import { onceEach } from '../src/lore/once-each.ts';
import type { Predicate } from '../src/lore/predicate.ts';
import type { Lorebook } from '../src/lorebook/lorebook.ts';
import { commands } from '../src/messages/en/commands.ts';
import type { CommandOption, Options, Suggestion } from './command.ts';
import { accountOption, dateOption, MOST_CHOICES, nameOption, suggestNames } from './options.ts';
import { predicatesFor } from './predicates-for.ts';

const words = commands.fact.columns;
const LONGEST_CHOICE = 100;
const LONGEST_TEXT = 2000;

/** The columns of a claim as options; what a choice made already says narrows the lists of the next. */
export function claimOptions(): readonly CommandOption[] {
  return [
    nameOption('subject', words.subject),
    { name: 'predicate', description: words.predicate, type: 'string', maxLength: 200, suggest: suggestPredicates },
    { name: 'value', description: words.value, type: 'string', maxLength: LONGEST_TEXT, suggest: suggestValues },
    dateOption('date', words.date),
    dateOption('end', words.end),
    { name: 'continuity', description: words.continuity, type: 'string', maxLength: 200, suggest: suggestTimelines },
    workOption(),
    { name: 'locator', description: words.locator, type: 'string', maxLength: 200 },
    accountOption('account', words.account),
    { name: 'statement', description: words.statement, type: 'string', maxLength: LONGEST_TEXT },
    wordOption('modality', words.modality, MODALITIES),
    wordOption('value_kind', words.valueKind, ['unknown', 'none', 'entity', 'text', 'quantity', 'date', 'yesno']),
    wordOption('date_kind', words.dateKind, ['point', 'state', 'asof', 'none']),
    { name: 'qualifiers', description: words.qualifiers, type: 'string', maxLength: LONGEST_TEXT },
  ];
}

export function workOption(): CommandOption {
  return nameOption('work', words.work, { kinds: ['work'] });
}

export const createOption: CommandOption = { name: 'create', description: words.create, type: 'boolean' };

/** A statement by its number; typing words of it, or a name in it, finds it. */
export function claimOption(): CommandOption {
  return { name: 'claim', description: words.claim, type: 'string', maxLength: 200, suggest: suggestClaims };
}

function wordOption(name: string, description: string, allowed: readonly string[]): CommandOption {
  return {
    name,
    description,
    type: 'string',
    maxLength: 20,
    suggest: (_lorebook, typed) =>
      allowed.filter((one) => one.startsWith(typed.trim().toLowerCase())).map((one) => ({ name: one, value: one })),
  };
}

/** The columns that were filled in. */
export function cellsFrom(options: Options): ClaimCells {
  return Object.fromEntries(
    CLAIM_COLUMNS.flatMap((column) => {
      const text = options[column];
      return column === 'key' || text === undefined || text.trim() === '' ? [] : [[column, text]];
    }),
  );
}

/** The number of a statement as people write it: 12, #12. */
export function claimNumber(typed: string | undefined): number | null {
  const digits = /^\s*#?\s*(\d{1,15})\s*$/.exec(typed ?? '')?.[1];
  return digits === undefined ? null : Number(digits);
}

function suggestPredicates(lorebook: Lorebook, typed: string, options: Options): readonly Suggestion[] {
  return predicatesFor(lorebook, options.subject ?? '', typed, MOST_CHOICES).map(({ id, meaning }) => ({
    name: shortened(meaning === '' ? id : `${id}: ${meaning}`),
    value: id.slice(0, LONGEST_CHOICE),
  }));
}

/** Values that fit the predicate: things of the kinds it is said of, or what was said with it before. */
function suggestValues(lorebook: Lorebook, typed: string, options: Options): readonly Suggestion[] {
  const predicate = predicateOf(lorebook, options);
  const kind = predicate?.valueKind ?? 'entity';
  if (kind === 'yesno') return ['yes', 'no'].map((one) => ({ name: one, value: one }));
  if (kind === 'date') return [];
  if (kind === 'entity') {
    const kinds = predicate === undefined ? [] : kindsBeside(lorebook.read, predicate.id, 'value');
    const fitting = kinds.length === 0 ? [] : suggestNames(lorebook, typed, kinds);
    return fitting.length > 0 ? fitting : suggestNames(lorebook, typed, undefined);
  }
  const wanted = fold(typed);
  const said = lorebook.read
    .claimsByPredicate(predicate?.id ?? '', 200)
    .flatMap(({ value }) => (value.kind === 'text' || value.kind === 'quantity' ? [value.text] : []))
    .filter((text) => text.length <= LONGEST_CHOICE && fold(text).includes(wanted));
  return [...new Set(said)].slice(0, MOST_CHOICES).map((text) => ({ name: text, value: text }));
}

function predicateOf({ read }: Lorebook, { predicate = '' }: Options): Predicate | undefined {
  return read.predicates.get(typedPredicate(read, predicate));
}

/** Timelines by any part of their name. */
export function suggestTimelines({ read }: Lorebook, typed: string): readonly Suggestion[] {
  const wanted = fold(typed);
  return read.continuities.all
    .filter(({ name, slug }) => fold(name).includes(wanted) || slug.includes(wanted))
    .slice(0, MOST_CHOICES)
    .map(({ name, slug }) => ({ name: shortened(name), value: slug.slice(0, LONGEST_CHOICE) }));
}

function suggestClaims(lorebook: Lorebook, typed: string): readonly Suggestion[] {
  const { read } = lorebook;
  const number = claimNumber(typed);
  const byNumber = number === null ? undefined : read.claim(number as ClaimId);
  const byWords = typed.trim() === '' || number !== null ? [] : read.claimsByText(typed, MOST_CHOICES);
  const named = number === null ? resolveName(read, typed) : null;
  const about = named?.kind === 'one' ? read.claimsBySubject(named.entity.id) : [];
  const all = [...(byNumber === undefined ? [] : [byNumber]), ...about, ...byWords];
  const voice = voiceOf(read);
  return onceEach(all)
    .slice(0, MOST_CHOICES)
    .map((claim) => ({
      name: shortened(`#${claim.id} ${voice.statement(claim)}`),
      value: String(claim.id),
    }));
}

function shortened(label: string): string {
  if (label.length <= LONGEST_CHOICE) return label;
  return `${label.slice(0, LONGEST_CHOICE - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
