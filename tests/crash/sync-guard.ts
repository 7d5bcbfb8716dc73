import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hasTracing } from './tracing.ts';

const EDITOR = join(import.meta.dirname, 'editor.ts');
const EDITS = 60;

/**
 * Whether at least one sync to the disk lies between the start of each edit and its acknowledgement. A kill cannot show
 * that: what the system holds in memory outlives the process. Says what is wrong; skipped aloud where nothing can trace.
 */
export async function syncGuard(compiled: string): Promise<readonly string[]> {
  if (!hasTracing()) {
    process.stdout.write('sync guard skipped: strace is not here or may not trace.\n');
    return [];
  }
  const folder = mkdtempSync(join(tmpdir(), 'concordance-sync-'));
  const log = join(folder, 'trace');
  const traced = ['-f', '-y', '-s', '200', '-e', 'trace=fsync,fdatasync,write', '-o', log];
  const child = spawn('strace', [...traced, process.execPath, EDITOR, folder, '7', 's0', String(EDITS)], {
    stdio: ['pipe', 'ignore', 'inherit'],
    env: { ...process.env, NODE_COMPILE_CACHE: compiled },
  });
  child.stdin.write('g');
  await once(child, 'close');
  const { checked, complaints } = unsyncedIn(readFileSync(log, 'utf8'));
  rmSync(folder, { recursive: true });
  process.stdout.write(`sync guard: ${checked} acknowledged edits traced\n`);
  return checked >= EDITS / 2 ? complaints : [...complaints, `only ${checked} edits were traced`];
}

/** Reads a trace: between `intent` and `done` on standard output there is a sync of the lorebook's own log. */
export function unsyncedIn(trace: string): { readonly checked: number; readonly complaints: readonly string[] } {
  const complaints: string[] = [];
  let syncs = 0;
  let checked = 0;
  for (const line of trace.split('\n')) {
    if (/\b(fsync|fdatasync)\(\d+<[^>]*\.db-wal>\)\s+= 0/.test(line)) syncs += 1;
    else if (/\bwrite\(1</.test(line) && line.includes(String.raw`\"intent\"`)) syncs = 0;
    else if (/\bwrite\(1</.test(line) && line.includes(String.raw`\"done\"`)) {
      checked += 1;
      if (syncs === 0) complaints.push(`acknowledged without a sync: ${line.slice(0, 160)}`);
    }
  }
  return { checked, complaints };
}
