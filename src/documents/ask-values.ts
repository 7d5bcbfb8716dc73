import type { Answer, Variant } from '../ask/answer.ts';
import type { Voice } from './voice.ts';

/** What a variant gives as its answer, in words: a name, a date, a text, or the whole statement. */
export function variantText({ claim, part }: Variant, voice: Voice): string {
  switch (part) {
    case 'value':
      return voice.value(claim);
    case 'subject':
      return voice.name(claim.subject);
    case 'date':
      return voice.date(claim);
    case 'statement':
      return voice.statement(claim);
    case 'work':
      return voice.whoSays([claim]);
  }
}

/** The different values of the answer's own timeline, as they are said. */
export function valuesSaid(answer: Answer, voice: Voice): readonly string[] {
  const main = new Set(
    answer.lines.flatMap((line) =>
      line.kind === 'fact' && line.role !== 'elsewhere' ? line.fact.claims.map((claim) => claim.id) : [],
    ),
  );
  const own = answer.variants.filter((variant) => variant.claims.some((id) => main.has(id)));
  const used = mostPrecise(own.length > 0 ? own : answer.variants);
  return [...new Set(used.map((variant) => variantText(variant, voice)).filter((text) => text !== ''))];
}

/** Without the dates that say the same as another one with less: 2371 beside 5 March 2371. */
export function mostPrecise(variants: readonly Variant[]): readonly Variant[] {
  const holds = (wide: Variant, narrow: Variant): boolean => {
    const [a, b] = [wide.claim.bounds, narrow.claim.bounds];
    const isKnown = a.sLo !== null && a.sHi !== null && b.sLo !== null && b.sHi !== null;
    return isKnown && a.sLo <= b.sLo && a.sHi >= b.sHi && a.sHi - a.sLo > b.sHi - b.sLo;
  };
  return variants.filter(
    (one) =>
      one.part !== 'date' ||
      !variants.some((other) => other.part === 'date' && other.continuity === one.continuity && holds(one, other)),
  );
}
