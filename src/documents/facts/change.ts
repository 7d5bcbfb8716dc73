import type { Effect } from '../../edit/change-effect.ts';
import type { ChangeMade, ChangeSaved } from '../../edit/facts/make-change.ts';
import { matterOf } from '../../lookup/conflicts.ts';
import type { Claim } from '../../lore/claim.ts';
import { type Finding, hasSign } from '../../lore/finding.ts';
import { type Document, fact, heading, type Item, type Line, type Link, line, small } from '../../messages/document.ts';
import { common } from '../../messages/en/common.ts';
import { facts as words } from '../../messages/en/facts.ts';
import { rowNoteText } from '../../messages/en/rows.ts';
import { claimJson } from '../claim-json.ts';
import { findingJson, titleOf, whyOf } from '../finding-words.ts';
import { entryLink } from '../missing.ts';
import type { Voice } from '../voice.ts';

/** Conflicts told in full; more are counted. */
const MOST_TOLD = 4;

/** What stood or stands of a change, in lines: the sentence and, small, who says so. */
export function changeItems(made: ChangeMade, voice: Voice): readonly Item[] {
  const { claim, before, notes } = made;
  const date =
    claim === null || made.kind === 'cite' || notes.some(({ kind }) => kind === 'date-kept-as-text')
      ? []
      : [small(voice.date(claim) === '' ? words.undated : words.date(voice.date(claim)))];
  const isDropped =
    made.kind === 'amend' && before !== null && before.statement !== '' && (claim?.statement ?? '') === '';
  const rest: readonly Line[] = [
    ...date,
    ...notes.map((note) => small(`${common.capital(rowNoteText(note))}.`)),
    ...(isDropped ? [small(words.statementDropped)] : []),
    ...(made.made.length === 0 ? [] : [small(words.made(made.made.map(({ name, as }) => words.madeOne(name, as))))]),
  ];
  const old = before === null || made.kind === 'cite' ? [] : claimLines(before, voice, made.kind !== 'add');
  const now = claim === null ? [] : claimLines(claim, voice, false);
  return [
    ...(old.length === 0 ? [] : [...(claim === null ? [] : [heading(words.before)]), fact(...old)]),
    ...(now.length === 0 ? [] : [...(old.length === 0 ? [] : [heading(words.after)]), fact(...now)]),
    ...(rest.length === 0 ? [] : [fact(...rest)]),
  ];
}

function claimLines(claim: Claim, voice: Voice, isNumbered: boolean): readonly Line[] {
  const home = voice.reader.continuities.home.id;
  const tags = [
    isNumbered ? `#${claim.id}` : '',
    voice.whoSays([claim]),
    common.modality[claim.modality],
    claim.continuity === home ? '' : common.inTimeline(voice.timeline(claim.continuity)),
  ].filter((tag) => tag !== '');
  return [line(voice.statement(claim)), small(tags.join(' · '))];
}

/** Conflicts as they would be, or are: those opened say why, the others have cards of their own. */
export function effectItems(effect: Effect, voice: Voice, isDone: boolean): readonly Item[] {
  const { opened, joined, closed } = effect;
  if (opened.length + joined.length + closed.length === 0) return [fact(small(words.noConflict))];
  const titles = isDone
    ? { opens: words.opened, joins: words.joined, closes: words.closed }
    : { opens: words.opens, joins: words.joins, closes: words.closes };
  return [
    ...section(opened, titles.opens, voice, true),
    ...section(joined, titles.joins, voice, false),
    ...section(closed, titles.closes, voice, false),
  ];
}

function section(
  findings: readonly Finding[],
  title: (n: number) => string,
  voice: Voice,
  isExplained: boolean,
): readonly Item[] {
  if (findings.length === 0) return [];
  const rest = findings.length - MOST_TOLD;
  return [
    heading(title(findings.length)),
    ...findings
      .slice(0, MOST_TOLD)
      .map((finding) =>
        fact(
          { text: [titleOf(finding, voice)], hasSign: hasSign(finding) },
          ...(isExplained ? [small(whyOf(matterOf(voice.reader, finding), voice))] : []),
        ),
      ),
    ...(rest > 0 ? [fact(small(words.moreConflicts(rest)))] : []),
  ];
}

/** A button to each conflict that is there already, and to what an opened one would stand against. */
export function effectLinks({ opened, joined, closed }: Effect, claim: Claim | null, voice: Voice): readonly Link[] {
  const there = [...closed, ...joined].map((finding) => ({
    label: titleOf(finding, voice),
    command: 'conflicts',
    options: { about: finding.id },
  }));
  const against = opened.flatMap((finding) => {
    const others = finding.sides.flat().filter((id) => id !== claim?.id);
    return others.length === 0
      ? []
      : [
          {
            label: words.buttons.againstIt(titleOf(finding, voice)),
            command: 'claims',
            options: { ids: others.slice(0, 8).join('.') },
          },
        ];
  });
  return [...there, ...against];
}

/** What a change would do, before it is saved. */
export function previewDocument(
  made: ChangeMade,
  voice: Voice,
  shown: { readonly said: readonly Item[]; readonly buttons: readonly Link[]; readonly title?: string },
): Document {
  return {
    tone: isDisputed(made.effect) ? 'dispute' : 'plain',
    heading: shown.title ?? words.preview(made.kind),
    items: [...changeItems(made, voice), ...shown.said, ...effectItems(made.effect, voice, false)],
    closing: [small(words.nothingSaved)],
    links: [...shown.buttons, ...effectLinks(made.effect, made.claim, voice)].slice(0, MOST_BUTTONS),
  };
}

const MOST_BUTTONS = 5;

function isDisputed({ opened }: Effect): boolean {
  return opened.some(hasSign);
}

/** What a change did. */
export function savedDocument(
  saved: ChangeSaved,
  voice: Voice,
  shown: { readonly said: readonly Item[]; readonly title?: string },
): Document {
  const { effect, about } = saved;
  const entity = about === null ? undefined : voice.reader.entity(about);
  const conflicts = [...effect.opened, ...effect.joined].map((finding) => ({
    label: titleOf(finding, voice),
    command: 'conflicts',
    options: { about: finding.id },
  }));
  return {
    tone: isDisputed(effect) ? 'dispute' : 'plain',
    heading: shown.title ?? words.done(saved.kind),
    items: [...changeItems(saved, voice), ...shown.said, ...effectItems(effect, voice, true)],
    closing: [small(words.saved(saved.claim?.id ?? null, saved.edit))],
    links: [
      ...[...(entity === undefined ? [] : [entryLink(entity, voice)]), ...conflicts].slice(0, MOST_BUTTONS - 1),
      { label: words.buttons.undo, verb: 'do', command: 'undo.ask', options: { e: String(saved.edit) } },
    ],
  };
}

/** A change as programs read it. */
export function changeJson(made: ChangeMade | ChangeSaved, voice: Voice) {
  const json = (findings: readonly Finding[]) => findings.map((finding) => findingJson(finding, voice));
  return {
    status: 'edit' in made ? 'saved' : 'preview',
    edit: 'edit' in made ? made.edit : null,
    claim: made.claim === null ? null : claimJson(made.claim, voice),
    before: made.before === null ? null : claimJson(made.before, voice),
    opened: json(made.effect.opened),
    closed: made.effect.closed.map(({ id }) => id),
    notes: made.notes.map(rowNoteText),
    made: made.made,
  };
}
