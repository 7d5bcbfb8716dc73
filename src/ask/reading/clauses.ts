import type { Entity } from '../../lore/entity.ts';
import type { LoreReader } from '../../lore/reader.ts';
import { mentionsAny, namesOfEntities } from '../gather/touching.ts';
import type { PhraseHit } from '../words/phrases.ts';
import type { Token } from '../words/tokens.ts';
import { coveredBy, type Mention } from './reading.ts';

/** A clause that tells which one is meant: "the Marr *who raised the coast*". */
export interface Clause {
  readonly from: number;
  readonly to: number;
}

const RELATIVE = new Set(['who', 'that', 'which', 'whom']);

/** Clauses that only describe the name before them: "the Marr *who raised the coast*". */
export function clausesOf(tokens: readonly Token[], mentions: readonly Mention[], whAt: number): readonly Clause[] {
  const clauses: Clause[] = [];
  for (const [at, token] of tokens.entries()) {
    if (at <= Math.max(whAt, 0) || !RELATIVE.has(token.folded) || !mentions.some((one) => one.to === at - 1)) continue;
    const inside = mentions.find((one) => one.from > at);
    let to = inside?.to ?? tokens.length - 1;
    // A time at the very end belongs to the clause: "the warship that beat Marr in 942".
    const rest = tokens.slice(to + 1);
    if (rest.length > 0 && rest.every((word) => word.isFunction || /\d/.test(word.folded))) to = tokens.length - 1;
    clauses.push({ from: at, to });
  }
  return clauses;
}

const MOST_LOOKED_AT = 300;

/** Of several namesakes the one that the clause behind the name fits. */
export function narrowed(
  mention: Mention,
  clauses: readonly Clause[],
  described: readonly Mention[],
  hits: readonly PhraseHit[],
  reader: LoreReader,
): Mention {
  const clause = clauses.find((one) => one.from === mention.to + 1);
  if (clause === undefined || mention.entities.length < 2) return mention;
  const predicates = new Set<string>(
    hits.filter((hit) => coveredBy(hit.from, [clause])).map((hit) => hit.phrase.predicate.id),
  );
  const names = described
    .filter((one) => coveredBy(one.from, [clause]))
    .map((one) => namesOfEntities(one.entities, reader));
  const fits = (entity: Entity): number => {
    if (reader.claimCount(entity.id) > MOST_LOOKED_AT) return 0;
    const claims = [...reader.claimsBySubject(entity.id), ...reader.claimsByObject(entity.id)];
    const good = claims.filter((claim) => predicates.has(claim.predicate));
    return Math.max(0, ...good.map((claim) => 1 + names.filter((all) => mentionsAny(claim, all, reader)).length));
  };
  const scored = mention.entities.map((entity) => ({ entity, fit: fits(entity) }));
  const best = Math.max(...scored.map(({ fit }) => fit));
  const fitting = scored.filter(({ fit }) => fit === best);
  return best === 0 ? mention : { ...mention, entities: fitting.map(({ entity }) => entity) };
}
