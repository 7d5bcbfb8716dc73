import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { undo } from '../../../src/edit/undo.ts';
import type { Lorebook } from '../../../src/lorebook/lorebook.ts';
import { claimsOf, filesIn, imported } from '../../support/importing.ts';
import { aLorebook, THEN } from '../../support/lorebook.ts';
import { aHead, writePack } from '../../support/packs.ts';
import { tempFolders } from '../../support/temp.ts';
import { type ExportedPage, wikiExportXml } from '../../support/wiki-export.ts';

const temp = tempFolders();
const PACK = writePack(temp(), { head: aHead() });

let folder: string;
let lorebook: Lorebook;
beforeEach(() => {
  folder = temp();
  lorebook = aLorebook(folder, PACK);
});

const dump = (...pages: ExportedPage[]): readonly string[] => filesIn(folder, { 'dump.xml': wikiExportXml(pages) });
const named = (name: string) => lorebook.references.entities(name).map((entity) => entity.name);

const KESTREL = `{{Infobox Character
| name = Captain Orla Kestrel
| image = Kestrel.png
| born = 12 May 2210 in [[Port Sorrow]]
| species = [[Human]]
| affiliation = * [[Grey Fleet]]
* [[Harbour Guild]] (formerly)
| spouse = [[Tam Vane|Tam]]<ref>''[[The Long Tide]]'', chapter 3</ref>
| rank = Captain
| hair =
}}
'''Orla Kestrel''' was a captain of the [[Grey Fleet]].{{Ref|The Long Tide|12}} She was born in [[Port Sorrow]].

== Later life ==
She left the fleet in 2240.<ref name="log">''Harbour Log'', page 7</ref>

== References ==
<references />
[[Category:Characters]]`;

describe('a wiki export', () => {
  it('becomes things, claims with their citations, aliases and passages', () => {
    const { report, counts } = imported(
      lorebook,
      dump(
        { title: 'Orla Kestrel', text: KESTREL },
        { title: 'The Captain', redirect: 'Orla Kestrel' },
        {
          title: 'Grey Fleet',
          text: '{{Infobox Organisation|leader=[[Orla Kestrel]]|founded=2190}}\nA fleet of grey ships.',
        },
        { title: 'The Long Tide', text: '{{Infobox Book|author=[[Ines Marr]]}}\nA novel of the harbour wars.' },
      ),
    );
    expect(counts).toMatchObject({ articles: 3, redirects: 1, records: 3, citations: 3, citationsAttached: 3 });
    expect(claimsOf(lorebook)).toEqual([
      'Grey Fleet | formed | date | 2190',
      'Grey Fleet | led_by | [Orla Kestrel]',
      'Orla Kestrel | birth_place | [Port Sorrow]',
      'Orla Kestrel | born | date | 2210-05-12',
      'Orla Kestrel | member_of | [Grey Fleet]',
      'Orla Kestrel | member_of | [Harbour Guild]',
      'Orla Kestrel | rank | Captain',
      'Orla Kestrel | species | [Human]',
      'Orla Kestrel | spouse | [Tam Vane] |  | The Long Tide (chapter 3)',
      'The Long Tide | author | [Ines Marr]',
    ]);
    expect(named('The Captain')).toEqual(['Orla Kestrel']);
    expect(named('Captain Orla Kestrel')).toEqual(['Orla Kestrel']);
    expect(lorebook.references.entities('Orla Kestrel')[0]?.kind).toBe('person');
    expect(report.leftOut).toContainEqual(
      expect.objectContaining({ place: expect.objectContaining({ field: 'image' }) }),
    );
    const [first, later] = lorebook.read.passagesAbout(
      lorebook.references.entities('Orla Kestrel')[0]?.id ?? (0 as never),
      10,
    );
    expect(first?.text).toBe('Orla Kestrel was a captain of the Grey Fleet. She was born in Port Sorrow.');
    expect(first?.citations).toMatchObject([{ title: 'The Long Tide', locator: '12', reach: 'sentence', at: 45 }]);
    expect(later).toMatchObject({
      section: 'Later life',
      text: 'She left the fleet in 2240.',
      citations: [{ title: 'Harbour Log' }],
    });
    expect(lorebook.read.passagesByText('fleet of grey ships', 5)[0]?.page).toBe('Grey Fleet');
  });

  it('leaves out talk, users and their names', () => {
    const { counts } = imported(
      lorebook,
      dump(
        { title: 'Talk:Orla', ns: 1, text: 'I think SecretEditor is wrong', user: 'SecretEditor' },
        { title: 'User:SecretEditor', ns: 2, text: 'about me' },
        {
          title: 'Orla',
          text: 'Orla sails, says [[User:SecretEditor|SecretEditor]]. She sails far.',
          user: 'SecretEditor',
        },
      ),
    );
    expect(counts).toMatchObject({ articles: 1, passedOver: 2 });
    expect(lorebook.serialize().toString('latin1')).not.toContain('SecretEditor');
  });

  it('of old exports without <ns> reads the namespace off the title', () => {
    const xml = wikiExportXml(
      [
        { title: 'Talk:Orla', text: 'gossip' },
        { title: 'Orla', text: 'Orla sails the sea.' },
      ],
      { hasNs: false },
    );
    const { counts } = imported(lorebook, filesIn(folder, { 'old.xml': xml }));
    expect(counts).toMatchObject({ articles: 1, passedOver: 1 });
  });

  it('makes namesakes of what a disambiguation page lists', () => {
    imported(
      lorebook,
      dump(
        { title: 'Ardent (ship)', text: '{{Infobox Ship|owner=[[Grey Fleet]]}}\nA ship of the fleet.' },
        { title: 'Ardent (city)', text: 'A city in the north of the land.' },
        {
          title: 'Ardent',
          text: '* [[Ardent (ship)]], a ship\n* [[Ardent (city)]], a city near [[Grey Fleet]]\n{{Disambiguation}}',
        },
        { title: 'Grey Fleet', text: 'A fleet of grey ships.' },
      ),
    );
    expect(named('Ardent').sort()).toEqual(['Ardent (city)', 'Ardent (ship)']);
  });

  it('reads fields by the mapping a keeper corrected, and keeps it', () => {
    const page = { title: 'Orla', text: '{{Infobox Character|lives at=[[Port Sorrow]]|motto=No harbour is home}}' };
    imported(lorebook, dump(page));
    expect(claimsOf(lorebook)).toContain('Orla | lives_at | [Port Sorrow]');
    const mapping = '[template Infobox Character] person\nlives at = based_at\nmotto = -';
    imported(lorebook, dump(page), { mapping });
    expect(claimsOf(lorebook)).toEqual(['Orla | based_at | [Port Sorrow]']);
    imported(lorebook, dump(page));
    expect(claimsOf(lorebook)).toEqual(['Orla | based_at | [Port Sorrow]']);
    expect(lorebook.read.predicates.get('lives_at')?.cardinality).toBe('n');
  });

  it('again, newer: what is unchanged stays, what changed or vanished is retracted and says by what', () => {
    const fleet = (leader: string, extra = '') => ({
      title: 'Grey Fleet',
      text: `{{Infobox Organisation|leader=[[${leader}]]|founded=2190${extra}}}\nA fleet of grey ships.`,
    });
    imported(lorebook, dump(fleet('Orla', '|colour=grey')));
    const account = lorebook.references.account('The wiki')?.id ?? (0 as never);
    const before = new Map(
      lorebook.read.claimsByAccount(account, 100).map((claim) => [claim.predicate as string, claim.id]),
    );
    const again = imported(lorebook, dump(fleet('Orla', '|colour=grey')));
    expect(again.report.counts).toMatchObject({
      entities: 0,
      claims: 0,
      passages: 0,
      unchanged: 4,
      replaced: 0,
      vanished: 0,
    });
    const newer = imported(lorebook, dump(fleet('Tam')));
    expect(newer.report.counts).toMatchObject({ claims: 1, replaced: 1, vanished: 1, unchanged: 2 });
    expect(claimsOf(lorebook)).toEqual(['Grey Fleet | formed | date | 2190', 'Grey Fleet | led_by | [Tam]']);
    const now = new Map(
      lorebook.read.claimsByAccount(account, 100).map((claim) => [claim.predicate as string, claim.id]),
    );
    expect(now.get('formed')).toBe(before.get('formed'));
    const old = lorebook.database.get<{ by: number }>(
      'SELECT replaced_by AS "by" FROM claim WHERE id = ?',
      before.get('led_by') ?? 0,
    );
    expect(old?.by).toBe(now.get('led_by'));
  });

  it('is undone whole, and can come again', () => {
    const pages = dump({ title: 'Orla Kestrel', text: KESTREL });
    const empty = lorebook.read.counts();
    imported(lorebook, pages);
    const full = claimsOf(lorebook);
    const [edit] = lorebook.log.edits({ limit: 1 });
    const target = {
      ...lorebook,
      by: { actor: { ref: 'test', name: 'Test' }, level: 'admin' as const, isOwnOnly: false },
      at: THEN,
    };
    expect(undo(target, edit?.id ?? 0, false).ok).toBe(true);
    expect(lorebook.read.counts()).toEqual(empty);
    expect(lorebook.read.passagesByText('captain', 5)).toEqual([]);
    imported(lorebook, pages);
    expect(claimsOf(lorebook)).toEqual(full);
    expect(lorebook.read.passagesByText('captain', 5)).toHaveLength(1);
  });

  it('leaves nothing on a dry run, and says what it would open', () => {
    const one = dump({ title: 'Orla', text: '{{Infobox Character|born=2210}}' });
    imported(lorebook, one);
    const [two] = filesIn(folder, {
      'two.xml': wikiExportXml([{ title: 'Orla', text: '{{Infobox Character|born=2215}}' }]),
    });
    const before = lorebook.read.counts();
    const { report } = imported(lorebook, [two ?? ''], { title: 'Another wiki', isDryRun: true });
    expect(report).toMatchObject({ isWritten: false, openedCount: 1, counts: { claims: 1 } });
    expect(report.opened[0]?.title).toContain('Orla');
    expect(lorebook.read.counts()).toEqual(before);
  });

  it('keeps what a keeper retracted retracted', () => {
    const pages = dump({ title: 'Orla', text: '{{Infobox Character|born=2210}}' });
    imported(lorebook, pages);
    const account = lorebook.references.account('The wiki')?.id ?? (0 as never);
    const [claim] = lorebook.read.claimsByAccount(account, 10);
    lorebook.write.transaction((session) => {
      session.record({ actor: { ref: 'test', name: 'Test' }, op: 'retract', target: `claim:${claim?.id}`, at: THEN });
      if (claim !== undefined) session.retractClaim(claim.id, null);
    });
    imported(lorebook, pages);
    expect(claimsOf(lorebook)).toEqual([]);
  });

  it('reads a folder of exports as one account', () => {
    filesIn(folder, {
      'a.xml': wikiExportXml([{ title: 'Orla', text: 'Orla sails the wide sea.' }]),
      'b.xml': wikiExportXml([{ title: 'Tam', text: '{{Infobox Character|eyes=green}}' }]),
    });
    const paths = [join(folder, 'a.xml'), join(folder, 'b.xml')];
    expect(imported(lorebook, paths).report.counts).toMatchObject({ entities: 2, passages: 1, claims: 1 });
  });
});
