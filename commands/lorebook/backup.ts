import { backupDocument } from '../../src/documents/lorebook/keeping.ts';
import { noteBackup } from '../../src/edit/note-backup.ts';
import { refusal } from '../../src/lore/permission.ts';
import { commands } from '../../src/messages/en/commands.ts';
import type { ActCommand, ActContext, Reply } from '../command.ts';
import { copyFile } from '../parting.ts';
import { refused } from '../refused.ts';

export const backup = {
  name: 'backup',
  description: commands.lorebook.backup.description,
  options: [],
  isSlow: true,
  run,
} satisfies ActCommand;

async function run(context: ActContext): Promise<Reply> {
  const { around, by, at } = context;
  const notAllowed = refusal(by, 'set up the lorebook');
  if (notAllowed !== null) return refused(context, notAllowed);
  const copy = await around.file.copy(around.mostFileBytes, true);
  const lorebook = around.file.again();
  if (lorebook !== null) noteBackup({ write: lorebook.write, by, at }, copy.of);
  const file = copyFile(copy.bytes ?? new Uint8Array(), copy.isPacked, at);
  const { bytes, edits, faults, brokenEdit } = copy.of;
  return {
    kind: 'card',
    document: backupDocument(copy, file.name, around.kind === 'discord'),
    json: () => ({ bytes, edits, sound: faults.length === 0, broken_edit: brokenEdit, kept: copy.isKept }),
    files: copy.bytes === null ? [] : [file],
  };
}
