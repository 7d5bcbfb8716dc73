import { stem } from './stem.ts';

/** Everyday English: words of one line may stand for each other. */
const GROUPS = `help helped aid aiding assist assistance support backing
equal equality equals parity
weak weakness weaken weakened
strong strength stronger powerful power
rebel rebellion revolt uprising rising rebels
rich wealth wealthy
kill killed slay murder
flee fled escape escaped
refuse refused reject rejected
unhappy resent resented discontent
begin start outbreak origin
end finish finished
stop stopped foil foiled thwart thwarted prevent prevented wreck wrecked
steal stole theft took taken
destroy destroyed ruin ruined cripple crippled
replace replaced replacing impostor
believe believed belief thought think
want wanted wish wished seek sought
fear feared afraid
fast quick haste hurry hurriedly
build built make made construct constructed
say said claim claimed word told`
  .split('\n')
  .map((line) => line.split(' ').map(stem));

const byWord = new Map<string, readonly string[]>();
for (const group of GROUPS) for (const word of group) byWord.set(word, [...(byWord.get(word) ?? []), ...group]);

/** The stem itself and those that may stand for it. */
export function synonymsOf(one: string): readonly string[] {
  return [one, ...(byWord.get(one) ?? [])];
}
