import type { Claim } from '../../lore/claim.ts';
import { onceEach } from '../../lore/once-each.ts';
import type { Draft } from '../answer.ts';
import { scoped } from '../gather/scope.ts';
import { isAbout, mentionsAny, namesOfEntities, wordsOfClaim } from '../gather/touching.ts';
import { timed } from '../gather/when.ts';
import { coveredBy, timeOf } from '../reading/reading.ts';
import { stem } from '../words/stem.ts';
import { synonymsOf } from '../words/synonyms.ts';
import { type Context, entitiesOf, linesOf, variantsOf } from './context.ts';

const WHS = new Set(['who', 'whose', 'what', 'which', 'why', 'how', 'yes-no', 'fragment', 'where', 'when']);
const MOST_TOLD = 400;
const MOST_SHOWN = 5;
const MOST_FOUND = 60;
const GENERIC = new Set(
  'come go get take become make give come go get become thing do happen say tell know name call mean much role kind sort type way part about record lore account story someone anyone'.split(
    ' ',
  ),
);

/**
 * Where no predicate's words fit: claims of the things named whose own words hold every word of the question. It is
 * no search for likeness; one word that is in none of them, and nothing is answered.
 */
export function inWords(context: Context): Draft | undefined {
  const { asked, reader } = context;
  if (!WHS.has(asked.wh) || asked.mentions.length === 0) return undefined;
  const stems = wantedStems(context);
  if (stems.length === 0) return undefined;
  const told = candidates(context);
  const named = asked.mentions.map((mention) => namesOfEntities(mention.entities, reader));
  const fitting = told.filter(
    (claim) => named.every((one) => mentionsAny(claim, one, reader)) && holdsAll(claim, stems, context),
  );
  // A verb that a predicate has must be that predicate's: "built" is not answered by what was destroyed while being built.
  const said = new Set<string>(asked.hits.filter((hit) => hit.score >= 0.9).map((hit) => hit.phrase.predicate.id));
  const isSaid = (claim: Claim): boolean =>
    asked.wh === 'when' ||
    said.size === 0 ||
    // On the side where grammar puts the names nothing was found, so a claim about one of them has it the other way round.
    (said.has(claim.predicate) && !named.some((one) => isAbout(claim, one)));
  const time = timeOf(asked);
  const isAnswer = (claim: Claim): boolean =>
    asked.wh === 'when'
      ? claim.date !== null
      : (asked.wh !== 'who' && asked.wh !== 'whose') || claim.value.kind === 'entity';
  const { main, elsewhere } = scoped(
    fitting.filter((claim) => isAnswer(claim) && isSaid(claim)),
    asked,
    reader,
  );
  const kept = (time === null ? main : timed(main, time.span, reader).sure).slice(0, MOST_SHOWN);
  const others = (time === null ? elsewhere : timed(elsewhere, time.span, reader).sure).slice(0, MOST_SHOWN);
  if (kept.length + others.length === 0) return undefined;
  return {
    status: 'answered',
    intent: 'told-in-words',
    head:
      kept.length === 0
        ? { kind: 'elsewhere-only' }
        : kept.every((claim) => claim.modality !== 'asserted')
          ? { kind: 'perhaps' }
          : { kind: 'told' },
    lines: [...linesOf(kept, 'main', reader), ...linesOf(others, 'elsewhere', reader)],
    variants: variantsOf([...kept, ...others], () => 'statement'),
    predicates: [...new Set([...kept, ...others].map((claim) => claim.predicate as string))],
    entities: entitiesOf(asked),
  };
}

/** Claims about one of the things, and those that only name the one that is told least of. */
function candidates({ asked, reader }: Context): readonly Claim[] {
  const told = entitiesOf(asked)
    .map((entity) => ({ entity, count: reader.claimCount(entity.id) }))
    .sort((a, b) => a.count - b.count);
  const own = told
    .filter(({ count }) => count <= MOST_TOLD)
    .flatMap(({ entity }) => [
      ...reader.claimsBySubject(entity.id),
      ...reader.claimsByObject(entity.id),
      ...reader.claimsByQualifier(entity.id),
    ]);
  const least = told[0]?.entity;
  return onceEach([...own, ...(least === undefined ? [] : reader.claimsByText(least.name, MOST_FOUND))]);
}

function wantedStems({ asked }: Context): readonly string[] {
  return asked.loose
    .filter((at) => !coveredBy(at, asked.mentions))
    .flatMap((at) => asked.tokens[at]?.stem ?? [])
    .filter((one) => !GENERIC.has(one));
}

function holdsAll(claim: Claim, stems: readonly string[], { reader }: Context): boolean {
  const words = new Set(wordsOfClaim(claim, reader).trim().split(' ').map(stem));
  return stems.every((one) => synonymsOf(one).some((other) => words.has(other)));
}
