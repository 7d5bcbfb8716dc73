import type { Account, Work } from '../../lore/account.ts';
import { type Continuity, type ContinuityTree, continuityTree } from '../../lore/continuity.ts';
import type { AccountId, ContinuityId, EntityId } from '../../lore/ids.ts';
import { type Predicate, type PredicateCatalogue, predicateCatalogue } from '../../lore/predicate.ts';
import type { Profile } from '../../lore/profile.ts';
import { type Calendar, calendarSchema } from '../../lore/time/calendar.ts';
import { GREGORIAN } from '../../lore/time/gregorian.ts';
import { SAME_AS_OURS, type WorldToday, worldTodaySchema } from '../../lore/time/world-today.ts';
import type { Database } from '../database.ts';
import { PREDICATE_COLUMNS, type PredicateRow, toPredicate } from '../rows/predicate-row.ts';
import { storedJson } from '../rows/stored-json.ts';

/** What every reading needs and hardly ever changes: kept in memory until somebody writes. */
export interface Frame {
  readonly profile: Profile;
  readonly continuities: ContinuityTree;
  readonly predicates: PredicateCatalogue;
  readonly accounts: readonly Account[];
  readonly works: readonly Work[];
}

/** Reads it anew. */
export function loadFrame(database: Database): Frame {
  const settings = new Map(
    database
      .all<{ name: string; value: string }>('SELECT name, value FROM setting')
      .map((row) => [row.name, storedJson(row.value)]),
  );
  const text = (name: string, otherwise: string): string => {
    const value = settings.get(name);
    return typeof value === 'string' ? value : otherwise;
  };
  const chief = settings.get('chief_office');
  const home = settings.get('default_continuity');
  const all = continuities(database);
  const homeNode = all.find((node) => node.slug === home) ?? all[0];
  if (homeNode === undefined) throw new Error('this lorebook has no continuity');
  return {
    profile: {
      name: text('name', 'lorebook'),
      title: text('title', 'Lorebook'),
      description: text('description', ''),
      licence: text('licence', ''),
      language: text('language', 'en'),
      chiefOffice: typeof chief === 'string' ? chief : null,
      calendar: calendarOf(settings.get('calendar')),
      today: todayOf(settings.get('today')),
    },
    continuities: continuityTree(all, homeNode.id),
    predicates: predicateCatalogue(readPredicates(database)),
    accounts: readAccounts(database),
    works: works(database),
  };
}

function calendarOf(stored: unknown): Calendar {
  return stored === undefined || stored === null ? GREGORIAN : calendarSchema.parse(stored);
}

function todayOf(stored: unknown): WorldToday {
  return stored === undefined || stored === null ? SAME_AS_OURS : worldTodaySchema.parse(stored);
}

function continuities(database: Database): readonly Continuity[] {
  interface Row {
    id: number;
    slug: string;
    name: string;
    parent_id: number | null;
    branch: string | null;
    branch_day: number | null;
    tier: number;
    entity_id: number;
  }
  return database.all<Row>('SELECT * FROM continuity WHERE is_set_aside = 0 ORDER BY id').map((row) => ({
    id: row.id as ContinuityId,
    slug: row.slug,
    name: row.name,
    parent: row.parent_id as ContinuityId | null,
    branch: row.branch,
    branchDay: row.branch_day,
    tier: row.tier,
    entity: row.entity_id as EntityId,
  }));
}

const ACCOUNTS = 'SELECT * FROM account WHERE is_set_aside = 0 AND (? IS NULL OR id = ?) ORDER BY id';

/** The accounts that stand; only the one of that id if given. */
export function readAccounts(database: Database, only?: AccountId): readonly Account[] {
  interface Row {
    id: number;
    slug: string;
    title: string;
    kind: string;
    voice: string;
    continuity_id: number | null;
    here_id: number | null;
    now: string | null;
    copy_of: number | null;
    tier: number;
  }
  return database.all<Row>(ACCOUNTS, only ?? null, only ?? null).map((row) => ({
    id: row.id as AccountId,
    slug: row.slug,
    title: row.title,
    kind: row.kind,
    voice: row.voice,
    continuity: row.continuity_id as ContinuityId | null,
    here: row.here_id as ContinuityId | null,
    now: row.now,
    copyOf: row.copy_of as AccountId | null,
    tier: row.tier,
  }));
}

function works(database: Database): readonly Work[] {
  interface Row {
    entity_id: number;
    name: string;
    form: string;
    series: string;
    continuity_id: number | null;
    tier: number;
  }
  const sql = `SELECT work.*, entity.name FROM work
    JOIN entity ON entity.id = work.entity_id
    WHERE entity.merged_into IS NULL AND work.is_set_aside = 0 ORDER BY work.entity_id`;
  return database.all<Row>(sql).map((row) => ({
    entity: row.entity_id as EntityId,
    title: row.name,
    series: row.series,
    form: row.form,
    continuity: row.continuity_id as ContinuityId | null,
    tier: row.tier,
  }));
}

const PREDICATES = `SELECT ${PREDICATE_COLUMNS} FROM predicate WHERE is_set_aside = 0 ORDER BY id`;

/** The predicates as they are declared now. */
export function readPredicates(database: Database): readonly Predicate[] {
  return database.all<PredicateRow>(PREDICATES).map(toPredicate);
}
