import { kindInName } from '../mapping/kind-words.ts';
import { knownUse } from '../mapping/known-fields.ts';
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
}

const NAMES = new Set(['name', 'title']);
const ALIASES = new Set(['aliases', 'alias', 'aka']);
const TAGS = new Set(['tags', 'tag']);
const TIMELINE = new Set(['timeline', 'continuity']);

export function noteOf(file: string, text: string): Note {
  const path = file.replace(/\.(?:md|markdown|txt)$/i, '').replaceAll('\\', '/');
  const front = readFrontMatter(text);
  const rest: Record<string, Property> = {};
  const found: Record<string, readonly string[]> = {};
  for (const [key, value] of Object.entries(front.properties)) {
    const part = partOf(fieldKey(key));
    const texts = textsOf(value);
    if (part === null || texts === null) rest[key] = value;
    else found[part] = [...(found[part] ?? []), ...texts];
  }
  const base = path.split('/').at(-1) ?? path;
  const tags = (found.tags ?? []).flatMap((one) => one.split(/[\s,]+/)).map((tag) => tag.replace(/^#/, ''));
  const kindWord = found.kind?.[0];
  return {
    path,
    file,
    name: plain(found.name?.[0] ?? base),
    aliases: (found.aliases ?? []).map(plain).filter((alias) => alias !== ''),
    tags: tags.filter((tag) => tag !== ''),
    kind: kindWord === undefined ? (kindOfTags(tags) ?? kindOfFolders(path)) : (kindInName(kindWord) ?? kindWord.toLowerCase()),
    about: found.about?.[0] ?? '',
    timeline: found.timeline?.[0] ?? null,
    properties: rest,
    front,
  };
}

function partOf(key: string): string | null {
  if (NAMES.has(key)) return 'name';
  if (ALIASES.has(key)) return 'aliases';
  if (TAGS.has(key)) return 'tags';
  if (TIMELINE.has(key)) return 'timeline';
  if (key === 'about' || key === 'summary') return 'about';
  return knownUse(key, 'table row')?.as === 'kind' ? 'kind' : null;
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
