import type { Actor } from './writer.ts';

/** What somebody is on a server, least first: each may do what those before may. */
export const LEVELS = ['reader', 'scribe', 'keeper', 'admin'] as const;
export type Level = (typeof LEVELS)[number];

/** Somebody who wants to do something, with the rights they have at this moment. */
export interface Standing {
  readonly actor: Actor;
  readonly level: Level;
  /** True where scribes may change only what they themselves added. */
  readonly isOwnOnly: boolean;
}

/** What can be done, and what one must at least be for it. */
const NEEDED = {
  'look up': 'reader',
  suggest: 'reader',
  'change suggestions': 'reader',
  'add facts': 'scribe',
  'change facts': 'scribe',
  'import facts': 'scribe',
  'see the history': 'scribe',
  'undo edits': 'scribe',
  'merge and split': 'keeper',
  'review suggestions': 'keeper',
  'see unanswered questions': 'keeper',
  'rule on conflicts': 'keeper',
  'see how answers were read': 'keeper',
  'set up the lorebook': 'admin',
} as const satisfies Record<string, Level>;
export type Deed = keyof typeof NEEDED;

/** Why somebody may not: the least level that may, or that it is not their own. */
export type Refusal =
  | { readonly kind: 'not-allowed'; readonly deed: Deed; readonly needs: Level }
  | { readonly kind: 'not-yours'; readonly deed: Deed; readonly needs: Level };

/**
 * Whether somebody may do something to a thing; null = they may. `owner` is the ref of whoever added the thing (null =
 * nobody known), left out where nothing that is there already is touched. The one place where rights are decided.
 */
export function refusal(who: Standing, deed: Deed, owner?: string | null): Refusal | null {
  const needs = NEEDED[deed];
  if (rank(who.level) < rank(needs)) return { kind: 'not-allowed', deed, needs };
  if (owner === undefined || owner === who.actor.ref || rank(who.level) >= rank('keeper')) return null;
  // Other people's edits and suggestions are for keepers, whatever else scribes may change.
  if (deed === 'undo edits' || deed === 'change suggestions' || who.isOwnOnly)
    return { kind: 'not-yours', deed, needs: 'keeper' };
  return null;
}

function rank(level: Level): number {
  return LEVELS.indexOf(level);
}
