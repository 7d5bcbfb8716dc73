import type { Examination, FileCopy } from '../../lore/keeping.ts';
import { type Document, fact, type Line, line, small } from '../../messages/document.ts';
import { keeping as words } from '../../messages/en/keeping.ts';

export type Parting = 'forget' | 'starter' | 'empty';

/** What a check of a whole lorebook, or of a copy of one, found. */
function soundnessLines({ faults, brokenEdit, edits }: Examination): Line[] {
  const { sound, unsound, broken } = words.backup;
  if (faults.length === 0 && brokenEdit === null) return [line(sound(edits))];
  return [
    ...(faults.length === 0 ? [] : [line({ strong: unsound(faults) })]),
    ...(brokenEdit === null ? [] : [line({ strong: broken(brokenEdit) })]),
  ];
}

/** A copy that was asked for. */
export function backupDocument({ bytes, isPacked, of }: FileCopy, file: string, isDiscord: boolean): Document {
  const kept = isDiscord ? words.backup.kept(of.bytes) : words.backup.here(of.bytes);
  const said = [line(bytes === null ? kept : words.backup.handedOut(bytes.byteLength))];
  return {
    tone: 'plain',
    heading: words.backup.heading,
    items: [fact(...said, ...soundnessLines(of))],
    closing: bytes === null ? [] : [small(isPacked ? words.backup.packed : words.backup.open(file))],
    links: [],
  };
}

/** The last word before a lorebook goes, with the copy beside it. */
export function partingDocument(as: Parting, { bytes, isPacked, of }: FileCopy): Document {
  const { parting } = words;
  return {
    tone: 'plain',
    heading: parting.heading[as],
    items: [
      fact(line(parting.goes[as]), line({ strong: parting.cannot })),
      fact(line(bytes === null ? parting.noCopy(of.bytes) : parting.copy), ...soundnessLines(of)),
    ],
    closing: isPacked ? [small(words.backup.packed)] : [],
    links: [
      {
        label: parting.button[as],
        verb: 'do',
        command: 'parting.ask',
        options: { as, edit: String(of.lastEdit) },
        style: 'danger',
      },
    ],
  };
}

/** Said once a lorebook was deleted or begun anew. */
export function goneDocument(as: Parting): Document {
  const { done, doneNext } = words.parting;
  return { tone: 'plain', heading: done[as], items: [fact(line(doneNext[as]))], links: [] };
}
