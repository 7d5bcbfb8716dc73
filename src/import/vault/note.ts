import { fold } from '../../lore/fold.ts';
import { kindInName } from '../mapping/kind-words.ts';
import { fieldKey } from '../mapping/mapping.ts';
import { type FrontMatter, type Property, readFrontMatter, textsOf } from './front-matter.ts';

/** A note before anything of it is known to the lorebook. */
export interface Note {
  /** Path in the vault without its ending; the vault's own name for it. */
  readonly path: string;
  readonly file: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly tags: readonly string[];
  /** Null where neither its front matter, its tags nor its folders say. */
  readonly kind: string | null;
  readonly about: string;
  /** Slug of a timeline. */
  readonly timeline: string | null;
  /** What else its front matter says. */
  readonly properties: Readonly<Record<string, Property>>;
  readonly front: FrontMatter;
  /** Slug that an export of a lorebook wrote; null for any other note. */
  readonly slug: string | null;
}

/** Where an export of ours says which thing it is. */
const OURS = 'concordance';
const ALIASES = new Set(['aliases', 'alias', 'aka']);
const TAGS = new Set(['tags', 'tag']);
/** Keys that say what sort of thing a note is about. */
const KINDS = new Set(['kind', 'type', 'category', 'class', 'note type', 'entity type']);
const TIMELINE = new Set(['timeline', 'continuity']);

export function noteOf(file: string, text: string): Note {
  const path = file.replace(/\.(?:md|markdown|txt)$/i, '').replaceAll('\\', '/');
  const front = readFrontMatter(text);
  const rest: Record<string, Property> = {};
  const found: Record<string, readonly string[]> = {};
  const base = path.split('/').at(-1) ?? path;
  for (const [key, value] of Object.entries(front.properties)) {
    const texts = textsOf(value);
    const part = partOf(fieldKey(key), texts ?? [], base);
    if (part === null || texts === null || (part === 'kind' && found.kind !== undefined)) rest[key] = value;
    else found[part] = [...(found[part] ?? []), ...texts];
  }
  const tags = (found.tags ?? []).flatMap((one) => one.split(/[\s,]+/)).map((tag) => tag.replace(/^#/, ''));
  const kindWord = found.kind?.[0];
  return {
    path,
    file,
    name: plain(found.name?.[0] ?? base),
    aliases: (found.aliases ?? []).map(plain).filter((alias) => alias !== ''),
    tags: tags.filter((tag) => tag !== ''),
    kind:
      kindWord === undefined
        ? (kindOfTags(tags) ?? kindOfFolders(path))
        : (kindInName(kindWord) ?? kindWord.toLowerCase()),
    about: found.about?.[0] ?? '',
    timeline: found.timeline?.[0] ?? null,
    properties: rest,
    front,
    slug: found[OURS]?.[0] ?? null,
  };
}

function partOf(key: string, texts: readonly string[], base: string): string | null {
  if (key === 'name' || (key === 'title' && isTitleOf(texts[0] ?? '', base))) return 'name';
  if (key === OURS) return OURS;
  if (ALIASES.has(key)) return 'aliases';
  if (TAGS.has(key)) return 'tags';
  if (TIMELINE.has(key)) return 'timeline';
  if (key === 'about' || key === 'summary') return 'about';
  return KINDS.has(key) ? 'kind' : null;
}

/** `title` is what a note is called where it has a word of its file's name in it; "Captain" is a style of address. */
function isTitleOf(title: string, base: string): boolean {
  const words = new Set(fold(base).split(' '));
  return (
    /^[\d\s-]+$/.test(base) ||
    fold(title)
      .split(' ')
      .some((word) => words.has(word))
  );
}

function kindOfTags(tags: readonly string[]): string | null {
  for (const tag of tags) {
    for (const part of tag.split('/').reverse()) {
      const kind = kindInName(part);
      if (kind !== null) return kind;
    }
  }
  return null;
}

/** The nearest folder that is called like a kind of things. */
function kindOfFolders(path: string): string | null {
  const folders = path.split('/').slice(0, -1).reverse();
  for (const folder of folders) {
    const kind = kindInName(folder);
    if (kind !== null) return kind;
  }
  return null;
}

/** A name that is written as a link. */
function plain(text: string): string {
  return text.replace(/^\[\[(?:[^\]|]*\|)?([^\]]*)\]\]$/, '$1').trim();
}
