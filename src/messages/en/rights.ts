import type { Deed, Level, Refusal } from '../../lore/permission.ts';
import { common } from './common.ts';

const LEVELS: Readonly<Record<Level, string>> = {
  reader: 'a member of this server',
  scribe: 'a scribe',
  keeper: 'a keeper',
  admin: 'an admin (Manage Server)',
};

const DEEDS: Readonly<Record<Deed, string>> = {
  'look up': 'look things up',
  suggest: 'suggest facts',
  'change suggestions': 'change suggestions',
  'add facts': 'add facts',
  'change facts': 'change facts',
  'import facts': 'import facts',
  'see the history': 'see the history',
  'undo edits': 'undo edits',
  'merge and split': 'merge and split entries',
  'review suggestions': 'review suggestions',
  'see unanswered questions': 'see unanswered questions',
  'rule on conflicts': 'rule on conflicts',
  'see how answers were read': 'see how answers were read',
  'set up the lorebook': 'set up the lorebook',
};

export const rights = {
  /** What right is missing, and who has it: the names of the roles that give it. */
  refused: (refusal: Refusal, roles: readonly string[]): string => {
    const what = DEEDS[refusal.deed];
    const who = LEVELS[refusal.needs];
    if (refusal.kind === 'not-yours') {
      return `You may ${what} only where you yourself added them: ${who} may do it for all${given(refusal.needs, roles)}.`;
    }
    const instead = refusal.needs === 'scribe' ? ' Anyone can propose a fact with /lore suggest.' : '';
    return `Only ${who} may ${what}${given(refusal.needs, roles)}.${instead}`;
  },
} as const;

function given(needs: Level, roles: readonly string[]): string {
  if (needs === 'reader' || needs === 'admin') return '';
  if (roles.length === 0) return ', and no role makes one yet: an admin chooses roles with /lorebook roles';
  return `; ${roles.length === 1 ? 'the role' : 'the roles'} ${common.or(roles)} ${roles.length === 1 ? 'makes' : 'make'} one`;
}
