import { encodingNamed } from '../../src/import/encodings.ts';
import { keepUploads } from '../../src/jobs/kept-uploads.ts';
import { refusal } from '../../src/lore/permission.ts';
import { commands } from '../../src/messages/en/commands.ts';
import { importActs } from '../../src/messages/en/import.ts';
import type { ActCommand } from '../command.ts';
import { createOption } from '../fact-options.ts';
import { addBatch, batchActions, previewBatch } from '../imports/batch.ts';
import { accountOption } from '../options.ts';
import { refused } from '../refused.ts';

const words = commands.fact.import;
const MOST_BYTES = 25 * 1000 * 1000;

/** Claims in bulk: a dry run first, then all of it or the good rows, as one entry of the history. */
export const importFacts = {
  name: 'import',
  description: words.description,
  options: [
    { name: 'file', description: words.file, type: 'attachment', isRequired: true },
    accountOption('account', words.account),
    createOption,
    { name: 'encoding', description: words.encoding, type: 'string', maxLength: 40 },
  ],
  isSlow: true,
  actions: batchActions,
  run: async (context, options) => {
    const missing = refusal(context.by, 'import facts');
    if (missing !== null) return refused(context, missing);
    const { file } = context.files;
    if (file === undefined) return { kind: 'refused', message: words.needsFile };
    const encoding = options.encoding?.trim() || null;
    if (encoding !== null && encodingNamed(encoding) === null) {
      return { kind: 'refused', message: importActs.unknownEncoding(encoding) };
    }
    const [path = ''] = await keepUploads([() => file.read(MOST_BYTES)], context.at);
    const account = options.account?.trim() || file.name.replace(/\.[^.]+$/, '').slice(0, 200) || file.name;
    const asked = { path, name: file.name, account, encoding, canCreate: options.create === 'true' };
    return context.around.kind === 'terminal' ? addBatch(context, asked) : previewBatch(context, asked);
  },
} satisfies ActCommand;
