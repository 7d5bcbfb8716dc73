import type { EntityId } from '../../lore/ids.ts';
import type { Draft, Line, Variant } from '../answer.ts';
import type { Mention, Understanding } from '../reading/reading.ts';
import { ARTICLES } from '../words/lists.ts';
import type { Token } from '../words/tokens.ts';
import type { Context } from './context.ts';
import { missing } from './missing.ts';

const ALONE = new Set(['besides', 'except', 'excluding', 'bar']);
const PAIRS: Readonly<Record<string, string>> = { apart: 'from', aside: 'from', other: 'than' };

interface Excluded {
  readonly asked: Understanding;
  readonly ids: ReadonlySet<EntityId>;
}

/** "Who besides Ash belonged to the Gulls?": the question without the one who is left out; null where nobody is. */
export function excludedIn(asked: Understanding): Excluded | null {
  const at = asked.tokens.findIndex((_, index) => markerAt(asked.tokens, index) > 0);
  if (at === -1) return null;
  const left: Mention[] = [];
  let next = at + markerAt(asked.tokens, at);
  for (const mention of asked.mentions) {
    while (ARTICLES.has(asked.tokens[next]?.folded ?? '') || asked.tokens[next]?.folded === 'and') next += 1;
    if (mention.from > next || mention.to < next) continue;
    left.push(mention);
    next = mention.to + 1;
  }
  if (left.length === 0) return null;
  const isSpent = (index: number): boolean => index >= at && index < next;
  return {
    asked: {
      ...asked,
      occasion: null,
      mentions: asked.mentions.filter((mention) => !left.includes(mention)),
      hits: asked.hits.filter((hit) => !hit.covers.some(isSpent)),
      loose: asked.loose.filter((index) => !isSpent(index)),
      unknown: asked.unknown.filter((index) => !isSpent(index)),
    },
    ids: new Set(left.flatMap(({ entities }) => entities.map((entity) => entity.id))),
  };
}

/** How many tokens "besides", "other than" take there; 0 for none. */
function markerAt(tokens: readonly Token[], at: number): number {
  const word = tokens[at]?.folded ?? '';
  if (ALONE.has(word)) return 1;
  return PAIRS[word] !== undefined && PAIRS[word] === tokens[at + 1]?.folded ? 2 : 0;
}

/** The answer without those; not recorded where nobody else is left. */
export function without(draft: Draft, ids: ReadonlySet<EntityId>, context: Context): Draft {
  if (draft.status !== 'answered') return draft;
  const isOut = ({ claim, part }: Variant): boolean =>
    part === 'subject' ? ids.has(claim.subject) : claim.value.kind === 'entity' && ids.has(claim.value.entity);
  const all = draft.variants ?? [];
  const variants = all.filter((variant) => !isOut(variant));
  const gone = new Set(all.filter(isOut).flatMap(({ claims }) => claims));
  const lines = draft.lines.filter((line) => isKept(line, ids, gone));
  const { head, intent, predicates = [] } = draft;
  if (all.length > 0 && variants.length === 0) {
    return missing(context, { intent, predicates, unknown: [], near: [] });
  }
  if (head.kind !== 'names' && head.kind !== 'counted-names') return { ...draft, variants, lines };
  const out = new Set([...ids].flatMap((id) => context.reader.entity(id)?.name ?? []));
  return { ...draft, variants, lines, head: { ...head, names: head.names.filter((name) => !out.has(name)) } };
}

function isKept(line: Line, ids: ReadonlySet<EntityId>, gone: ReadonlySet<number>): boolean {
  switch (line.kind) {
    case 'fact':
      return !line.fact.claims.every((claim) => gone.has(claim.id));
    case 'holder':
      return !ids.has(line.holder.entity.id);
    case 'gap':
      return true;
  }
}
