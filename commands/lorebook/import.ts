import { encodingNamed } from '../../src/import/encodings.ts';
import { keepUploads } from '../../src/jobs/kept-uploads.ts';
import { refusal } from '../../src/lore/permission.ts';
import { commands } from '../../src/messages/en/commands.ts';
import { importActs as acts } from '../../src/messages/en/import.ts';
import type { ActCommand } from '../command.ts';
import { importActions, previewImport } from '../imports/preview.ts';
import { refused } from '../refused.ts';

const words = commands.lorebook.import;
/** Discord takes larger ones only from servers with boosts. */
const MOST_BYTES = 100 * 1024 * 1024;
const FILES = ['file', 'file2', 'file3', 'file4', 'file5', 'file6', 'file7', 'file8', 'file9', 'file10'] as const;

export const importLore = {
  name: 'import',
  description: words.description,
  options: [
    { name: 'file', description: words.file, type: 'attachment', isRequired: true },
    ...FILES.slice(1).map((name) => ({ name, description: words.moreFiles, type: 'attachment' as const })),
    { name: 'account', description: words.account, type: 'string', maxLength: 200 },
    { name: 'encoding', description: words.encoding, type: 'string', maxLength: 40 },
  ],
  isSlow: true,
  actions: importActions,
  run: async (context, options) => {
    const missing = refusal(context.by, 'set up the lorebook');
    if (missing !== null) return refused(context, missing);
    const files = FILES.flatMap((name) => context.files[name] ?? []);
    const [first] = files;
    if (first === undefined) return { kind: 'refused', message: acts.needsFile };
    const encoding = options.encoding?.trim() ?? '';
    if (encoding !== '' && encodingNamed(encoding) === null)
      return { kind: 'refused', message: acts.unknownEncoding(encoding) };
    const paths = await keepUploads(
      files.map((file) => () => file.read(MOST_BYTES)),
      context.at,
    );
    return previewImport(context, {
      paths: [...paths],
      names: files.map(({ name }) => name),
      title: options.account?.trim() || first.name.replace(/\.[^.]+$/, '') || first.name,
      encoding: encoding === '' ? null : encoding,
      mapping: null,
      isPartial: false,
    });
  },
} satisfies ActCommand;
