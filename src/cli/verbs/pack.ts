import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { loadPack } from '../../edit/pack/load-pack.ts';
import { loadRulings } from '../../edit/pack/pack-rulings.ts';
import { savePack } from '../../edit/pack/save-pack.ts';
import { openLorebook } from '../../lorebook/open.ts';
import { packFaultText } from '../../messages/en/rows.ts';
import { terminal } from '../../messages/en/terminal.ts';
import type { PackFault } from '../../pack/pack.ts';
import { readPack } from '../../pack/read-folder.ts';
import { writePackFolder } from '../../pack/write-folder.ts';
import { readArguments } from '../arguments.ts';
import { openFor, openOrThrow, stockOrThrow, TERMINAL_ACTOR } from '../open.ts';
import { type Outcome, UsageError } from '../outcome.ts';
import { withPack } from '../pack-source.ts';
import { tookSince } from './look-up.ts';
import type { Verb, VerbContext } from './verb.ts';

const USAGE = 'lore pack check|load FOLDER|FILE.zip, lore pack save FOLDER [--lorebook FILE]';

/** Whole universes as folders. */
export const pack: Verb = {
  name: 'pack',
  usage: USAGE,
  run: (argv, context) => {
    const { words } = readArguments(argv, { flags: [], switches: [], mostWords: 2, usage: USAGE });
    const [action, folder] = words;
    if (folder === undefined) throw new UsageError(terminal.missing('FOLDER', USAGE), 'usage');
    const began = performance.now();
    switch (action) {
      case 'check':
        return withPack(folder, (unpacked) => check(unpacked, folder, began));
      case 'load':
        return withPack(folder, (unpacked) => load(unpacked, folder, context, began));
      case 'save':
        return save(folder, context, began);
      default:
        throw new UsageError(terminal.missing('check, load or save', USAGE), 'usage');
    }
  },
};

/** Loads it into a lorebook in memory: what would fail there is a fault of the pack; `named` is what was typed. */
function check(folder: string, named: string, began: number): Outcome {
  const read = readPack(folder);
  if (!read.ok) return faulty(named, read.problem, began);
  const scratch = openLorebook(':memory:', Date.now);
  if (!scratch.ok) throw new Error(`no lorebook in memory: ${scratch.problem.kind}`);
  const { write, references } = scratch.value;
  const loaded = loadPack(read.value, { writer: write, references, actor: TERMINAL_ACTOR, at: Date.now() });
  const unruled = loaded.ok ? loadRulings(read.value, scratch.value, TERMINAL_ACTOR, Date.now()) : [];
  scratch.value.close();
  if (!loaded.ok) return faulty(named, loaded.problem, began);
  if (unruled.length > 0) return faulty(named, unruled, began);
  const { entities, claims } = loaded.value;
  return {
    exit: 0,
    text: terminal.packGood(named, entities, claims),
    json: { ok: true, entities, claims, faults: [], tookMs: tookSince(began) },
  };
}

function faulty(named: string, problem: readonly PackFault[], began: number): Outcome {
  const lines = problem.map(packFaultText);
  const faults = problem.map((fault) => ({
    file: fault.place.file,
    row: fault.place.row,
    reason: packFaultText(fault),
  }));
  return {
    exit: 2,
    text: lines.join('\n'),
    json: { ok: false, faults, tookMs: tookSince(began) },
    complaint: terminal.packFaults(named, lines.length),
  };
}

function load(folder: string, named: string, { path }: VerbContext, began: number): Outcome {
  if (existsSync(path)) throw new UsageError(terminal.packExists(path));
  const read = readPack(folder);
  if (!read.ok) return faulty(named, read.problem, began);
  const lorebook = stockOrThrow(openOrThrow(path), read.value, path);
  const { entities, claims } = lorebook.read.counts();
  lorebook.close();
  return {
    exit: 0,
    text: terminal.loaded(path, entities, claims),
    json: { lorebook: path, entities, claims, tookMs: tookSince(began) },
  };
}

function save(folder: string, { config, path }: VerbContext, began: number): Outcome {
  if (existsSync(folder) && readdirSync(folder).length > 0) throw new UsageError(terminal.savedFull(folder));
  const lorebook = openFor(config, path);
  try {
    const files = writePackFolder(folder, savePack(lorebook.read, lorebook.references));
    return {
      exit: 0,
      text: terminal.saved(folder, files.length),
      json: { folder, files: files.map((file) => join(folder, file)), tookMs: tookSince(began) },
    };
  } finally {
    lorebook.close();
  }
}
