import { fold, slugOf } from '../../lore/fold.ts';
import type { KnownLore } from './known-lore.ts';

const TIMELINE =
  /\b(?:timelines?|universes?|realit(?:y|ies)|continuit(?:y|ies)|dimensions?|permutations?|multiverse|parallel worlds?|alternate histor(?:y|ies)|alternate versions?|what if)\b/i;
const NOT_ONE = /^(?:the )?(?:timeline|chronology|continuity|reality|continuity (?:notes|errors)|timeline of .*)$/i;
/** Many at once, and none by name. */
const SEVERAL = /^(?:other|alternate|alternative|parallel|different|variant|divergent|possible)\b.*s$/i;
const OPENING =
  /^(?:in|within)\s+(?:(another|an?|one|some|this|that|the|yet another)\s+)?([^,.;]{0,80}?\b(?:timeline|universe|reality|continuity|permutation|version|dimension|history)\b)/i;
const REFERENCES =
  /^(?:notes|references|footnotes|citations|sources|works cited|bibliography|notes and references|references and notes|external links|see also|appearances)$/i;

/** The timeline a section title names: its slug, `several` where it names more than one, null where none. */
export function timelineOfTitle(title: string, known: KnownLore): string | 'several' | null {
  const own = knownTimeline(title, known);
  if (own !== null) return own;
  if (!TIMELINE.test(title) || NOT_ONE.test(title.trim())) return null;
  return SEVERAL.test(title.trim()) ? 'several' : slugOf(title);
}

/**
 * The timeline a paragraph says it is of by its first words: the slug of one the lorebook has, `other` for one without a
 * name ("In another version …").
 */
export function timelineOfOpening(text: string, known: KnownLore): string | 'other' | null {
  const [, article, words] = OPENING.exec(text.slice(0, 160)) ?? [];
  if (words === undefined) return null;
  const own = knownTimeline(words, known) ?? knownTimeline(words.split(/\s+of\s+/)[0] ?? words, known);
  const isNew = article !== undefined && /^(?:another|an?|one|some|yet another)$/i.test(article);
  return isNew ? 'other' : own;
}

/** A section that holds the notes of a page and no prose. */
export function isReferences(title: string): boolean {
  return REFERENCES.test(title.trim());
}

function knownTimeline(title: string, known: KnownLore): string | null {
  const wanted = fold(title).replace(/^the /, '');
  if (wanted === '') return null;
  const found = known.continuities.all.find(
    (one) => fold(one.name).replace(/^the /, '') === wanted || one.slug === slugOf(wanted),
  );
  return found?.slug ?? null;
}
