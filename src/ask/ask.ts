import { hasSign } from '../lore/finding.ts';
import { onceEach } from '../lore/once-each.ts';
import type { LoreReader } from '../lore/reader.ts';
import { type Answer, claimsOfLine, type Draft, type Line, type NotUnderstood } from './answer.ts';
import { examplesOf } from './examples.ts';
import { linesOf } from './plan/context.ts';
import { passagesFor } from './plan/passages.ts';
import { planOf } from './plan/plans.ts';
import { withOccasion } from './reading/occasion.ts';
import type { Understanding } from './reading/reading.ts';
import { refusalOf } from './reading/refusal.ts';
import { understand } from './reading/understand.ts';
import { remembering } from './remembering.ts';
import { tidied } from './words/tokens.ts';

/** Answers a question in plain words from the claims of a lorebook. The same question gives the same answer. */
export function ask(question: string, lorebook: LoreReader): Answer {
  const reader = remembering(lorebook);
  const text = tidied(question.slice(0, LONGEST_READ));
  const refused = refusalOf(question, text, reader);
  if (refused !== null) return notUnderstood(question, refused.why, refused.parts, reader);
  const asked = withOccasion({ asked: understand(text, reader), reader });
  const draft = planOf({ asked, reader });
  if (draft === undefined) {
    const why = /[^\P{L}\p{Script=Latin}]/u.test(text) ? 'language' : 'nothing-known';
    const quotes = why === 'nothing-known' ? passagesFor(asked, reader) : [];
    return { ...notUnderstood(question, why, [], reader), quotes, understanding: asked };
  }
  return answerOf(question, asked, draft, reader);
}

const LONGEST_READ = 2000;
const MOST_SHOWN = 500;
/** A long list says enough without what stands against each line. */
const MOST_LINES = 12;

function answerOf(question: string, asked: Understanding, draft: Draft, reader: LoreReader): Answer {
  const lines = withOtherSides(draft, reader);
  const claims = onceEach(lines.flatMap(claimsOfLine));
  const ids = new Set(claims.map((claim) => claim.id));
  return {
    question: question.slice(0, MOST_SHOWN),
    status: draft.status,
    intent: draft.intent,
    head: draft.head,
    lines,
    variants: draft.variants ?? [],
    claims,
    findings: claims.length === 0 ? [] : reader.findingsOf(claims.map((claim) => claim.id)),
    readings: draft.readings ?? [],
    corrected: asked.corrected,
    related: (draft.related ?? []).filter((claim) => !ids.has(claim.id)),
    quotes: draft.status === 'not-recorded' ? passagesFor(asked, reader) : [],
    understanding: asked,
    predicates: draft.predicates ?? [],
    entities: draft.entities ?? [],
    examples: [],
  };
}

/** What stands against the answer: the other sides of disagreements on the very thing that was asked. */
function withOtherSides(draft: Draft, reader: LoreReader): readonly Line[] {
  if (draft.status !== 'answered' || draft.lines.length > MOST_LINES) return draft.lines;
  const told = new Set(draft.lines.flatMap(claimsOfLine).map((claim) => claim.id));
  if (told.size === 0) return draft.lines;
  const others = reader
    .findingsOf([...told])
    .filter(
      (finding) => finding.class === 'conflict' && hasSign(finding) && draft.predicates?.includes(finding.predicate),
    )
    .flatMap((finding) => finding.sides.flat())
    .filter((id) => !told.has(id));
  return [
    ...draft.lines,
    ...linesOf(
      [...new Set(others)].flatMap((id) => reader.claim(id) ?? []),
      'other-side',
      reader,
    ),
  ];
}

function notUnderstood(question: string, why: NotUnderstood, parts: readonly string[], reader: LoreReader): Answer {
  return {
    question: question.slice(0, MOST_SHOWN),
    status: 'not-understood',
    intent: 'none',
    head: { kind: 'not-understood', why, parts },
    lines: [],
    variants: [],
    claims: [],
    findings: [],
    readings: [],
    corrected: [],
    related: [],
    quotes: [],
    understanding: null,
    predicates: [],
    entities: [],
    examples: examplesOf(reader),
  };
}
