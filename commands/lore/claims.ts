import { claimsDocument, claimsListJson } from '../../src/documents/claims.ts';
import { voiceOf } from '../../src/documents/voice.ts';
import type { ClaimId } from '../../src/lore/ids.ts';
import { commands } from '../../src/messages/en/commands.ts';
import type { LookupCommand } from '../command.ts';

/** The claims behind an answer, one by one: what the button "Who says so" opens. */
export const claims = {
  name: 'claims',
  description: commands.lore.claims.description,
  options: [{ name: 'ids', description: commands.lore.claims.ids, type: 'string', isRequired: true, maxLength: 100 }],
  positional: ['ids'],
  isHidden: true,
  answer: (lorebook, options) => {
    const voice = voiceOf(lorebook.read);
    const ids = (options.ids ?? '').match(/\d{1,15}/g) ?? [];
    const found = ids.flatMap((id) => lorebook.read.claim(Number(id) as ClaimId) ?? []);
    return {
      kind: 'answered',
      isFound: found.length > 0,
      document: claimsDocument(found, voice),
      json: () => claimsListJson(found, voice),
      again: options,
    };
  },
} satisfies LookupCommand;
