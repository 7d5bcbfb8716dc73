import { stringify } from 'yaml';
import { type Voice, voiceOf } from '../documents/voice.ts';
import type { Claim } from '../lore/claim.ts';
import type { Entity } from '../lore/entity.ts';
import type { EntityId } from '../lore/ids.ts';
import { type Kept, keptOf } from '../lore/kept.ts';
import { exportWords } from '../messages/en/export.ts';
import type { ExportedFile, ExportSource } from './export-source.ts';
import { fileName, NamesTaken } from './file-names.ts';
import { sourceText, type ToldClaim, toldOf } from './told-of.ts';

/** A value of front matter. */
type Property = string | readonly string[];

/** A lorebook as a folder of Markdown notes with front matter and links, one for each thing, by kind. */
export function* vaultFiles(source: ExportSource): Generator<ExportedFile> {
  const vault = new VaultWriter(source);
  for (const entity of source.read.eachEntity()) vault.place(entity);
  for (const entity of source.read.eachEntity()) {
    const path = vault.pathOf(entity.id);
    if (path !== undefined) yield { path: `${path}.md`, pieces: [vault.note(entity)] };
  }
}

class VaultWriter {
  readonly #source: ExportSource;
  readonly #voice: Voice;
  readonly #kept: Kept;
  readonly #paths = new Map<EntityId, string>();
  readonly #names = new NamesTaken();

  constructor(source: ExportSource) {
    this.#source = source;
    this.#voice = voiceOf(source.read);
    this.#kept = keptOf(source.read.importRules());
  }

  /** Where its note stands: where it stood in the vault it came from, else in the folder of its kind. */
  place(entity: Entity): void {
    if (entity.kind === 'continuity' && this.#source.read.claimCount(entity.id) === 0) return;
    const kept = this.#kept.notes.get(entity.name)?.path;
    const folders = kept === undefined ? [fileName(entity.kind === '' ? 'thing' : entity.kind)] : foldersOf(kept);
    // A link finds a note by its name alone, so no two of the vault may have one.
    const name = this.#names.take(fileName(entity.name));
    this.#paths.set(entity.id, [...folders, name].join('/'));
  }

  pathOf(id: EntityId): string | undefined {
    return this.#paths.get(id);
  }

  note(entity: Entity): string {
    const told = toldOf(entity, this.#voice);
    const kept = this.#kept.notes.get(entity.name);
    const front = stringify({ ...this.#front(entity), ...kept?.keys }, { lineWidth: 0, defaultStringType: 'PLAIN' });
    const body = [
      ...(entity.about === '' ? [] : [escaped(entity.about)]),
      ...section(
        exportWords.told,
        told.claims.map((claim) => `- ${this.#linked(claim)}`),
      ),
      ...section(
        exportWords.disputedHeading,
        told.conflicts.map(({ title, why }) => `- ⚠ ${escaped(exportWords.disputed(title, why))}`),
      ),
      ...section(exportWords.passages, this.#passages(entity)),
    ];
    return `---\n${front}---\n\n${body.join('\n\n')}\n`;
  }

  #front(entity: Entity): Record<string, Property> {
    const { read } = this.#source;
    const aliases = read.aliases(entity.id);
    const name = this.pathOf(entity.id)?.split('/').at(-1);
    const tags = this.#kept.notes.get(entity.name)?.tags ?? [];
    return {
      ...(name === entity.name ? {} : { name: entity.name }),
      kind: entity.kind,
      ...(aliases.length === 0 ? {} : { aliases }),
      ...(tags.length === 0 ? {} : { tags }),
      ...(entity.continuity === null ? {} : { timeline: read.continuities.get(entity.continuity).slug }),
      ...this.#properties(entity),
      concordance: entity.slug,
    };
  }

  /** What is told of it without a date and a dispute, as properties that other tools can query. */
  #properties(entity: Entity): Record<string, Property> {
    const { read } = this.#source;
    const home = entity.continuity ?? read.continuities.home.id;
    const values = new Map<string, Set<string>>();
    for (const claim of read.claimsBySubject(entity.id)) {
      if (claim.modality !== 'asserted' || claim.continuity !== home) continue;
      const text = this.#property(claim);
      if (text === null) continue;
      const known = values.get(claim.predicate) ?? new Set();
      values.set(claim.predicate, known.add(text));
    }
    return Object.fromEntries(
      [...values].map(([predicate, texts]) => [predicate, texts.size === 1 ? ([...texts][0] ?? '') : [...texts]]),
    );
  }

  #property(claim: Claim): string | null {
    const { value } = claim;
    switch (value.kind) {
      case 'entity':
        return this.#link(value.entity);
      case 'date':
        return claim.date;
      case 'text':
      case 'quantity':
        return value.text;
      case 'yesno':
        return value.yes ? 'yes' : 'no';
      default:
        return null;
    }
  }

  #link(id: EntityId): string {
    const name = this.#voice.name(id);
    const base = this.pathOf(id)?.split('/').at(-1);
    if (base === undefined) return name;
    return base === name ? `[[${base}]]` : `[[${base}|${name.replace(/[\][|]/g, ' ')}]]`;
  }

  /** A sentence with who says it; the first mention of its value is a link. */
  #linked(claim: ToldClaim): string {
    return `${escaped(claim.statement)} (${escaped(sourceText(claim))})`;
  }

  #passages(entity: Entity): readonly string[] {
    const { read } = this.#source;
    return read
      .passagesAbout(entity.id, MOST_PASSAGES)
      .filter((passage) => passage.about === entity.id)
      .map((passage) => `> ${escaped(passage.text)}\n> (${escaped(read.account(passage.account)?.title ?? '')})`);
  }
}

const MOST_PASSAGES = 500;

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [`## ${title}`, lines.join('\n')];
}

/** The folders of a path inside a vault, each made harmless. */
function foldersOf(path: string): readonly string[] {
  return path
    .split('/')
    .slice(0, -1)
    .filter((folder) => folder !== '')
    .map(fileName);
}

/** Lore is text in a note, never its formatting. */
function escaped(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_[\]<>~|$]/g, '\\$&')
    .replace(/(^|\s)#(?=\S)/g, '$1\\#')
    .trim();
}
