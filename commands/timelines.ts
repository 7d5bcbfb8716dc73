import { timelinesDocument, timelinesJson } from '../src/documents/lorebook/timelines.ts';
import { effectSince, keptNow } from '../src/edit/change-effect.ts';
import {
  addTimeline,
  setDefaultContinuity,
  setTier,
  type Tiered,
  type TimelineProblem,
} from '../src/edit/continuities.ts';
import { undo } from '../src/edit/undo.ts';
import type { Continuity } from '../src/lore/continuity.ts';
import { fold } from '../src/lore/fold.ts';
import { type Refusal, refusal } from '../src/lore/permission.ts';
import type { LoreReader } from '../src/lore/reader.ts';
import { fail, ok, type Result } from '../src/lore/result.ts';
import { problems } from '../src/messages/en/problems.ts';
import { timelines as words } from '../src/messages/en/timelines.ts';
import type { ActContext, Reply } from './command.ts';
import { editTarget } from './edits/speaking.ts';
import { refused } from './refused.ts';

/** The card as things stand now. */
export function timelinesCard(context: ActContext, shown: Partial<Shown> = {}): Reply {
  const { said = [], edit = null, from = 0, isInPlace = false } = shown;
  const notAllowed = refusal(context.by, 'set up the lorebook');
  if (notAllowed !== null) return refused(context, notAllowed);
  const view = { read: context.lorebook.read, said, edit, from, canChoose: context.around.kind === 'discord' };
  return { kind: 'card', document: timelinesDocument(view), json: () => timelinesJson(view), isInPlace };
}

interface Shown {
  /** What was just done, in sentences. */
  readonly said: readonly string[];
  readonly edit: number | null;
  /** The first line that is shown. */
  readonly from: number;
  readonly isInPlace: boolean;
}

/** Answers come from that timeline from now on. */
export function makeDefault(context: ActContext, timeline: Continuity): Reply {
  return noted(context, words.madeDefault(timeline.name), () => setDefaultContinuity(editTarget(context), timeline));
}

/** What was typed of a new timeline. */
export interface TypedTimeline {
  readonly name: string;
  readonly parent: string;
  readonly branch: string;
  readonly tier: string;
}

/** Makes a timeline of what was typed, and shows the list with it. */
export function makeTimeline(context: ActContext, typed: TypedTimeline): Reply {
  const { read } = context.lorebook;
  const parent = typed.parent.trim() === '' ? null : timelineCalled(read, typed.parent);
  if (parent === undefined) return noSuchTimeline(read, typed.parent);
  const tier = typed.tier.trim() === '' ? 0 : readTier(typed.tier);
  if (tier === null) return no(words.problems.notATier(typed.tier));
  const name = typed.name.trim();
  const branch = typed.branch.trim() === '' ? null : typed.branch.trim();
  return noted(context, words.added(name), () => {
    const made = addTimeline(editTarget(context), { name, parent, branch, tier });
    return made.ok ? ok(made.value.edit) : made;
  });
}

/** Lets a timeline, work or account count more, or less. */
export function giveTier(context: ActContext, of: string, typed: string): Reply {
  const notAllowed = refusal(context.by, 'set up the lorebook');
  if (notAllowed !== null) return refused(context, notAllowed);
  const tier = readTier(typed);
  if (tier === null) return no(words.problems.notATier(typed));
  const found = tieredCalled(context.lorebook.read, of);
  if (!found.ok)
    return no(found.problem === 'none' ? words.problems.noSuchThing(of) : words.problems.severalThings(of));
  const thing = found.value;
  return noted(context, words.tierSet(thing.name, tier), () => setTier(editTarget(context), thing, tier));
}

/** Undoes what the panel did last. */
export function takeBack(context: ActContext, edit: number): Reply {
  const undone = context.briefly(() => undo(editTarget(context), edit, false));
  if (undone.ok) return timelinesCard(context, { said: [words.undone], isInPlace: true });
  const { problem } = undone;
  if (problem.kind === 'not-allowed' || problem.kind === 'not-yours') return refused(context, problem);
  return no(words.problems.undoRefused);
}

/** Does it, and says what it did to the disputes. */
function noted(
  context: ActContext,
  sentence: string,
  work: () => Result<number | null, Refusal | TimelineProblem>,
): Reply {
  const { read } = context.lorebook;
  const { before, done } = context.briefly(() => ({ before: keptNow(read, null), done: work() }));
  if (!done.ok) return notDone(context, done.problem);
  if (done.value === null) return timelinesCard(context, { said: [words.unchanged], isInPlace: true });
  const { opened, closed } = effectSince(before, read, null);
  const said = [sentence, words.effect(opened.length, closed.length)];
  return timelinesCard(context, { said, edit: done.value, isInPlace: true });
}

function notDone(context: ActContext, problem: TimelineProblem): Reply {
  switch (problem.kind) {
    case 'no-name':
      return no(words.problems.noName);
    case 'name-taken':
      return no(words.problems.nameTaken(problem.name));
    case 'branch-without-parent':
      return no(words.problems.branchWithoutParent);
    case 'branch-date':
      return no(words.problems.branchDate(problems.date(problem.problem)));
    default:
      return refused(context, problem);
  }
}

/** Says that none is called so, and which there are. */
export function noSuchTimeline(read: LoreReader, typed: string): Reply {
  const known = read.continuities.all.slice(0, 10).map(({ name }) => name);
  return no(words.problems.noSuchTimeline(typed, known));
}

/** By slug or by name; undefined where none is called so. */
export function timelineCalled({ continuities }: LoreReader, typed: string): Continuity | undefined {
  const name = fold(typed);
  return continuities.bySlug(typed.trim()) ?? continuities.all.find((node) => fold(node.name) === name);
}

function tieredCalled(read: LoreReader, typed: string): Result<Tiered, 'none' | 'several'> {
  const name = fold(typed);
  const isCalled = (called: string): boolean => fold(called) === name;
  const timeline = timelineCalled(read, typed);
  const all: readonly Tiered[] = [
    ...(timeline === undefined ? [] : [{ kind: 'continuity', ...timeline } as const]),
    ...read
      .works()
      .filter(({ title }) => isCalled(title))
      .map(({ entity, title, tier }) => ({ kind: 'work', id: entity, name: title, tier }) as const),
    ...read.accounts
      .filter(({ title, slug }) => isCalled(title) || slug === typed.trim())
      .map(({ id, title, tier }) => ({ kind: 'account', id, name: title, tier }) as const),
  ];
  const [first, second] = all;
  if (first === undefined) return fail('none');
  return second === undefined ? ok(first) : fail('several');
}

function readTier(typed: string): number | null {
  return /^\s*-?\d{1,3}\s*$/.test(typed) ? Number(typed) : null;
}

function no(message: string): Reply {
  return { kind: 'refused', message };
}
