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
  const used = own.length > 0 ? own : answer.variants;
  return [...new Set(used.map((variant) => variantText(variant, voice)).filter((text) => text !== ''))];
}
