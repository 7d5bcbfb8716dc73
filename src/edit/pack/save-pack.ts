import type { Claim } from '../../lore/claim.ts';
import type { Entity } from '../../lore/entity.ts';
import { slugOf } from '../../lore/fold.ts';
import type { ClaimId, ContinuityId, EntityId } from '../../lore/ids.ts';
import type { LoreReader } from '../../lore/reader.ts';
import type { References } from '../../lore/references.ts';
import type { Ruling } from '../../lore/ruling.ts';
import { isGregorian } from '../../lore/time/gregorian.ts';
import type { SavedPack } from '../../pack/write-folder.ts';
import { valueCell } from '../facts/claim-cells.ts';
import { savedPassages } from './pack-passages.ts';

type Row = Record<string, unknown>;

/** More than any account has; a pack is saved whole. */
const ALL = Number.MAX_SAFE_INTEGER;

/** A lorebook as a pack: loading what this gives makes the same lorebook. */
export function savePack(read: LoreReader, references: References): SavedPack {
  const names = namer(read, references);
  const filed = read.filedConflicts();
  const rulings = rulingsOf(read);
  const keys = keysOf(read, [
    ...filed.flatMap(({ claims }) => claims),
    ...rulings.flatMap(({ claim }) => (claim === null ? [] : [claim])),
  ]);
  const entities = [...read.eachEntity()];
  return {
    head: headOf(read, entities, names),
    entities: entities.filter((entity) => needsRow(entity, read)).map((entity) => entityRow(entity, read)),
    works: read.works().map((work) =>
      filled({
        title: work.title,
        kind: work.form,
        series: work.series,
        continuity: slugIn(read, work.continuity),
        tier: work.tier === 0 ? '' : work.tier,
      }),
    ),
    claims: read.accounts
      .map((account) => ({
        account: account.slug,
        rows: read.claimsByAccount(account.id, ALL).map((claim) => claimRow(claim, read, names, keys)),
      }))
      .filter(({ rows }) => rows.length > 0),
    conflicts: filed.map(({ title, why, claims }) => ({
      title,
      why,
      claims: claims.flatMap((id) => referenceOf(id, read, keys)),
    })),
    rulings: rulings.map(({ finding, kind, claim, note }) =>
      filled({ conflict: finding, kind, claim: claim === null ? '' : (referenceOf(claim, read, keys)[0] ?? ''), note }),
    ),
    passages: savedPassages(read, names),
  };
}

type Namer = (id: EntityId, kind?: string) => string;

/** The name where it means this entity alone, else the slug. */
function namer(read: LoreReader, references: References): Namer {
  return (id, kind) => {
    const entity = read.entity(id);
    if (entity === undefined) throw new Error(`claim names entity ${id}, which is not there`);
    const found = references.entities(entity.name, kind);
    const isPlain = found.length === 1 && found[0]?.id === entity.id && !/[|=]/.test(entity.name);
    return isPlain ? entity.name : entity.slug;
  };
}

function headOf(read: LoreReader, entities: readonly Entity[], names: Namer): Row {
  const { profile, continuities } = read;
  return {
    $schema: '../pack.schema.json',
    name: profile.name,
    title: profile.title,
    description: profile.description,
    licence: profile.licence,
    language: profile.language,
    default_continuity: continuities.home.slug,
    chief_office: profile.chiefOffice,
    continuities: continuities.all.map((node) => ({
      slug: node.slug,
      name: node.name,
      parent: slugIn(read, node.parent),
      branch: node.branch,
      tier: node.tier,
    })),
    accounts: read.accounts.map((account) => ({
      slug: account.slug,
      title: account.title,
      kind: account.kind,
      voice: account.voice,
      continuity: slugIn(read, account.continuity),
      here: slugIn(read, account.here),
      now: account.now,
      copy_of: account.copyOf === null ? null : (read.account(account.copyOf)?.slug ?? null),
      tier: account.tier,
    })),
    shared_offices: entities.filter((entity) => entity.isShared).map((entity) => names(entity.id)),
    predicates: read.predicates.all
      .filter((predicate) => !predicate.isBase)
      .map((predicate) => ({
        id: predicate.id,
        value: predicate.valueKind,
        cardinality: predicate.cardinality,
        time: predicate.temporal,
        inverse: predicate.inverse,
        key: predicate.key,
        excludes: predicate.excludes,
        symmetric: predicate.isSymmetric,
        acyclic: predicate.isAcyclic,
        implies: predicate.implies,
        meaning: predicate.meaning,
        phrases: predicate.phrases,
      })),
    calendar: isGregorian(profile.calendar) ? null : profile.calendar,
    today: profile.today.kind === 'same' ? null : profile.today,
  };
}

/** Works and timelines have tables of their own; a row here only adds what those cannot say. */
function needsRow(entity: Entity, read: LoreReader): boolean {
  if (entity.kind !== 'work' && entity.kind !== 'continuity') return true;
  const says = entity.about !== '' || entity.continuity !== null || read.aliases(entity.id).length > 0;
  return (
    says ||
    read.counterpartOf(entity.id) !== undefined ||
    (entity.kind === 'work' && entity.slug !== slugOf(entity.name))
  );
}

function entityRow(entity: Entity, read: LoreReader): Row {
  return filled({
    name: entity.name,
    kind: entity.kind,
    aliases: read.aliases(entity.id),
    continuity: slugIn(read, entity.continuity),
    slug: entity.slug === slugOf(entity.name) || entity.kind === 'continuity' ? '' : entity.slug,
    counterpart: read.counterpartOf(entity.id)?.slug ?? '',
    about: entity.about,
  });
}

/** The standing rulings on what is found now. */
function rulingsOf(read: LoreReader): readonly Ruling[] {
  return read.findings({ limit: ALL }).flatMap((finding) => read.rulingOn(finding.id) ?? []);
}

/** Claims without a key that a filed conflict or a ruling names get one, so that it can name them again. */
function keysOf(read: LoreReader, ids: readonly ClaimId[]): ReadonlyMap<ClaimId, string> {
  const named = ids.flatMap((id) => read.claim(id) ?? []);
  return new Map(named.map((claim) => [claim.id, claim.key ?? `claim-${claim.id}`]));
}

function referenceOf(id: ClaimId, read: LoreReader, keys: ReadonlyMap<ClaimId, string>): string[] {
  const claim = read.claim(id);
  const account = claim === undefined ? undefined : read.account(claim.account);
  return account === undefined ? [] : [`${account.slug}:${keys.get(id) ?? ''}`];
}

function claimRow(claim: Claim, read: LoreReader, names: Namer, keys: ReadonlyMap<ClaimId, string>): Row {
  const usual = read.predicates.get(claim.predicate)?.valueKind;
  return filled({
    subject: names(claim.subject),
    predicate: claim.predicate,
    value: valueCell(claim, read, names),
    value_kind: claim.value.kind === usual ? '' : claim.value.kind,
    date: claim.value.kind === 'date' ? '' : (claim.date ?? ''),
    date_kind: claim.dateKind,
    continuity: read.continuities.get(claim.continuity).slug,
    work: claim.citations.map((citation) => names(citation.work, 'work')).join('|'),
    locator: claim.citations.some((citation) => citation.locator !== '')
      ? claim.citations.map((citation) => citation.locator).join('|')
      : '',
    modality: claim.modality === 'asserted' ? '' : claim.modality,
    statement: claim.statement,
    qualifiers: claim.qualifiers
      .map(({ name, entity, text }) => `${name}=${entity === null ? text : names(entity)}`)
      .join('|'),
    key: claim.key ?? keys.get(claim.id) ?? '',
  });
}

function slugIn(read: LoreReader, id: ContinuityId | null): string | null {
  return id === null ? null : read.continuities.get(id).slug;
}

/** Without what is empty: a row says only what it has to say. */
function filled(row: Row): Row {
  return Object.fromEntries(
    Object.entries(row).filter(
      ([, cell]) => cell !== '' && cell !== null && !(Array.isArray(cell) && cell.length === 0),
    ),
  );
}
