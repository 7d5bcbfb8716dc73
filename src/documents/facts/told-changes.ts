import type { Change, Json } from '../../lore/change.ts';
import type { Edit, EditLog } from '../../lore/history.ts';
import { RULING_KINDS } from '../../lore/ruling.ts';
import { history as words } from '../../messages/en/history.ts';
import { rulings } from '../../messages/en/rulings.ts';
import type { Voice } from '../voice.ts';
import { settingText } from './told-settings.ts';

/** One change as people read it; null where there was, or is, nothing. */
export interface ToldChange {
  readonly what: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** Rows told one by one; more are counted. */
const MOST_TOLD = 3;

/** What an edit changed, in words: the gravest first. */
export function toldChanges(edit: Edit, log: EditLog, voice: Voice): readonly ToldChange[] {
  const changes = [...log.changes(edit.id)].sort((a, b) => gravity(a) - gravity(b));
  const pointed = new Set(changes.filter(isPointing).map((change) => change.first));
  const told = changes.flatMap((change) => changeTold(change, edit, log, voice, pointed.size > 0));
  const repointed = pointed.size === 0 ? [] : [{ what: words.repointed(pointed.size), before: null, after: null }];
  return [...told, ...repointed];
}

/** What is told of the world comes before the names, accounts and works that had to be there for it. */
const GRAVITY: Readonly<Record<Change['kind'], number>> = {
  claim: 0,
  ruling: 0,
  filed: 3,
  setting: 4,
  suggestion: 1,
  entity: 2,
  account: 3,
  continuity: 3,
  work: 3,
  passage: 4,
  predicate: 5,
};

function gravity({ kind, field }: Change): number {
  return field === 'merged' ? 0 : GRAVITY[kind];
}

/** A merge or a split points claims, and what they cite, elsewhere: they are counted. */
function isPointing({ kind, field }: Change): boolean {
  return kind === 'claim' && (field === 'subject' || field === 'object' || field.startsWith('qualifier:'));
}

function changeTold(change: Change, edit: Edit, log: EditLog, voice: Voice, isPointed: boolean): readonly ToldChange[] {
  const { kind, field } = change;
  if (field === 'added' || field === 'live') {
    if (kind !== 'setting' && kind !== 'predicate') return existenceTold(change, edit, log, voice);
  }
  switch (kind) {
    case 'claim':
      return isPointing(change) || field === 'replaced' ? [] : claimTold(change, log, voice, isPointed);
    case 'entity':
      return entityTold(change, log);
    case 'predicate':
      return [{ what: words.predicate(field), ...sidesOf(change, predicateText) }];
    case 'setting':
      return [settingTold(change)];
    default: {
      const text = (value: Json): string => named(change, value, log);
      return [{ what: words.fieldOf(field, log.nameOf(kind, change.first) ?? '?'), ...sidesOf(change, text) }];
    }
  }
}

/** Rows that are new, set aside, or there again. */
function existenceTold(change: Change, edit: Edit, log: EditLog, voice: Voice): readonly ToldChange[] {
  const { kind, first, last, field } = change;
  const isThere = field === 'added' || change.after === true;
  const told = (what: string, text: string): ToldChange =>
    isThere ? { what, before: null, after: text } : { what, before: text, after: null };
  const count = last - first + 1;
  const ids = Array.from({ length: Math.min(count, MOST_TOLD) }, (_, at) => first + at);
  switch (kind) {
    case 'claim':
      if (count > MOST_TOLD) return [told(words.facts(count), words.facts(count))].map(counted);
      return ids.flatMap((id) => {
        const claim = log.told(id);
        return claim === undefined ? [] : [told(words.fact, voice.statement(claim))];
      });
    case 'entity':
      if (count > MOST_TOLD) return [told(words.entries(count), words.entries(count))].map(counted);
      return ids.map((id) => told(words.entry, log.nameOf(kind, id) ?? '?'));
    case 'account':
    case 'continuity':
    case 'work': {
      const what = { account: words.account, continuity: words.timeline, work: words.work }[kind];
      return ids.map((id) => told(what, log.nameOf(kind, id) ?? '?'));
    }
    case 'ruling':
      return [told(words.ruling, rulingText(edit))];
    case 'filed':
      return ids.map((id) => told(words.filed, log.nameOf(kind, id) ?? '?'));
    case 'passage':
      return [counted(told(words.passages(count), words.passages(count)))];
    case 'suggestion':
      return [counted(told(words.suggestions(count), words.suggestions(count)))];
    default:
      return [];
  }
}

function settingTold(change: Change): ToldChange {
  const [before, after] = [settingText(change, change.before), settingText(change, change.after)];
  const what = words.setting(change.field);
  // Another role, another channel: in words it is the same.
  return before === after ? { what, before: null, after: words.changed } : { what, before, after };
}

function counted(told: ToldChange): ToldChange {
  return told.before === null ? { what: told.what, before: null, after: null } : { ...told, after: null };
}

/** What was ruled, where the edit itself says so. */
function rulingText({ before, after }: Edit): string {
  const said = [after, before].find((one) => typeof one === 'object' && one !== null && 'kind' in one);
  const kind = RULING_KINDS.find((one) => one === (said as { kind?: unknown } | undefined)?.kind);
  return kind === undefined ? words.changed : rulings.kinds[kind];
}

function claimTold(change: Change, log: EditLog, voice: Voice, isPointed: boolean): readonly ToldChange[] {
  const claim = log.told(change.first);
  const statement = claim === undefined ? `#${change.first}` : voice.statement(claim);
  if (change.field.startsWith('citation:')) {
    const work = (value: Json): string => {
      const { work: id, locator } = value as { work: number; locator: string };
      const name = log.nameOf('entity', id) ?? '?';
      return locator === '' ? name : `${name} (${locator})`;
    };
    return isPointed ? [] : [{ what: words.sourceOf(statement), ...sidesOf(change, work) }];
  }
  const text = (value: Json): string => named(change, value, log);
  const what = change.field === 'continuity' ? words.timelineOf(statement) : words.fieldOf(change.field, statement);
  return [{ what, ...sidesOf(change, text) }];
}

function entityTold(change: Change, log: EditLog): readonly ToldChange[] {
  const { first, field, before, after } = change;
  const name = log.nameOf('entity', first) ?? '?';
  if (field === 'merged') {
    if (before === null && after === null) return [];
    if (after === null) return [{ what: words.apart, before: null, after: name }];
    return [{ what: words.merged, before: name, after: named(change, after, log) }];
  }
  if (field.startsWith('alias:')) {
    return [{ what: words.aliasOf(name), ...sidesOf(change, (value) => (value as { text: string }).text) }];
  }
  return [{ what: words.fieldOf(field, name), ...sidesOf(change, (value) => named(change, value, log)) }];
}

function sidesOf({ before, after }: Change, text: (value: Json) => string): Omit<ToldChange, 'what'> {
  return { before: before === null ? null : text(before), after: after === null ? null : text(after) };
}

/** Fields that hold the id of another thing. */
const NAMING: Readonly<Record<string, 'entity' | 'continuity' | 'account'>> = {
  continuity: 'continuity',
  parent: 'continuity',
  here: 'continuity',
  copy: 'account',
  counterpart: 'entity',
  merged: 'entity',
  entity: 'entity',
};

function named({ field }: Change, value: Json, log: EditLog): string {
  const kind = NAMING[field];
  if (kind !== undefined && typeof value === 'number') return log.nameOf(kind, value) ?? '?';
  return field === 'shared' ? (value === 1 || value === true ? words.yes : words.no) : plainText(value);
}

function plainText(value: Json): string {
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : JSON.stringify(value);
}

function predicateText(value: Json): string {
  const { valueKind, cardinality, temporal } = value as { valueKind: string; cardinality: string; temporal: string };
  return [valueKind, cardinality, temporal].join(', ');
}
