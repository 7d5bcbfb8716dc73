import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { ImportError, type WrongKind } from './import-problem.ts';

export const SOURCE_KINDS = ['mediawiki', 'table', 'html', 'text', 'note', 'character-book', 'zip', 'pack'] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

const LOOKED_AT = 65_536;

/** First bytes of files that hold no lore. */
const WRONG: readonly (readonly [WrongKind, RegExp])[] = [
  ['picture', /^(?:\x89PNG|\xff\xd8\xff|GIF8|RIFF....WEBP|BM.{4}\0\0\0\0|II\*\0|MM\0\*|\0\0\x01\0)/s],
  ['picture', /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)?(?:<!DOCTYPE svg[^>]*>\s*)?<svg[\s>]/is],
  ['pdf', /^%PDF/],
  ['archive', /^(?:\x1f\x8b|BZh|7z\xbc\xaf|Rar!|\xfd7zXZ|\x28\xb5\x2f\xfd|.{257}ustar)/s],
  ['database', /^SQLite format 3\0/],
  ['program', /^(?:\x7fELF|MZ.{30}|\xca\xfe\xba\xbe|\xcf\xfa\xed\xfe)/s],
  ['sound', /^(?:ID3|OggS|RIFF....(?:WAVE|AVI )|fLaC|....ftyp)/s],
  ['office', /^\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1/],
];

export interface Sniffed {
  readonly kind: SourceKind;
  /** Another encoding than UTF-8 that its first bytes name. */
  readonly encoding: string | null;
}

/** Tells what a file is by what is in it, never by its name. Throws ImportError for what holds no lore. */
export function sniff(path: string): Sniffed {
  const { bytes, size } = headOf(path);
  if (size === 0) throw new ImportError({ kind: 'empty-file', path });
  const latin = bytes.toString('latin1');
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
  const wrong = encoding === null ? WRONG.find(([, pattern]) => pattern.test(latin)) : undefined;
  if (wrong !== undefined) throw new ImportError({ kind: 'wrong-kind', path, what: wrong[0] });
  if (/^PK(?:\x03\x04|\x05\x06)/.test(latin)) return { kind: 'zip', encoding: null };
  const text = new TextDecoder(encoding ?? 'utf-8').decode(bytes).replace(/^\uFEFF/, '');
  const head = text.trimStart();
  if (head === '') throw new ImportError({ kind: 'empty-file', path });
  if (/^b(['"])</.test(head)) throw new ImportError({ kind: 'python-bytes', path });
  if (encoding === null && text.includes('\0')) throw new ImportError({ kind: 'wrong-kind', path, what: 'binary' });
  return { kind: kindOf(head, path), encoding };
}

function kindOf(head: string, path: string): SourceKind {
  if (/<mediawiki[\s>]/i.test(head.slice(0, 4000))) return 'mediawiki';
  if (/^<!doctype html|^<html[\s>]|^<(?:head|body|article|main)[\s>]/i.test(head)) return 'html';
  if (/^<\?xml/i.test(head)) {
    if (/<html[\s>]/i.test(head.slice(0, 4000))) return 'html';
    if (/<!DOCTYPE|<!ENTITY/i.test(head))
      throw new ImportError({ kind: 'doctype', path, line: lineOf(head, /<!DOCTYPE|<!ENTITY/i) });
    throw new ImportError({ kind: 'not-an-export', path });
  }
  if (/^<!DOCTYPE/i.test(head)) throw new ImportError({ kind: 'doctype', path, line: 1 });
  if (head.startsWith('{')) return isBook(head) ? 'character-book' : 'table';
  if (/^\[\s*\{/.test(head)) return 'table';
  if (/^---[ \t]*\r?\n/.test(head)) return 'note';
  if (/^<[a-z][^>]*>/i.test(head) && /<\/(?:p|div|span|h\d|body)>/i.test(head)) return 'html';
  if (isTable(head)) return 'table';
  return isNote(head) ? 'note' : 'text';
}

/** chara_card_v2 and v3, and the world books of SillyTavern. */
function isBook(head: string): boolean {
  return /"spec"\s*:\s*"chara_card_v\d|"character_book"\s*:|"(?:lorebook|world_info)"|"entries"\s*:\s*[[{]/.test(head);
}

/** A header and a row of as many cells, with the same mark between them. */
function isTable(head: string): boolean {
  const lines = head.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '');
  const [first = '', second] = lines;
  const mark = ['\t', ';', ','].find((one) => cells(first, one) > 1);
  if (mark === undefined) return false;
  const header = first.split(mark).map((cell) => cell.replaceAll('"', '').trim());
  // A header names columns: short, none empty, none a sentence.
  if (header.some((cell) => cell.length > 60 || /[.!?]$/.test(cell) || cell.split(/\s+/).length > 6)) return false;
  if (header.filter((cell) => cell === '').length > 1) return false;
  if (second === undefined) return lines.length === 1 && header.every((cell) => !cell.includes(' '));
  // A quoted cell may run on, so that the next line is cut short.
  return cells(second, mark) === header.length || second.includes('"') || cells(second, mark) >= header.length / 2;
}

/** How many cells a line has; marks inside quotes do not count. */
function cells(line: string, mark: string): number {
  return line.replace(/"(?:[^"]|"")*"?/g, '').split(mark).length;
}

/** Markdown as vaults hold it: links in double brackets, tags, headings. */
function isNote(head: string): boolean {
  return /\[\[[^\]\n]+\]\]/.test(head) || /^#{1,6}\s\S/m.test(head);
}

function lineOf(head: string, pattern: RegExp): number {
  return head.slice(0, head.search(pattern)).split('\n').length;
}

function headOf(path: string): { bytes: Buffer; size: number } {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch {
    throw new ImportError({ kind: 'no-such-file', path });
  }
  try {
    const stat = fstatSync(file);
    if (!stat.isFile()) throw new ImportError({ kind: 'no-such-file', path });
    const bytes = Buffer.alloc(Math.min(LOOKED_AT, stat.size));
    const read = readSync(file, bytes, 0, bytes.length, 0);
    return { bytes: bytes.subarray(0, read), size: stat.size };
  } finally {
    closeSync(file);
  }
}
