import { checkAll } from '../../src/conflict/check.ts';
import type { Fact } from '../../src/conflict/fact.ts';
import { fold } from '../../src/conflict/fold.ts';
import { type Source, sourceOf } from '../../src/conflict/source.ts';
import type { Being, World } from '../../src/conflict/world.ts';
import { worldOf } from '../../src/conflict/world-of.ts';
import type { Citation, Modality } from '../../src/lore/claim.ts';
import { type Continuity, continuityTree } from '../../src/lore/continuity.ts';
import type { Finding } from '../../src/lore/finding.ts';
import { slugOf } from '../../src/lore/fold.ts';
import type { AccountId, ClaimId, ContinuityId, EntityId, PredicateId } from '../../src/lore/ids.ts';
import { parseQuantity } from '../../src/lore/intake/quantity.ts';
import { type Predicate, predicateCatalogue, type ValueKind } from '../../src/lore/predicate.ts';
import type { DateKind } from '../../src/lore/time/bounds.ts';
import type { Calendar } from '../../src/lore/time/calendar.ts';
import { boundsOf } from '../../src/lore/time/date-bounds.ts';
import { GREGORIAN } from '../../src/lore/time/gregorian.ts';
import { joinDates } from '../../src/lore/time/parse-date.ts';
import { basePredicates } from '../../src/pack/base-predicates.ts';

/** A claim as a table writes it: names, not ids. `account` is "A" and `continuity` "main" unless said otherwise. */
export interface Row {
  readonly s: string;
  readonly p: string;
  readonly v?: string;
  /** `unknown` and `none`, where the value is no value. */
  readonly is?: 'unknown' | 'none';
  readonly date?: string;
  readonly end?: string;
  readonly kind?: DateKind;
  readonly account?: string;
  readonly continuity?: string;
  readonly works?: string;
  readonly modality?: Modality;
  /** `name=value|name=value` */
  readonly q?: string;
}

/** A small world: `kind: names`, timelines with their parents, shared offices. */
export interface Cast {
  readonly entities: Readonly<Record<string, readonly string[]>>;
  readonly continuities?: readonly {
    readonly slug: string;
    readonly parent: string | null;
    readonly branchDay?: number;
  }[];
  readonly shared?: readonly string[];
  readonly predicates?: readonly Partial<Predicate>[];
  readonly calendar?: Calendar;
  /** Each account's own present. */
  readonly now?: Readonly<Record<string, string>>;
}

export interface Sketch {
  readonly world: World;
  readonly source: Source;
  readonly facts: readonly Fact[];
  readonly findings: readonly Finding[];
  readonly isCut: boolean;
  /** The finding's claims as row numbers, from 0. */
  rowsOf(finding: Finding): readonly number[];
}

const MAIN: NonNullable<Cast['continuities']> = [{ slug: 'main', parent: null }];

function customPredicate(sketch: Partial<Predicate>): Predicate {
  return {
    id: 'custom' as PredicateId,
    valueKind: 'entity',
    cardinality: 'n',
    temporal: 'timeless',
    inverse: null,
    key: [],
    excludes: [],
    isSymmetric: false,
    isAcyclic: false,
    implies: [],
    meaning: '',
    phrases: [],
    isBase: false,
    ...sketch,
  };
}

/** Checks the rows in the order given; the same rows in another order must give the same findings. */
export function sketch(cast: Cast, rows: readonly Row[], order: readonly number[] = rows.map((_, at) => at)): Sketch {
  const beings = new Map<EntityId, Being>();
  const byName = new Map<string, EntityId>();
  for (const [kind, names] of Object.entries(cast.entities)) {
    for (const name of names) {
      const id = (beings.size + 1) as EntityId;
      beings.set(id, { id, slug: slugOf(name), kind, isShared: cast.shared?.includes(name) ?? false });
      byName.set(name, id);
    }
  }
  const nodes = cast.continuities ?? MAIN;
  const continuityId = (slug: string): ContinuityId => {
    const at = nodes.findIndex((node) => node.slug === slug);
    if (at < 0) throw new Error(`no timeline ${slug}`);
    return (at + 1) as ContinuityId;
  };
  const all: readonly Continuity[] = nodes.map((node, at) => ({
    id: (at + 1) as ContinuityId,
    slug: node.slug,
    name: node.slug,
    parent: node.parent === null ? null : continuityId(node.parent),
    branch: null,
    branchDay: node.branchDay ?? null,
    tier: 0,
    entity: 0 as EntityId,
  }));
  const continuities = continuityTree(all, 1 as ContinuityId);
  const predicates = predicateCatalogue([...basePredicates(), ...(cast.predicates ?? []).map(customPredicate)]);
  const accounts = [...new Set(rows.map((row) => row.account ?? 'A'))].sort();
  const works = new Map<string, EntityId>();
  const citations = new Map<ClaimId, readonly Citation[]>();
  const need = (name: string): EntityId => {
    const id = byName.get(name);
    if (id === undefined) throw new Error(`nobody called ${name}`);
    return id;
  };
  const factOfRow = (row: Row, at: number): Fact => {
    const id = (at + 1) as ClaimId;
    const predicate = predicates.get(row.p);
    if (predicate === undefined) throw new Error(`no predicate ${row.p}`);
    const kind: ValueKind = row.is ?? predicate.valueKind;
    const quantity = kind === 'quantity' ? parseQuantity(row.v ?? '') : null;
    if (quantity?.ok === false) throw new Error(`no number: ${row.v}`);
    const text = kind === 'date' ? (row.v ?? row.date ?? null) : (row.date ?? null);
    const date = joinDates(text, row.end ?? null, cast.calendar ?? GREGORIAN);
    if (!date.ok) throw new Error(`no date: ${text}`);
    const isState = predicate.temporal === 'state' || predicate.temporal === 'asof';
    const dateKind = date.value === null ? 'none' : (row.kind ?? (isState ? 'state' : 'point'));
    citations.set(
      id,
      (row.works ?? '')
        .split('|')
        .filter((work) => work !== '')
        .map((work) => {
          const known = works.get(work) ?? ((1000 + works.size) as EntityId);
          works.set(work, known);
          return { work: known, locator: '' };
        }),
    );
    const qualifiers = (row.q ?? '')
      .split('|')
      .filter((part) => part !== '')
      .map((part) => {
        const [name = '', value = ''] = part.split('=');
        return { name, entity: byName.get(value) ?? null, text: value };
      });
    if (quantity?.ok === true && quantity.value.what !== '') {
      qualifiers.push({ name: 'what', entity: null, text: quantity.value.what });
    }
    return {
      id,
      account: (accounts.indexOf(row.account ?? 'A') + 1) as AccountId,
      continuity: continuityId(row.continuity ?? nodes[0]?.slug ?? 'main'),
      subject: need(row.s),
      predicate: predicate.id,
      kind,
      object: kind === 'entity' ? need(row.v ?? '') : null,
      text: kind === 'text' || kind === 'yesno' ? (row.v ?? '') : null,
      low: quantity?.ok === true ? quantity.value.low : null,
      high: quantity?.ok === true ? quantity.value.high : null,
      dateKind,
      bounds: boundsOf(date.value, dateKind),
      modality: row.modality ?? 'asserted',
      isUnsure: /[?%]/.test(text ?? ''),
      qualifiers,
    };
  };
  const facts = rows.map(factOfRow);
  const ordered = order.flatMap((at) => facts[at] ?? []);
  const source = sourceOf(ordered);
  const now = (id: AccountId): string | null => cast.now?.[accounts[id - 1] ?? ''] ?? null;
  const world = worldOf(
    {
      continuities,
      predicates,
      being: (id) => beings.get(id),
      teller: (id) => ({ id, now: now(id), copyOf: null, tier: 0 }),
      citations: (claim) => citations.get(claim) ?? [],
    },
    source,
  );
  const checked = checkAll(world, source, ordered);
  const findings = fold(world, [...checked.corners.values()].flat()).map(({ finding }) => finding);
  return {
    world,
    source,
    facts,
    findings,
    isCut: checked.isCut,
    rowsOf: (finding) => [...new Set(finding.sides.flat())].map((id) => id - 1).sort((a, b) => a - b),
  };
}

/** What a table expects of rows: each finding as `rule class severity`, a sign as `!`; empty = nothing. */
export function verdicts(findings: readonly Finding[]): readonly string[] {
  return findings.map((finding) => `${finding.rule} ${finding.class} ${finding.severity}`).sort();
}
