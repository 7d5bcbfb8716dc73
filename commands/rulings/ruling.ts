import { conflictsDocument } from '../../src/documents/conflicts.ts';
import { findingJson, titleOf } from '../../src/documents/finding-words.ts';
import { type Voice, voiceOf } from '../../src/documents/voice.ts';
import type { RuleProblem } from '../../src/edit/rule.ts';
import {
  type ProposedRuling,
  proposals,
  revocations,
  revokeOrPropose,
  ruleOrPropose,
} from '../../src/edit/two-keepers.ts';
import { matterOf } from '../../src/lookup/conflicts.ts';
import { leadOf } from '../../src/lookup/facts.ts';
import type { Finding } from '../../src/lore/finding.ts';
import type { Edit } from '../../src/lore/history.ts';
import type { ClaimId, FindingId } from '../../src/lore/ids.ts';
import { refusal } from '../../src/lore/permission.ts';
import { RULING_KINDS, type RulingKind } from '../../src/lore/ruling.ts';
import { type Choice, type Document, fact, type Item, line, small } from '../../src/messages/document.ts';
import { rulings as words } from '../../src/messages/en/rulings.ts';
import { rolesFor } from '../changes/target.ts';
import type { ActContext, Action, Form, Options, Reply } from '../command.ts';
import { editTarget, rulesByTwo } from '../edits/speaking.ts';
import { refused } from '../refused.ts';

/** What is decided, and on which side where it takes one. */
export interface Decision {
  readonly finding: string;
  readonly kind: RulingKind;
  readonly claim: ClaimId | null;
}

const LONGEST_NOTE = 500;
const LONGEST_NAME = 200;
/** Sides offered in the list: each takes two of its 25 places. */
const MOST_SIDES = 10;

/** The ways a conflict can be decided, to choose from; for keepers. */
export function showChoices(context: ActContext, id: string, isInPlace: boolean): Reply {
  const refusedNow = refusal(context.by, 'rule on conflicts');
  if (refusedNow !== null) return refused(context, refusedNow);
  const { lorebook } = context;
  const finding = lorebook.read.finding(id);
  if (finding === undefined) return ruleRefused(context, { kind: 'no-such-finding', id });
  const voice = voiceOf(lorebook.read);
  const waiting = [
    ...revocations(lorebook, id).map((edit): Item => revocationItem(edit)),
    ...proposals(lorebook, id).map((one): Item => waitingItem(one, finding, voice)),
  ];
  return {
    kind: 'card',
    isInPlace,
    document: {
      tone: 'plain',
      heading: words.ruleOn(titleOf(finding, voice)),
      items: [
        ...waiting,
        fact(line(words.howItWorks)),
        ...(lorebook.settings().two_keepers ? [fact(small(words.twoKeepers))] : []),
      ],
      links: [],
      selects: [
        {
          action: 'rule.chosen',
          options: { f: id },
          placeholder: words.choose,
          of: { kind: 'choices', choices: choicesOf(finding, voice) },
        },
      ],
    },
    json: () => ({ status: 'choices', conflict: findingJson(finding, voice), kinds: RULING_KINDS }),
  };
}

function choicesOf(finding: Finding, voice: Voice): readonly Choice[] {
  const sides = matterOf(voice.reader, finding).sides.slice(0, MOST_SIDES);
  const ofSides = (kind: 'prefer' | 'divergence'): readonly Choice[] =>
    sides.flatMap(({ claims }) => {
      const lead = leadOf(claims);
      if (lead === undefined) return [];
      const label = words.choice(kind, voice.statement(lead));
      return [{ label, value: `${kind}:${lead.id}`, description: voice.whoSays(claims) }];
    });
  const plain = (kind: RulingKind): Choice => ({ label: words.choice(kind, ''), value: kind });
  return [
    ...ofSides('prefer'),
    plain('both'),
    ...ofSides('divergence'),
    plain('same'),
    plain('dismiss'),
    plain('defer'),
  ];
}

function revocationItem({ by, reason }: Edit): Item {
  return fact(line({ strong: words.revocationWaits(by.name) }), small(reason));
}

function waitingItem({ edit, kind, claim }: ProposedRuling, finding: Finding, voice: Voice): Item {
  const told = claim === null || !finding.sides.flat().includes(claim) ? undefined : voice.reader.claim(claim);
  const what = words.choice(kind, told === undefined ? '' : voice.statement(told));
  return fact(line({ strong: words.waiting(edit.by.name, what) }), small(edit.reason));
}

/** The form for the reason; of another timeline also for its name. */
export function reasonForm({ finding, kind, claim }: Decision): Form {
  return {
    title: words.formTitle(kind),
    action: 'rule.save',
    options: { f: finding, k: kind, ...(claim === null ? {} : { c: String(claim) }) },
    fields: [
      ...(kind === 'divergence'
        ? [{ name: 'timeline', label: words.timelineLabel, isRequired: true, maxLength: LONGEST_NAME }]
        : []),
      { name: 'note', label: words.reasonLabel, isLong: true, isRequired: true, maxLength: LONGEST_NOTE },
    ],
  };
}

/** Rules, or proposes it where a second keeper is needed, and shows the conflict as it stands then. */
export function decide(
  context: ActContext,
  { finding: id, kind, claim }: Decision,
  { note, timeline }: { readonly note: string; readonly timeline: string | null },
): Reply {
  const asked = { finding: id, kind, claim, note, timeline };
  const done = context.briefly(() => ruleOrPropose(editTarget(context), asked, rulesByTwo(context)));
  if (!done.ok) return ruleRefused(context, done.problem);
  const isWaiting = done.value.kind === 'waiting';
  return ruledCard(context, id, isWaiting ? words.isWaiting(kind) : null, words.done(id, kind, true));
}

/** Revokes the ruling on a conflict, and shows the conflict as it stands then. */
export function takeBackRuling(context: ActContext, id: string, note: string): Reply {
  const done = context.briefly(() => revokeOrPropose(editTarget(context), id, note, rulesByTwo(context)));
  if (!done.ok) return ruleRefused(context, done.problem);
  const said = done.value.kind === 'waiting' ? words.revocationIsWaiting : words.revoked(id);
  return ruledCard(context, id, said, said);
}

/** The conflict as it stands; where it went with the ruling, what was done and how to have it back. */
function ruledCard(context: ActContext, id: string, above: string | null, otherwise: string): Reply {
  const { read } = context.lorebook;
  const voice = voiceOf(read);
  const finding = read.finding(id);
  const json = () => ({ conflict: finding === undefined ? null : findingJson(finding, voice) });
  const isRuled = read.rulingOn(id as FindingId) !== null;
  const gone: Document = {
    tone: 'plain',
    heading: otherwise,
    items: [],
    links: isRuled ? [words.buttonTo('rule.revoke', id)] : [],
  };
  if (finding === undefined) return { kind: 'card', document: gone, json, isInPlace: true };
  const shown = conflictsDocument({ status: 'one', matter: matterOf(read, finding) }, voice);
  const items = above === null ? shown.items : [fact(line({ strong: above })), ...shown.items];
  return { kind: 'card', document: { ...shown, items }, json, isInPlace: true };
}

function ruleRefused(context: ActContext, problem: RuleProblem): Reply {
  if ('needs' in problem) return { kind: 'refused', message: words.refused(problem, rolesFor(context, problem)) };
  return { kind: 'refused', message: words.problem(problem) };
}

/** What was chosen in the list: "prefer:12", "both". */
function decisionOf(finding: string, value: string): Decision | null {
  const [first = '', second] = value.split(':');
  const kind = RULING_KINDS.find((one) => one === first);
  if (kind === undefined) return null;
  return { finding, kind, claim: second === undefined ? null : (Number(second) as ClaimId) };
}

/** The form that asks why a ruling is revoked. */
export function revokeForm(id: string): Form {
  const field = { name: 'note', label: words.reasonLabel, isLong: true, isRequired: true, maxLength: LONGEST_NOTE };
  return { title: words.revokeTitle, action: 'rule.revoked', options: { f: id }, fields: [field] };
}

/** Who may not is told before anything is filled in. */
function forKeepers(context: ActContext, form: () => Form): Reply {
  const refusedNow = refusal(context.by, 'rule on conflicts');
  return refusedNow === null ? { kind: 'form', form: form() } : refused(context, refusedNow);
}

export const rulingActions: readonly Action[] = [
  { name: 'rule.begin', run: (context, { f = '' }) => showChoices(context, f, false) },
  {
    name: 'rule.chosen',
    run: (context, { f = '' }, { values }) => {
      const decision = decisionOf(f, values[0] ?? '');
      if (decision === null) return showChoices(context, f, true);
      return forKeepers(context, () => reasonForm(decision));
    },
  },
  {
    name: 'rule.save',
    run: (context, options: Options, { fields }) => {
      const decision = decisionOf(options.f ?? '', [options.k, options.c].filter((one) => one !== undefined).join(':'));
      if (decision === null) return showChoices(context, options.f ?? '', true);
      return decide(context, decision, { note: fields.note ?? '', timeline: fields.timeline ?? null });
    },
  },
  { name: 'rule.revoke', run: (context, { f = '' }) => forKeepers(context, () => revokeForm(f)) },
  { name: 'rule.revoked', run: (context, { f = '' }, { fields }) => takeBackRuling(context, f, fields.note ?? '') },
];
