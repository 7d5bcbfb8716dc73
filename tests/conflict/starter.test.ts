import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadPack } from '../../src/edit/pack/load-pack.ts';
import { claimsOf, type Finding, hasSign } from '../../src/lore/finding.ts';
import { areFindingsSound } from '../../src/lorebook/findings/soundness.ts';
import { openLorebook } from '../../src/lorebook/open.ts';
import { readPack } from '../../src/pack/read-folder.ts';

const FOLDER = join(import.meta.dirname, '../../data/mirror-universe');

function starter() {
  const opened = openLorebook(':memory:', () => 0);
  const pack = readPack(FOLDER);
  if (!opened.ok || !pack.ok) throw new Error('the starter pack cannot be read');
  const { read, write, references, database } = opened.value;
  const loaded = loadPack(pack.value, { writer: write, references, actor: { ref: 'test', name: 'test' }, at: 0 });
  if (!loaded.ok) throw new Error('the starter pack cannot be loaded');
  const keysOf = (finding: Finding): readonly string[] => claimsOf(finding).flatMap((id) => read.claim(id)?.key ?? []);
  return {
    database,
    findings: read.findings({ limit: 500 }),
    keysOf,
    timeline: (finding: Finding) => read.continuities.get(finding.continuity).slug,
  };
}

describe('the starter lorebook', () => {
  const { database, findings, keysOf, timeline } = starter();
  const signed = findings.filter(hasSign);

  it.each([
    ['who founded the Alliance', ['C14', 'C15', 'C57']],
    ['who was the aggressor', ['A09', 'B10', 'C21', 'C58']],
    ['the Empire or the Republic', ['A10', 'B15', 'C09', 'C22']],
    ['who was enslaved', ['A15', 'C12']],
    ['Bajor freed or free', ['A17', 'C07']],
    ['since when Bajorans were partners', ['B20', 'B49', 'C22']],
    ['where The Other Side is filed', ['C49b', 'C75b']],
  ])('flags %s once', (_, keys) => {
    const about = signed.filter((finding) => keys.every((key) => keysOf(finding).includes(key)));
    expect(about).toHaveLength(1);
  });

  it('flags nothing else', () => {
    expect(signed).toHaveLength(7);
  });

  it.each([
    ['an Alliance that never existed', 'dark-mirror', ['C68', 'C03']],
    ['an Empire that lived on', 'dark-mirror', ['C69', 'C09b']],
    ['Klingons conquered', 'dark-mirror', ['C70']],
    ['the end of the Alliance in 2380', 'first-splinter', ['C94', 'C49']],
    ['everyone conquered in 2409', 'sto-other-side', ['C73', 'C77']],
    ['an armistice', 'first-splinter', ['A07', 'C89']],
  ])('tells of %s as another timeline, without a sign', (_, slug, keys) => {
    const about = findings.filter((finding) => keys.every((key) => keysOf(finding).includes(key)));
    expect(about.map((finding) => [finding.class, timeline(finding)])).toEqual([['divergence', slug]]);
  });

  it('folds what time says of the Empire and the Republic into that matter', () => {
    const matter = signed.find((finding) => keysOf(finding).includes('C22') && keysOf(finding).includes('A10'));
    expect(matter === undefined ? [] : keysOf(matter)).toEqual(expect.arrayContaining(['C04b', 'C05', 'C09']));
  });

  it('keeps findings that are sound', () => {
    expect(areFindingsSound(database)).toBe(true);
  });
});
