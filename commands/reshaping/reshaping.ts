import { z } from 'zod';
import { effectItems } from '../../src/documents/facts/change.ts';
import { findingJson } from '../../src/documents/finding-words.ts';
import { entryLink } from '../../src/documents/missing.ts';
import { voiceOf } from '../../src/documents/voice.ts';
import {
  type Reshaped,
  type ReshapeProblem,
  type Reshaping,
  rehearseReshaping,
  reshape,
} from '../../src/edit/reshape-entities.ts';
import type { ClaimId, ContinuityId, EntityId } from '../../src/lore/ids.ts';
import { type Document, fact, type Item, line, small } from '../../src/messages/document.ts';
import { facts } from '../../src/messages/en/facts.ts';
import { reshaping as words } from '../../src/messages/en/reshaping.ts';
import { rolesFor } from '../changes/target.ts';
import type { ActContext, Action, Reply } from '../command.ts';
import { editTarget } from '../edits/speaking.ts';
import { undoButton } from '../edits/undoing.ts';
import { ownDraft } from '../own-draft.ts';

const ACTION = 'reshaping';
const id = z.number().int().positive();
const schema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('merge'), from: id, into: id, note: z.string() }),
  z.object({
    kind: z.literal('split'),
    from: id,
    name: z.string(),
    claims: z.array(id),
    home: id.nullable(),
    note: z.string(),
  }),
]);

/** Shows what it would come to, with Save; in the terminal there is nobody to ask, and it is done. */
export function proposeReshaping(context: ActContext, asked: Reshaping, isInPlace: boolean): Reply {
  if (context.around.kind === 'terminal') return saveReshaping(context, asked, null);
  const voice = voiceOf(context.lorebook.read);
  const shown = context.briefly(() =>
    rehearseReshaping(editTarget(context), asked, (reshaped) => ({
      items: itemsOf(reshaped, asked, false, effectItems(reshaped.effect, voice, false)),
      json: jsonOf(context, reshaped, null),
    })),
  );
  if (!shown.ok) return reshapeRefused(context, shown.problem);
  const draft = keepReshaping(context, asked);
  const document: Document = {
    tone: 'plain',
    heading: words.preview[asked.kind],
    items: shown.value.items,
    closing: [small(words.keeps), small(facts.nothingSaved)],
    links: [
      { label: facts.buttons.save, verb: 'do', command: 'reshape.save', options: { d: draft }, style: 'primary' },
      { label: facts.buttons.cancel, verb: 'do', command: 'reshape.cancel', options: { d: draft } },
    ],
  };
  return { kind: 'card', document, json: () => shown.value.json, isInPlace };
}

/** Keeps it for a day; returns the id that its buttons bear. */
export function keepReshaping({ lorebook, at, by }: ActContext, asked: Reshaping): string {
  return lorebook.drafts.add({ at, ref: by.actor.ref, action: ACTION, data: asked });
}

function saveReshaping(context: ActContext, asked: Reshaping, draft: string | null): Reply {
  const { lorebook } = context;
  const done = context.briefly(() =>
    reshape(editTarget(context), asked, (edit) => draft === null || lorebook.drafts.markSaved(draft, edit)),
  );
  if (!done.ok) return reshapeRefused(context, done.problem);
  const voice = voiceOf(lorebook.read);
  const { edit, into, effect } = done.value;
  const document: Document = {
    tone: 'plain',
    heading: words.done[asked.kind],
    items: itemsOf(done.value, asked, true, effectItems(effect, voice, true)),
    closing: [small(facts.saved(null, edit))],
    links: [entryLink(into, voice), undoButton(edit)],
  };
  return { kind: 'card', document, json: () => jsonOf(context, done.value, edit), isInPlace: true };
}

function itemsOf(reshaped: Reshaped, { kind }: Reshaping, isDone: boolean, effects: readonly Item[]): readonly Item[] {
  const { from, into, claims, left, aliases, kinds } = reshaped;
  const said =
    kind === 'merge'
      ? (isDone ? words.merged : words.merge)(from.name, into.name, claims)
      : (isDone ? words.splitDone : words.split)(from.name, into.name, claims, left);
  const rest = [
    ...(aliases.length === 0 ? [] : [small(words.names(into.name, aliases))]),
    ...(kinds === null ? [] : [small(words.kinds(...kinds))]),
  ];
  return [fact(line(said), ...rest), ...effects];
}

function jsonOf(
  { lorebook }: ActContext,
  { from, into, claims, left, aliases, effect }: Reshaped,
  edit: number | null,
) {
  const voice = voiceOf(lorebook.read);
  return {
    status: edit === null ? 'preview' : 'saved',
    edit,
    from: from.slug,
    into: into.slug,
    claims,
    left,
    aliases,
    opened: effect.opened.map((finding) => findingJson(finding, voice)),
    closed: effect.closed.map((finding) => finding.id),
  };
}

function reshapeRefused(context: ActContext, problem: ReshapeProblem): Reply {
  const roles = 'needs' in problem ? rolesFor(context, problem) : [];
  return { kind: 'refused', message: words.problem(problem, roles) };
}

/** The draft of a button, if it is the presser's own and was not saved; else why not. */
function withDraft(
  context: ActContext,
  draft: string | undefined,
  then: (asked: Reshaping, id: string) => Reply,
): Reply {
  const kept = ownDraft(context, draft, { action: ACTION, schema });
  if (!kept.ok) return { kind: 'refused', message: kept.problem };
  const { data } = kept.value;
  const from = data.from as EntityId;
  const asked: Reshaping =
    data.kind === 'merge'
      ? { ...data, from, into: data.into as EntityId }
      : { ...data, from, claims: data.claims as ClaimId[], home: data.home as ContinuityId | null };
  return then(asked, kept.value.id);
}

/** What the buttons of a preview and the list of a split run. */
export const reshapeActions: readonly Action[] = [
  {
    name: 'reshape.save',
    run: (context, { d }) => withDraft(context, d, (asked, draft) => saveReshaping(context, asked, draft)),
  },
  {
    name: 'reshape.cancel',
    run: (context, { d }) =>
      withDraft(context, d, (_asked, draft) => {
        context.lorebook.drafts.drop(draft);
        const items = [fact(line(facts.nothingWasSaved))];
        const document = { tone: 'empty', heading: facts.cancelled, items, links: [] } as const;
        return { kind: 'card', document, json: () => ({ status: 'cancelled' }), isInPlace: true };
      }),
  },
  {
    name: 'split.chosen',
    run: (context, { d }, { values }) =>
      withDraft(context, d, (asked, draft) => {
        if (asked.kind !== 'split') return { kind: 'refused', message: facts.staleDraft };
        const claims = values.map((value) => Number(value) as ClaimId);
        const reply = proposeReshaping(context, { ...asked, claims }, true);
        context.lorebook.drafts.drop(draft);
        return reply;
      }),
  },
];
