import type { NameSpan } from './name-span.ts';
import { lowerAt, nameAt, type Scene } from './scene.ts';
import { STYLES, TITLES } from './titles.ts';
import { ARTICLES } from './words.ts';

/** An office as a sentence names it. */
export interface Role {
  /** As a row names it. */
  readonly cell: string;
  /** What the name of the office does not say ("of the southern sector"), as a qualifier. */
  readonly qualifiers: string;
  /** Last item it covers. */
  readonly to: number;
}

const WHOLE = /^(?:the|entire|whole|all|united|combined)$/;
const BEFORE_ROLE =
  /^(?:new|next|first|last|second|third|former|then|current|reigning|ruling|only|supreme|rightful|young|old|sole|late)$/;
const GONE = /^(?:former|ex|late|first|last|next|would-be|self-styled|so-called)$/;

/**
 * Reads an office at `at`: "the king of the Vale", "Warden". One that neither the lorebook nor English knows as an office
 * is none; nor is a bare "king" of nowhere.
 */
export function roleAt(scene: Scene, at: number): Role | null {
  const { items, book, timeline } = scene;
  let start = at;
  let isGone = false;
  while (ARTICLES.has(lowerAt(items, start)) || BEFORE_ROLE.test(lowerAt(items, start))) {
    isGone ||= GONE.test(lowerAt(items, start));
    start += 1;
  }
  const own = nameAt(items, start);
  if (own?.isPossessive === true) return possessiveRole(scene, own, start + 1);
  const words = own === null ? titleWords(scene, start) : null;
  const surface = own?.surface ?? words?.text;
  if (surface === undefined || isGone) return null;
  const isOffice = own === null || own.entity?.kind === 'office' || TITLES.has(own.surface.toLowerCase());
  if (!isOffice || isStyle(surface, scene)) return null;
  const to = words?.to ?? start;
  const scope = scopeAfter(scene, to);
  const known = book.office(surface, timeline);
  if (scope === null) {
    if (own?.entity?.kind === 'office') return { cell: own.cell, qualifiers: '', to };
    return known === undefined ? null : { cell: book.cellOf(known), qualifiers: '', to };
  }
  const bare = surface.replace(/^the\s+/i, '');
  for (const text of [
    `${bare} of ${scope.name.cell}`,
    `${bare} of the ${scope.name.cell}`,
    `${bare} of ${scope.name.surface}`,
  ]) {
    const office = book.office(text, timeline);
    if (office !== undefined) return { cell: book.cellOf(office), qualifiers: '', to: scope.to };
  }
  const general = own?.entity?.kind === 'office' ? own.entity : known;
  if (general !== undefined) {
    return { cell: book.cellOf(general), qualifiers: `role=of ${plain(scope.name.cell)}`, to: scope.to };
  }
  // Who leads something need not hold an office of it.
  if (/^(?:leader|head|ruler)$/.test(bare.toLowerCase())) return null;
  const article = scope.name.isDefinite && !/^the /i.test(scope.name.cell) ? 'the ' : '';
  return { cell: `${capital(bare)} of ${article}${scope.name.cell}`, qualifiers: '', to: scope.to };
}

/** "Harrowford's warden". */
function possessiveRole(scene: Scene, owner: NameSpan, at: number): Role | null {
  const words = titleWords(scene, at);
  const named = nameAt(scene.items, at);
  const surface = words?.text ?? named?.surface;
  if (surface === undefined || (named !== null && named.entity?.kind !== 'office')) return null;
  const to = words?.to ?? at;
  if (isStyle(surface, scene)) return null;
  const { book, timeline } = scene;
  for (const text of [`${surface} of ${owner.cell}`, `${surface} of the ${owner.cell}`]) {
    const office = book.office(text, timeline);
    if (office !== undefined) return { cell: book.cellOf(office), qualifiers: '', to };
  }
  const known = book.office(surface, timeline);
  if (known !== undefined) return { cell: book.cellOf(known), qualifiers: `role=of ${plain(owner.cell)}`, to };
  return { cell: `${capital(surface)} of ${owner.cell}`, qualifiers: '', to };
}

/** One or two words that are an office in English, or one of the lorebook's in small letters. */
function titleWords(scene: Scene, at: number): { readonly text: string; readonly to: number } | null {
  const { items, book, timeline } = scene;
  const [first, second] = [lowerAt(items, at), lowerAt(items, at + 1)];
  if (first === '') return null;
  const both = `${first} ${second}`;
  if (second !== '' && (TITLES.has(both) || book.office(both, timeline) !== undefined))
    return { text: both, to: at + 1 };
  return TITLES.has(first) || book.office(first, timeline) !== undefined ? { text: first, to: at } : null;
}

/** "of the entire Vale": what the office is held in. */
function scopeAfter(scene: Scene, to: number): { readonly name: NameSpan; readonly to: number } | null {
  const { items } = scene;
  if (lowerAt(items, to + 1) !== 'of') return null;
  for (let at = to + 2; at <= to + 4; at += 1) {
    const name = nameAt(items, at);
    if (name !== null) return name.isPossessive ? null : { name, to: at };
    if (!WHOLE.test(lowerAt(items, at))) return null;
  }
  return null;
}

/** "Brother", "Lady": ties and styles, unless the lorebook has an office of that name. */
function isStyle(surface: string, { book, timeline }: Scene): boolean {
  return STYLES.has(surface.toLowerCase()) && book.office(surface, timeline) === undefined;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A qualifier may hold neither of its own marks. */
function plain(text: string): string {
  return text.replace(/[|=]/g, ' ');
}
