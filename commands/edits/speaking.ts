import { type EditVoice, editVoice } from '../../src/documents/facts/history.ts';
import { voiceOf } from '../../src/documents/voice.ts';
import type { EditTarget } from '../../src/edit/edit-target.ts';
import type { Lorebook } from '../../src/lorebook/lorebook.ts';
import type { ActContext } from '../command.ts';

/** Where somebody edits, in their own name. */
export function editTarget(context: ActContext): EditTarget {
  const { lorebook, by, at } = context;
  const { read, write, references, log } = lorebook;
  return { read, write, references, log, by, at, rulesByTwo: rulesByTwo(context) };
}

/** The terminal is one person. */
export function rulesByTwo({ lorebook, around }: Pick<ActContext, 'lorebook' | 'around'>): boolean {
  return around.kind === 'discord' && lorebook.settings().two_keepers;
}

/** How edits are told on that server: in its own time. */
export function speaking({ lorebook }: { readonly lorebook: Lorebook }): EditVoice {
  return editVoice(lorebook.log, voiceOf(lorebook.read), lorebook.settings().time_zone);
}
