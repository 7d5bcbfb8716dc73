import { isCompared } from '../../src/conflict/fact.ts';
import { dateText, valueText } from '../../src/conflict/values.ts';
import { hasSign } from '../../src/lore/finding.ts';
import { fold } from '../../src/lore/fold.ts';
import type { Label, LabelledWorld, Pair } from './labelled.ts';
import { type Sketch, sketch } from './sketch.ts';

/** Says of a pair what a reader would: whether it is a dispute, and of which class. */
export interface Judge {
  readonly name: string;
  judge(world: LabelledWorld, pair: Pair): Label;
}

/** The project's own engine. */
export const engine: Judge = {
  name: 'this engine',
  judge: (world, pair) => {
    const { findings } = sketched(world, pair);
    const signed = findings.find(hasSign);
    if (signed !== undefined) return signed.class === 'temporal' ? 'temporal' : 'conflict';
    return findings.some((finding) => finding.class === 'divergence') ? 'divergence' : 'none';
  },
};

/** Any two distinct values of a property differ, whoever tells them and of what time. */
export const anyTwoValues: Judge = {
  name: 'any two distinct values of a property',
  judge: (world, pair) => {
    const { world: lore, facts } = sketched(world, pair);
    const [a, b] = facts;
    if (a === undefined || b === undefined || a.subject !== b.subject || a.predicate !== b.predicate) return 'none';
    const text = (fact: typeof a) => fold(`${valueText(lore, fact)} ${dateText(fact)}`);
    return text(a) === text(b) ? 'none' : 'conflict';
  },
};

/** Two values of a property that is declared to have one, without time and without timelines. */
export const singleValued: Judge = {
  name: 'single-valued properties only, no time, no continuity',
  judge: (world, pair) => {
    const { world: lore, facts } = sketched(world, pair);
    const [a, b] = facts;
    if (a === undefined || b === undefined || a.predicate !== b.predicate || !isCompared(a) || !isCompared(b))
      return 'none';
    const cardinality = lore.predicates.get(a.predicate)?.cardinality;
    if (cardinality === 'n' || cardinality === 'set' || cardinality === undefined) return 'none';
    if (cardinality === '1o@t') return a.object === b.object && a.subject !== b.subject ? 'conflict' : 'none';
    const value = (fact: typeof a) => (fact.kind === 'date' ? dateText(fact) : valueText(lore, fact));
    return a.subject === b.subject && value(a) !== value(b) ? 'conflict' : 'none';
  },
};

export const JUDGES: readonly Judge[] = [engine, singleValued, anyTwoValues];

function sketched(world: LabelledWorld, pair: Pair): Sketch {
  return sketch(world.cast, [...pair.rows, ...pair.context]);
}

export interface Score {
  readonly pairs: number;
  /** Of the pairs flagged, how many a reader flags too; of those a reader flags, how many were. */
  readonly precision: number;
  readonly recall: number;
  readonly falseSigns: number;
  /** Pairs of which the class is the reader's, divergences and silence among them. */
  readonly rightClass: number;
  readonly wrong: readonly { readonly pair: Pair; readonly said: Label }[];
}

const isFlag = (label: Label): boolean => label === 'conflict' || label === 'temporal';

export function scoreOf(judge: Judge, worlds: readonly LabelledWorld[]): Score {
  const said = worlds.flatMap((world) => world.pairs.map((pair) => ({ pair, said: judge.judge(world, pair) })));
  const flagged = said.filter((each) => isFlag(each.said));
  const due = said.filter(({ pair }) => isFlag(pair.label));
  const hits = flagged.filter(({ pair }) => isFlag(pair.label)).length;
  return {
    pairs: said.length,
    precision: flagged.length === 0 ? Number.NaN : hits / flagged.length,
    recall: due.length === 0 ? Number.NaN : hits / due.length,
    falseSigns: flagged.length - hits,
    rightClass: said.filter(({ pair, said: label }) => pair.label === label).length / said.length,
    wrong: said.filter(({ pair, said: label }) => pair.label !== label),
  };
}
