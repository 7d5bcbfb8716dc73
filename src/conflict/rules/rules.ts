import type { Source } from '../source.ts';
import { r1Naming, r1Value } from './r1-value.ts';
import { r2Once, r2Repeatable } from './r2-date.ts';
import { r3Holder, r3Value, r4Holder, r4Value } from './r3-holder.ts';
import { r5Quantity } from './r5-quantity.ts';
import { r6Denial } from './r6-denial.ts';
import { r7Exclusive } from './r7-exclusive.ts';
import { r8Sets } from './r8-sets.ts';
import { r22Motive } from './r22-motive.ts';
import type { HolderRule, SubjectRule } from './rule.ts';

/** The one list of rules over a subject's claims; an order in which the more telling comes first. */
export function subjectRules(source: Source): readonly SubjectRule[] {
  const known = bySource.get(source);
  if (known !== undefined) return known;
  const rules: readonly SubjectRule[] = [
    r1Value,
    r1Naming,
    r2Once,
    r2Repeatable,
    r3Value,
    r4Value,
    r5Quantity,
    r6Denial,
    r7Exclusive,
    r8Sets,
    r22Motive(source),
  ];
  bySource.set(source, rules);
  return rules;
}

const bySource = new WeakMap<Source, readonly SubjectRule[]>();

export const HOLDER_RULES: readonly HolderRule[] = [r3Holder, r4Holder];
