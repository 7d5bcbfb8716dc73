import { exportDocument } from '../../src/documents/lorebook/export.ts';
import { EXPORT_FORMATS, isExportFormat } from '../../src/export/formats.ts';
import { startJob } from '../../src/jobs/start-job.ts';
import { refusal } from '../../src/lore/permission.ts';
import { commands } from '../../src/messages/en/commands.ts';
import { exportWords } from '../../src/messages/en/export.ts';
import { jobProblemText } from '../../src/messages/en/import.ts';
import type { ActCommand, ActContext, Options, Reply } from '../command.ts';
import { refused } from '../refused.ts';

/** What one person's data is belongs to that person: /lore privacy hands it out. */
const FORMATS = EXPORT_FORMATS.filter((format) => format !== 'member');

export const exportLore = {
  name: 'export',
  description: commands.lorebook.export.description,
  options: [
    {
      name: 'format',
      description: commands.lorebook.export.format,
      type: 'string',
      maxLength: 20,
      suggest: () => FORMATS.map((format) => ({ name: `${format}: ${exportWords.formats[format]}`, value: format })),
    },
  ],
  positional: ['format'],
  isSlow: true,
  run,
} satisfies ActCommand;

/** In a thread of its own: a large lorebook takes longer than the bot may stand still. */
async function run(context: ActContext, options: Options): Promise<Reply> {
  const { lorebook, around, by, at } = context;
  const notAllowed = refusal(by, 'set up the lorebook');
  if (notAllowed !== null) return refused(context, notAllowed);
  const format = options.format?.trim().toLowerCase() || 'pack';
  if (!isExportFormat(format) || format === 'member') {
    return { kind: 'refused', message: exportWords.unknownFormat(format, FORMATS) };
  }
  const { title } = lorebook.read.profile;
  const input = { format, mostBytes: around.mostFileBytes, at };
  const done = await startJob({ name: 'export', path: lorebook.path, input }).done;
  if (!done.ok) return { kind: 'refused', message: jobProblemText(done.problem) };
  if (done.value.kind === 'too-large') {
    return { kind: 'refused', message: exportWords.tooLarge(Math.floor(around.mostFileBytes / 1_000_000)) };
  }
  const { name, bytes } = done.value;
  return {
    kind: 'card',
    document: exportDocument({ title, format, name, bytes: bytes.length }),
    json: () => ({ format, name, bytes: bytes.length }),
    files: [{ name, bytes }],
  };
}
