import type { Comparison } from '../lookup/compare.ts';
import type { Fact } from '../lookup/facts.ts';
import { ambiguousJson, claimsJson } from './claim-json.ts';
import { findingsOfFactsJson } from './findings-json.ts';
import type { Voice } from './voice.ts';

/** An account's claims beside another's, as programs read them. */
export function compareJson(view: Comparison, voice: Voice) {
  switch (view.status) {
    case 'ambiguous':
      return ambiguousJson(view.readings, voice);
    case 'unknown-account':
      return { status: 'not-recorded', items: [], conflicts: [], accounts: view.known.map((account) => account.title) };
    case 'same-account':
    case 'not-recorded':
      return { status: 'not-recorded', items: [], conflicts: [] };
    case 'answered': {
      const { agree, differ, onlyA, onlyB } = view;
      const items = [
        ...differ.map((one) => ({ relation: 'differ', ...sides(one.a, one.b, voice) })),
        ...agree.map((told) => ({ relation: 'agree', ...sides([told], [told], voice, view.a.id, view.b.id) })),
        ...onlyA.map((told) => ({ relation: 'only-a', ...sides([told], [], voice) })),
        ...onlyB.map((told) => ({ relation: 'only-b', ...sides([], [told], voice) })),
      ];
      const facts = [...agree, ...onlyA, ...onlyB, ...differ.flatMap((one) => [...one.a, ...one.b])];
      return {
        status: view.status,
        entity: view.about.slug,
        a: view.a.title,
        b: view.b.title,
        items,
        conflicts: findingsOfFactsJson(facts, voice),
      };
    }
  }
}

/** Each side's claims; where both tell one fact, those of its own account. */
function sides(a: readonly Fact[], b: readonly Fact[], voice: Voice, accountA?: number, accountB?: number) {
  const claims = (facts: readonly Fact[], account: number | undefined) =>
    claimsJson(
      facts.flatMap((told) => told.claims).filter((claim) => account === undefined || claim.account === account),
      voice,
    );
  return { a: claims(a, accountA), b: claims(b, accountB) };
}
