import { voiceOf } from '../documents/voice.ts';
import type { Entity } from '../lore/entity.ts';
import { keptOf } from '../lore/kept.ts';
import { exportWords } from '../messages/en/export.ts';
import type { ExportSource } from './export-source.ts';
import { sourceText, toldOf } from './told-of.ts';

/** Kinds that are frame and not lore. */
const NO_ENTRY = new Set(['work', 'continuity']);

/**
 * A card of the Character Card V2 specification whose book holds an entry for each thing that something is told of.
 * Sources and disputes stand under `extensions.concordance`, where programs that do not know them leave them alone.
 */
export function characterCard({ read }: ExportSource): object {
  const voice = voiceOf(read);
  const kept = keptOf(read.importRules());
  const entries: object[] = [];
  for (const entity of read.eachEntity()) {
    if (NO_ENTRY.has(entity.kind)) continue;
    const told = toldOf(entity, voice);
    const own = kept.entries.get(entity.name);
    if (told.claims.length === 0 && own === undefined) continue;
    const statements = told.claims.map((claim) => `${claim.statement} (${sourceText(claim)})`);
    const disputes = told.conflicts.map(({ title, why }) => exportWords.disputed(title, why));
    entries.push({
      keys: [...new Set([entity.name, ...read.aliases(entity.id)])],
      content: [headOf(entity), ...statements, ...disputes].join('\n'),
      extensions: {
        ...own?.extensions,
        concordance: {
          entity: entity.slug,
          kind: entity.kind,
          timeline: entity.continuity === null ? null : read.continuities.get(entity.continuity).slug,
          claims: told.claims,
          conflicts: told.conflicts,
        },
      },
      enabled: true,
      insertion_order: own?.insertion_order ?? 100,
      case_sensitive: false,
      name: entity.name,
      id: Number(entity.id),
      comment: entity.about,
      selective: false,
      secondary_keys: own?.secondary_keys ?? [],
      constant: own?.constant ?? false,
      position: own?.position ?? 'before_char',
    });
  }
  return card(read.profile.title, read.profile.description, { ...kept.book, entries });
}

function headOf(entity: Entity): string {
  return entity.about === '' ? `${entity.name}.` : `${entity.name}: ${entity.about}.`;
}

/** All fields the specification asks for; a book needs none of the character's. */
function card(name: string, description: string, book: object): object {
  return {
    spec: 'chara_card_v2',
    spec_version: '2.0',
    data: {
      name,
      description,
      personality: '',
      scenario: '',
      first_mes: '',
      mes_example: '',
      creator_notes: exportWords.cardNotes,
      system_prompt: '',
      post_history_instructions: '',
      alternate_greetings: [],
      tags: [],
      creator: 'Concordance',
      character_version: '',
      extensions: {},
      character_book: { name, description, extensions: {}, ...book },
    },
  };
}
