import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ranOnSmallDisk, wayToSmallDisk } from '../support/small-disk.ts';
import { tempFolders } from '../support/temp.ts';
import type { Seen } from './full-disk-bot.ts';

const folder = tempFolders()();
const way = wayToSmallDisk(folder);
if (way === null) process.stdout.write('full disk skipped: no small file system may be mounted here.\n');

/** Two lorebooks with their logs, a copy, and some room. */
const MEGABYTES = 16;

describe.runIf(way !== null)('a disk that is really full', () => {
  it('refuses edits aloud and loses none, goes on answering, and takes edits again once there is room', () => {
    const ran = ranOnSmallDisk(way ?? [], folder, MEGABYTES, join(import.meta.dirname, 'full-disk-bot.ts'));
    const seen = JSON.parse(ran) as Seen;
    expect(seen.saved.length).toBeGreaterThan(3);
    for (const refusal of seen.refusals)
      expect(refusal).toMatch(/^Nothing was saved, as the disk is full: tell the host/);
    for (const answer of seen.answers) expect(answer).toContain('Regent');
    expect(seen.suggestions).toBeGreaterThan(0);
    expect([seen.closedOne, seen.newOne]).toEqual(['disk-full', 'disk-full']);
    expect(seen.afterwards).not.toMatch(/disk/);
    const kept = new Set(seen.kept);
    expect(seen.saved.filter((note) => !kept.has(note))).toEqual([]);
    expect(seen.refused.filter((note) => kept.has(note))).toEqual([]);
    expect(kept).toContain('with room again');
    expect(seen.soundness).toEqual([{ integrity_check: 'ok' }, null]);
  }, 60_000);
});
