import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { importDocument, importJson } from '../../documents/lorebook/import.ts';
import { encodingNamed } from '../../import/encodings.ts';
import { writeMapping } from '../../import/mapping/mapping-text.ts';
import { SOURCE_KINDS } from '../../import/sniff.ts';
import type { ImportInput, ImportOutcome } from '../../jobs/import-job.ts';
import { startJob } from '../../jobs/start-job.ts';
import { importProblemText, importWords, jobProblemText, mappingFaultText } from '../../messages/en/import.ts';
import { rights } from '../../messages/en/rights.ts';
import { terminal } from '../../messages/en/terminal.ts';
import { readArguments } from '../arguments.ts';
import { AT_TERMINAL, openFor } from '../open.ts';
import { type Outcome, UsageError } from '../outcome.ts';
import { renderDocument } from '../render-document.ts';
import { tookSince } from './look-up.ts';
import type { Verb, VerbContext } from './verb.ts';

const USAGE =
  'lore import FILE|FOLDER … [--account TITLE] [--dry-run] [--partial] [--format F] [--encoding NAME] [--mapping FILE] [--save-mapping FILE]';
const MOST_FILES = 200;

/** Files and folders of other formats, as one account. */
export const importVerb: Verb = {
  name: 'import',
  usage: USAGE,
  run: async (argv, context) => {
    const { words, flags, switches } = readArguments(argv, {
      flags: ['account', 'format', 'encoding', 'mapping', 'save-mapping'],
      switches: ['dry-run', 'partial'],
      mostWords: MOST_FILES,
      usage: USAGE,
    });
    const [first] = words;
    if (first === undefined) throw new UsageError(terminal.missing('FILE', USAGE), 'usage');
    const began = performance.now();
    const input: ImportInput = {
      paths: words,
      title: flags.account?.trim() || titleOf(first),
      encoding: encodingOf(flags.encoding),
      format: formatOf(flags.format),
      mapping: flags.mapping === undefined ? null : mappingText(flags.mapping),
      isDryRun: switches.has('dry-run'),
      isPartial: switches.has('partial'),
      by: AT_TERMINAL,
      at: Date.now(),
    };
    const outcome = await runJob(input, context);
    const saveTo = flags['save-mapping'];
    if (saveTo !== undefined && outcome.kind === 'imported')
      writeFileSync(saveTo, `${writeMapping(outcome.mapping)}\n`);
    return said(outcome, input.isDryRun, tookSince(began));
  },
};

async function runJob(input: ImportInput, context: VerbContext): Promise<ImportOutcome> {
  // The lorebook is made if need be, and let go: the job opens it for itself.
  openFor(context.config, context.path).close();
  const job = startJob({ name: 'import', path: context.path, input }, (done) => {
    if (context.showsProgress) context.writeError(`\r${importWords.progress(done)}`);
  });
  const done = await job.done;
  if (context.showsProgress) context.writeError('\r\u001b[K');
  if (!done.ok) throw new UsageError(jobProblemText(done.problem), done.problem.kind);
  return done.value;
}

function said(outcome: ImportOutcome, isDryRun: boolean, tookMs: number): Outcome {
  switch (outcome.kind) {
    case 'refused':
      throw new UsageError(rights.refused(outcome.refusal, []), outcome.refusal.kind);
    case 'unreadable':
      throw new UsageError(importProblemText(outcome.problem), outcome.problem.kind);
    case 'saved-already':
      throw new Error('the terminal saves no previews');
    case 'bad-mapping':
      throw new UsageError(outcome.faults.map(mappingFaultText).join('\n'), 'bad-mapping');
    case 'imported': {
      const { problem, isWritten } = outcome.report;
      const isRefused = problem !== null && !isWritten && !isDryRun;
      return {
        exit: isRefused ? 2 : 0,
        text: renderDocument(importDocument(outcome, isDryRun)),
        ...(isRefused ? { complaint: importProblemText(problem) } : {}),
        json: { ...importJson(outcome, isDryRun), tookMs },
      };
    }
  }
}

/** Without a title of its own an account is called as its first file. */
function titleOf(path: string): string {
  return basename(path).replace(/\.[^.]+$/, '') || path;
}

function encodingOf(name: string | undefined): string | null {
  if (name === undefined) return null;
  const encoding = encodingNamed(name);
  if (encoding === null) throw new UsageError(terminal.unknownEncoding(name), 'usage');
  return encoding;
}

function formatOf(name: string | undefined): ImportInput['format'] {
  if (name === undefined) return null;
  const known = SOURCE_KINDS.find((kind) => kind === name);
  if (known === undefined) throw new UsageError(terminal.unknownFormat(name, SOURCE_KINDS), 'usage');
  return known;
}

function mappingText(path: string): string {
  if (!existsSync(path)) throw new UsageError(terminal.table({ kind: 'no-such-file', path }));
  return readFileSync(path, 'utf8');
}
