import { REF } from '../import/gathered.ts';
import { fold } from '../lore/fold.ts';
import type { AccountId, EntityId } from '../lore/ids.ts';
import { LONGEST_NAME, PLAIN_KIND } from '../lore/intake/reference.ts';
import type { LoreReader } from '../lore/reader.ts';
import type { References } from '../lore/references.ts';
import { uniqueSlug } from '../lore/unique-slug.ts';
import type { WriteSession } from '../lore/writer.ts';
import type { GatheredOf, ImportTally } from './import-report.ts';

interface Known {
  readonly id: EntityId;
  readonly slug: string;
}

/** Things an import speaks of: which are there already, which are made, and what the source itself calls them. */
export class EntityIntake {
  readonly #session: WriteSession;
  readonly #read: LoreReader;
  readonly #references: References;
  readonly #account: AccountId;
  readonly #tally: ImportTally;
  readonly #byRef = new Map<string, Known>();
  /** Entities some ref of this import stands for: another ref of the same name is a namesake. */
  readonly #taken = new Set<EntityId>();
  constructor(
    session: WriteSession,
    lorebook: { readonly read: LoreReader; readonly references: References },
    account: AccountId,
    tally: ImportTally,
  ) {
    this.#session = session;
    this.#read = lorebook.read;
    this.#references = lorebook.references;
    this.#account = account;
    this.#tally = tally;
  }

  /** Takes one thing: finds it, or makes it; its aliases are added. */
  take(item: GatheredOf<'entity'>): void {
    const name = item.name.trim();
    const isLong = name.length > LONGEST_NAME;
    if (name === '' || isLong) {
      const fault = isLong
        ? ({ kind: 'too-long', column: 'name', most: LONGEST_NAME } as const)
        : ({ kind: 'missing', column: 'name' } as const);
      this.#tally.leaveOut(item.place, [fault]);
      return;
    }
    const known = this.#find(item, name) ?? this.#make(item, name);
    if (item.ref !== undefined) this.#keepRef(item.ref, known);
    this.#addAliases(known.id, name, item.aliases);
  }

  /** A cell's text with the source's own names in it replaced by slugs; undefined where one of them is not known. */
  resolved(text: string): string | undefined {
    if (!text.includes(REF)) return text;
    const parts = text.split('|').map((part) => (part.startsWith(REF) ? this.#slugOf(part.slice(REF.length)) : part));
    return parts.includes(undefined) ? undefined : parts.join('|');
  }

  /** The entity a name or ref stands for, where there is exactly one. */
  idOf(text: string): EntityId | undefined {
    if (text.startsWith(REF)) return this.#byRef.get(text.slice(REF.length))?.id;
    const [only, more] = this.#references.entities(text);
    return more === undefined ? only?.id : undefined;
  }

  #slugOf(ref: string): string | undefined {
    return this.#byRef.get(ref)?.slug;
  }

  #keepRef(ref: string, known: Known): void {
    this.#byRef.set(ref, known);
    this.#taken.add(known.id);
    if (this.#session.imports.entity(this.#account, ref) !== known.id) {
      this.#session.imports.noteEntity(this.#account, ref, known.id);
    }
  }

  /** What an earlier import took it for, else the one thing of that name and kind that nothing else here stands for. */
  #find(item: GatheredOf<'entity'>, name: string): Known | undefined {
    if (item.ref !== undefined) {
      const here = this.#byRef.get(item.ref);
      if (here !== undefined) return here;
      const before = this.#session.imports.entity(this.#account, item.ref);
      const entity = before === undefined ? undefined : this.#read.entity(before);
      if (entity !== undefined) return entity;
    }
    const isOfKind = (kind: string): boolean =>
      item.entityKind === null || item.entityKind === PLAIN_KIND || kind === PLAIN_KIND || kind === item.entityKind;
    const found = this.#references
      .entities(name)
      .filter((entity) => isOfKind(entity.kind) && (item.ref === undefined || !this.#taken.has(entity.id)));
    const [entity, more] = found;
    if (entity === undefined || more !== undefined) return undefined;
    // A claim that came first may have made it of no kind in particular.
    if (entity.kind === PLAIN_KIND && item.entityKind !== null && entity.kind !== item.entityKind) {
      if (this.#session.isNewEntity(entity.id)) this.#setKind(entity.id, item.entityKind);
    }
    return entity;
  }

  #setKind(id: EntityId, kind: string): void {
    this.#session.set('entity.kind', id, kind);
    if (kind === 'work') this.#session.addWork({ entity: id, form: '', series: '', continuity: null, tier: 0 });
  }

  #make(item: GatheredOf<'entity'>, name: string): Known {
    const slug = uniqueSlug(name, null, this.#references.isSlugTaken);
    const kind = item.entityKind ?? PLAIN_KIND;
    const about = item.about?.trim().slice(0, LONGEST_NAME) ?? '';
    const id = this.#session.addEntity({ slug, name, kind, continuity: null, about, isShared: false });
    if (kind === 'work') this.#session.addWork({ entity: id, form: '', series: '', continuity: null, tier: 0 });
    this.#tally.counts.entities += 1;
    return { id, slug };
  }

  #addAliases(id: EntityId, name: string, aliases: readonly string[]): void {
    if (aliases.length === 0) return;
    const had = this.#session.isNewEntity(id) ? [] : this.#read.aliases(id).map(fold);
    const seen = new Set([fold(name), '', ...had]);
    for (const alias of aliases) {
      const folded = fold(alias);
      if (seen.has(folded) || alias.length > LONGEST_NAME) continue;
      seen.add(folded);
      this.#session.addAlias(id, alias.trim(), this.#account);
      this.#tally.counts.aliases += 1;
    }
  }
}
