import { type Gathered, type GatheredCitation, type Place, REF } from '../import/gathered.ts';
import { ImportError } from '../import/import-problem.ts';
import type { AccountId, ClaimId, ContinuityId, EditId } from '../lore/ids.ts';
import type { ImportedKind } from '../lore/import-ledger.ts';
import type { ClaimCells } from '../lore/intake/claim-columns.ts';
import { type Intake, readClaimRow } from '../lore/intake/claim-row.ts';
import type { PassageCitation } from '../lore/passage.ts';
import { type Predicate, predicateCatalogue } from '../lore/predicate.ts';
import type { WriteSession } from '../lore/writer.ts';
import { type Batch, openBatch } from './bulk/add-claims.ts';
import type { EditTarget } from './edit-target.ts';
import type { AccountImport } from './import-account.ts';
import { digestOf } from './import-digest.ts';
import { EntityIntake } from './import-entities.ts';
import { type GatheredOf, type ImportReport, ImportTally } from './import-report.ts';
import { writeRow } from './write-row.ts';

const PROGRESS_EVERY = 500;

/** One import inside its transaction: takes what was gathered, piece by piece, then ends what the source says no more. */
export class ImportRun {
  readonly #target: EditTarget;
  readonly #session: WriteSession;
  readonly #source: AccountImport;
  readonly #tally = new ImportTally();
  readonly #batch: Batch;
  readonly #account: AccountId;
  readonly #entities: EntityIntake;
  readonly #run: number;
  /** The one edit of this import. */
  readonly edit: EditId;
  #intake: Intake;

  constructor(target: EditTarget, session: WriteSession, source: AccountImport) {
    this.#target = target;
    this.#session = session;
    this.#source = source;
    const isNew = target.references.account(source.title) === undefined;
    this.#batch = openBatch(target, session, source.title, true);
    this.#intake = this.#batch.intake;
    const { account } = this.#intake;
    this.#account = account.id;
    if (isNew) session.set('account.kind', account.id, source.kind);
    this.#run = session.imports.nextRun(account.id);
    // Recorded first: what a newer version retracts is retracted in its name.
    this.edit = session.record({
      actor: target.by.actor,
      op: 'import',
      target: `account:${account.slug}`,
      after: { account: account.title, kind: source.kind },
      at: target.at,
    });
    const lorebook = { read: target.read, references: this.#batch.writer.references };
    this.#entities = new EntityIntake(session, lorebook, account.id, this.#tally);
  }

  takeAll(onProgress: ((items: number) => void) | undefined): ImportReport {
    let items = 0;
    try {
      for (const item of this.#source.gathered) {
        items += 1;
        if (items % PROGRESS_EVERY === 0) onProgress?.(items);
        this.#take(item);
      }
    } catch (error) {
      if (!(error instanceof ImportError)) throw error;
      this.#tally.problem = error.problem;
    }
    // Of a source that broke off, nothing is known of what came after.
    if (this.#tally.problem === null) this.#endUnseen();
    for (const [name, rule] of Object.entries(this.#source.mapping())) this.#session.imports.keepRule(name, rule);
    return this.#tally.report(this.#intake.account.title, true);
  }

  /** What the source says in words the lorebook does not have becomes predicates of the kind that never raises a flag. */
  #declare(): void {
    const known = this.#intake.predicates;
    const fresh: Predicate[] = [];
    for (const predicate of this.#source.predicates()) {
      if (known.get(predicate.id) !== undefined) continue;
      this.#session.addPredicate(predicate);
      fresh.push(predicate);
    }
    this.#tally.counts.predicates += fresh.length;
    const batch = this.#batch.intake;
    this.#intake = {
      ...batch,
      predicates: predicateCatalogue([...known.all, ...fresh]),
      get continuities() {
        return batch.continuities;
      },
    };
  }

  #take(item: Gathered): void {
    switch (item.kind) {
      case 'entity':
        this.#entities.take(item);
        break;
      case 'claim':
        this.#takeClaim(item);
        break;
      case 'suggestion':
        this.#takeSuggestion(item);
        break;
      case 'passage':
        this.#takePassage(item);
        break;
      case 'kept':
        this.#session.imports.keepRule(item.rule, item.data);
        break;
      case 'left-out':
        this.#tally.leaveOut(item.place, item.reason);
    }
  }

  /** True where an earlier import brought the same, or this one did already: there is nothing to do. */
  #isThere(what: ImportedKind, digest: number): boolean {
    const { imports } = this.#session;
    const known = imports.find(this.#account, digest);
    if (known === undefined || known.what !== what || known.state === 'undone') return false;
    imports.seen(this.#account, digest, this.#run);
    if (known.run < this.#run) this.#tally.counts.unchanged += 1;
    return true;
  }

  #note(what: ImportedKind, digest: number, slot: number, id: number): void {
    this.#session.imports.note(this.#account, { digest, slot, what, id, run: this.#run });
  }

  #takeClaim({ place, cells }: GatheredOf<'claim'>): void {
    const resolved = this.#resolve(cells, place);
    if (resolved === undefined) return;
    const digest = digestOf('claim', cells);
    const slot = digestOf('slot', [cells.subject, cells.predicate, cells.continuity]);
    if (this.#isThere('claim', digest)) return;
    // A further file of the source may have brought further predicates.
    if (this.#intake.predicates.get(cells.predicate ?? '') === undefined) this.#declare();
    const read = readClaimRow(resolved, this.#intake);
    if (!read.ok) {
      this.#tally.leaveOut(place, read.problem);
      return;
    }
    // A key belongs to one claim at a time; the ledger tells these apart without it.
    const isKeyTaken = read.value.key !== null && this.#session.hasKey(this.#account, read.value.key);
    const id = writeRow(isKeyTaken ? { ...read.value, key: null } : read.value, this.#batch.writer);
    this.#note('claim', digest, slot, id);
    this.#tally.counts.claims += 1;
    this.#tally.counts.citations += read.value.works.length;
    this.#tally.note(place, read.value.notes);
  }

  #resolve(cells: ClaimCells, place: Place): ClaimCells | undefined {
    const resolved: Record<string, string> = {};
    for (const [column, text] of Object.entries(cells)) {
      const known = text.includes(REF) ? this.#entities.resolved(text) : text;
      if (known === undefined) {
        const name = text.replaceAll(REF, '');
        this.#tally.leaveOut(place, [{ kind: 'unknown-name', column, text: name }]);
        return undefined;
      }
      resolved[column] = known;
    }
    return resolved;
  }

  #takeSuggestion({ place, cells, words }: GatheredOf<'suggestion'>): void {
    const resolved = this.#resolve(cells, place);
    if (resolved === undefined) return;
    const digest = digestOf('suggestion', [cells, words]);
    if (this.#isThere('suggestion', digest)) return;
    const id = this.#session.addSuggestion({
      at: this.#target.at,
      actor: this.#target.by.actor,
      account: this.#intake.account.title,
      cells: resolved,
      note: '',
      words,
      place: [place.page ?? place.file, place.field].filter((part) => part !== undefined && part !== '').join(', '),
      tell: 'next',
    });
    this.#note('suggestion', digest, digestOf('slot', [cells.subject, cells.predicate]), id);
    this.#tally.counts.suggestions += 1;
  }

  #takePassage(item: GatheredOf<'passage'>): void {
    const { place, section, text } = item;
    const digest = digestOf('passage', [place.page ?? '', section, text, item.continuity]);
    if (this.#isThere('passage', digest)) return;
    const about = item.about === undefined ? null : (this.#entities.idOf(item.about) ?? null);
    const entities = item.entities.flatMap((name) => this.#entities.idOf(name) ?? []);
    const id = this.#session.addPassage({
      account: this.#account,
      file: place.file,
      page: place.page ?? '',
      line: place.line ?? null,
      section,
      text,
      continuity: this.#continuityOf(item.continuity),
      about,
      entities,
      dates: item.dates,
      citations: item.citations.map((citation) => this.#citation(citation)),
    });
    this.#note('passage', digest, digestOf('slot', [place.page ?? '', section]), id);
    this.#tally.counts.passages += 1;
    this.#tally.counts.citations += item.citations.length;
  }

  #citation({ work, locator, reach, at }: GatheredCitation): PassageCitation {
    const title = work.startsWith(REF) ? work.slice(REF.length) : work;
    return { work: this.#entities.idOf(work) ?? null, title, locator, reach, at: at ?? null };
  }

  #continuityOf(slug: string | null): ContinuityId | null {
    return slug === null ? null : this.#batch.writer.continuityOf(slug);
  }

  /** What earlier imports brought and this one did not is retracted, and says what took its place. */
  #endUnseen(): void {
    const { imports } = this.#session;
    for (const { what, id, digest, state, successor } of imports.unseen(this.#account, this.#run)) {
      imports.forget(this.#account, digest);
      if (state !== 'live') continue;
      if (what === 'claim') this.#session.retractClaim(id as ClaimId, successor as ClaimId | null);
      else this.#session.setAside(what, id);
      if (successor === null) this.#tally.counts.vanished += 1;
      else this.#tally.counts.replaced += 1;
    }
  }
}
