import { claimsOf, type Finding, hasSign } from '../lore/finding.ts';
import { predicateWords } from '../messages/en/predicates.ts';
import type { Voice } from './voice.ts';

/** What a finding is about, in a line. */
export function titleOfFinding(finding: Finding, voice: Voice): string {
  const { title } = finding.detail;
  if (typeof title === 'string' && title !== '') return title;
  const words = predicateWords(finding.predicate, voice.reader.predicates.get(finding.predicate)?.phrases ?? []);
  return `${voice.name(finding.subject)}, ${words.replace('%', '…')}`;
}

/** Of a side that many tell, the first few speak for it. */
const MOST_NAMED = 4;

function whyOfFinding(finding: Finding, voice: Voice): string {
  const { why } = finding.detail;
  if (typeof why === 'string' && why !== '') return why;
  const sides = finding.sides.map((side) => {
    const claims = side.slice(0, MOST_NAMED).flatMap((id) => voice.reader.claim(id) ?? []);
    const [first] = claims;
    return first === undefined ? '' : `${voice.statement(first).replace(/[.]$/, '')} (${voice.whoSays(claims)})`;
  });
  return `${sides.filter((side) => side !== '').join('; ')}.`;
}

export function conflictJson(finding: Finding, voice: Voice) {
  return {
    id: finding.id,
    class: finding.class,
    severity: finding.severity,
    sign: hasSign(finding),
    title: titleOfFinding(finding, voice),
    why: whyOfFinding(finding, voice),
    claims: claimsOf(finding),
    notes: finding.notes,
    ruling: null,
  };
}
