import { goneDocument, type Parting, partingDocument } from '../src/documents/lorebook/keeping.ts';
import { fold } from '../src/lore/fold.ts';
import { refusal } from '../src/lore/permission.ts';
import { keeping } from '../src/messages/en/keeping.ts';
import type { ActContext, Action, Options, OutFile, Reply } from './command.ts';
import { refused } from './refused.ts';
import { replaceLorebook } from './welcome.ts';

const words = keeping.parting;
/** Longest name Discord lets a server have. */
const LONGEST_NAME = 100;

/** What stands between a lorebook and its end: a copy, a button, the server's name typed. */
export const partingActions: readonly Action[] = [
  { name: 'parting.copy', isSlow: true, run: (context, options) => partingCard(context, partingOf(options)) },
  {
    name: 'parting.ask',
    run: (context, options) => {
      const notAllowed = refusal(context.by, 'set up the lorebook');
      if (notAllowed !== null) return refused(context, notAllowed);
      const field = { name: 'name', label: words.form.label, maxLength: LONGEST_NAME, isRequired: true };
      return { kind: 'form', form: { title: words.form.title, action: 'parting.do', options, fields: [field] } };
    },
  },
  { name: 'parting.do', run: (context, options, { fields }) => part(context, options, fields.name ?? '') },
];

/** Copies the lorebook as it is now, and asks whether it is to go. */
export async function partingCard(context: ActContext, as: Parting): Promise<Reply> {
  const notAllowed = refusal(context.by, 'set up the lorebook');
  if (notAllowed !== null) return refused(context, notAllowed);
  const { around, at } = context;
  const copy = await around.file.copy(around.mostFileBytes, false);
  const files = copy.bytes === null ? [] : [copyFile(copy.bytes, copy.isPacked, at)];
  return {
    kind: 'card',
    document: partingDocument(as, copy),
    json: () => ({ as, bytes: copy.of.bytes, edits: copy.of.edits }),
    files,
  };
}

/** A copy as a file to hand out. */
export function copyFile(bytes: Uint8Array, isPacked: boolean, at: number): OutFile {
  const day = new Date(at).toISOString().slice(0, 10);
  return { name: `lorebook-${day}.db${isPacked ? '.gz' : ''}`, bytes };
}

function part(context: ActContext, options: Options, typed: string): Reply {
  const { lorebook, around, by } = context;
  const notAllowed = refusal(by, 'set up the lorebook');
  if (notAllowed !== null) return refused(context, notAllowed);
  const name = around.serverName ?? '';
  if (!isThatName(typed, name)) return { kind: 'refused', message: words.wrongName(name) };
  const [last] = lorebook.log.edits({ limit: 1 });
  if (String(last?.id ?? 0) !== options.edit) return { kind: 'refused', message: words.changed };
  const as = partingOf(options);
  if (as === 'forget') around.file.forget();
  else replaceLorebook(context, as);
  return { kind: 'card', document: goneDocument(as), json: () => ({ done: as }) };
}

/** Letters count, not how they are dressed; a name without any must be typed as it is. */
function isThatName(typed: string, name: string): boolean {
  if (name === '') return false;
  return (
    typed.trim().normalize('NFC') === name.trim().normalize('NFC') || (fold(name) !== '' && fold(typed) === fold(name))
  );
}

function partingOf({ as }: Options): Parting {
  return as === 'starter' || as === 'empty' ? as : 'forget';
}
