import type { Account } from '../../lore/account.ts';
import type { ContinuityTree } from '../../lore/continuity.ts';
import type { EntityId } from '../../lore/ids.ts';
import type { Passage, PassageCitation } from '../../lore/passage.ts';
import type { LoreReader } from '../../lore/reader.ts';
import type { References } from '../../lore/references.ts';
import type { WriteSession } from '../../lore/writer.ts';
import type { Pack, PackFault, PassageRow, Placed } from '../../pack/pack.ts';
import type { SavedPack } from '../../pack/write-folder.ts';

const AT_ONCE = 500;

/** The accounts' own words as rows of a pack. `names` gives what a row calls a thing. */
export function savedPassages(
  read: LoreReader,
  names: (id: EntityId, kind?: string) => string,
): NonNullable<SavedPack['passages']> {
  if (read.passageCount() === 0) return [];
  return read.accounts
    .map((account) => ({
      account: account.slug,
      rows: [...eachPassage(read, account)].map((passage) => passageRow(passage, read, names)),
    }))
    .filter(({ rows }) => rows.length > 0);
}

/** All that stand, in the order of the text. */
function* eachPassage(read: LoreReader, account: Account): Generator<Passage> {
  let after = 0;
  for (;;) {
    const some = read.passagesOfAccount(account.id, after, AT_ONCE);
    yield* some;
    const last = some.at(-1);
    if (last === undefined) return;
    after = last.id;
  }
}

function passageRow(passage: Passage, read: LoreReader, names: (id: EntityId, kind?: string) => string) {
  const { file, page, line, section, text, continuity, entities, dates, citations, about } = passage;
  return {
    ...(file === '' ? {} : { file }),
    ...(page === '' ? {} : { page }),
    ...(line === null ? {} : { line }),
    ...(section === '' ? {} : { section }),
    text,
    ...(continuity === null ? {} : { continuity: read.continuities.get(continuity).slug }),
    ...(about === null ? {} : { about: names(about) }),
    ...(entities.length === 0 ? {} : { entities: entities.map((id) => names(id)) }),
    ...(dates.length === 0 ? {} : { dates }),
    ...(citations.length === 0 ? {} : { citations: citations.map((one) => citationRow(one, names)) }),
  };
}

function citationRow(citation: PassageCitation, names: (id: EntityId, kind?: string) => string) {
  const { work, title, locator, reach, at } = citation;
  return {
    ...(work === null ? {} : { work: names(work, 'work') }),
    title,
    ...(locator === '' ? {} : { locator }),
    reach,
    ...(at === null ? {} : { at }),
  };
}

/** Adds a pack's passages; names that mean nothing, or two things, are faults. */
export function loadPassages(
  pack: Pack,
  load: {
    readonly session: WriteSession;
    readonly references: References;
    readonly accounts: readonly Account[];
    readonly tree: ContinuityTree;
    readonly faults: PackFault[];
  },
): void {
  for (const { account: slug, rows } of pack.passages ?? []) {
    const account = load.accounts.find((one) => one.slug === slug);
    if (account === undefined) continue;
    for (const row of rows) loadPassage(row, account, load);
  }
}

function loadPassage({ place, value }: Placed<PassageRow>, account: Account, load: Parameters<typeof loadPassages>[1]) {
  const { session, references, tree, faults } = load;
  const named = (text: string, kind?: string): EntityId | null => {
    const [entity, other] = references.entities(text, kind);
    if (entity !== undefined && other === undefined) return entity.id;
    faults.push({ place, fault: { kind: 'unknown', what: kind ?? 'entity', text } });
    return null;
  };
  const continuity = value.continuity == null ? undefined : tree.bySlug(value.continuity);
  if (value.continuity != null && continuity === undefined) {
    faults.push({ place, fault: { kind: 'unknown', what: 'continuity', text: value.continuity } });
  }
  const about = value.about == null ? null : named(value.about);
  session.addPassage({
    account: account.id,
    file: value.file,
    page: value.page,
    line: value.line ?? null,
    section: value.section,
    text: value.text,
    continuity: continuity?.id ?? null,
    about,
    entities: value.entities.flatMap((name) => named(name) ?? []),
    dates: value.dates,
    citations: value.citations.map(({ work, title, locator, reach, at }) => ({
      work: work == null ? null : named(work, 'work'),
      title,
      locator,
      reach,
      at: at ?? null,
    })),
  });
}
