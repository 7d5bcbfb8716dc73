import { voiceOf } from '../../src/documents/voice.ts';
import { claimsNaming, type Reshaping, speaksOf } from '../../src/edit/reshape-entities.ts';
import type { Claim } from '../../src/lore/claim.ts';
import type { Entity } from '../../src/lore/entity.ts';
import type { ClaimId, ContinuityId } from '../../src/lore/ids.ts';
import { refusal } from '../../src/lore/permission.ts';
import { fact, line } from '../../src/messages/document.ts';
import { commands } from '../../src/messages/en/commands.ts';
import { reshaping as words } from '../../src/messages/en/reshaping.ts';
import type { ActCommand, ActContext, Options, Reply } from '../command.ts';
import { suggestTimelines } from '../fact-options.ts';
import { accountOption, MOST_CHOICES, nameOption } from '../options.ts';
import { refused } from '../refused.ts';
import { entityNamed } from '../reshaping/entity-named.ts';
import { keepReshaping, proposeReshaping } from '../reshaping/reshaping.ts';

export const split = {
  name: 'split',
  description: commands.fact.split.description,
  options: [
    nameOption('name', commands.fact.split.name, { isRequired: true }),
    { name: 'as', description: commands.fact.split.as, type: 'string', maxLength: 200 },
    {
      name: 'continuity',
      description: commands.fact.split.continuity,
      type: 'string',
      maxLength: 200,
      suggest: suggestTimelines,
    },
    accountOption('account', commands.fact.split.account),
    { name: 'claims', description: commands.fact.split.claims, type: 'string', maxLength: 500 },
    { name: 'note', description: commands.fact.merge.note, type: 'string', maxLength: 500 },
  ],
  positional: ['name'],
  run: (context, options) => {
    const refusedNow = refusal(context.by, 'merge and split');
    if (refusedNow !== null) return refused(context, refusedNow);
    const from = entityNamed(context.lorebook, options.name ?? '');
    if (!from.ok) return { kind: 'refused', message: from.message };
    const chosen = chosenBy(context, from.entity, options);
    if (typeof chosen === 'string') return { kind: 'refused', message: chosen };
    const { entity } = from;
    const name = options.as?.trim() ?? '';
    const asked: Reshaping = {
      kind: 'split',
      from: entity.id,
      name: name === '' ? entity.name : name,
      // Everything is no part of it: where nobody can be asked, some must be named.
      claims: chosen.isAll ? [] : chosen.claims.map(({ id }) => id),
      home: chosen.home,
      note: options.note ?? '',
    };
    const isToBeAsked = chosen.isAll && context.around.kind === 'discord' && chosen.claims.length > 0;
    return isToBeAsked ? chooseFrom(context, entity, chosen.claims, asked) : proposeReshaping(context, asked, false);
  },
} satisfies ActCommand;

interface Chosen {
  readonly claims: readonly Claim[];
  readonly home: ContinuityId | null;
  /** True where nothing narrowed them. */
  readonly isAll: boolean;
}

/** The facts that timeline, account and numbers leave; a sentence where one of them is none. */
function chosenBy({ lorebook }: ActContext, entity: Entity, options: Options): Chosen | string {
  const { read, references } = lorebook;
  const all = claimsNaming(lorebook, entity.id).filter((claim) => speaksOf(claim, entity.id));
  const timeline = options.continuity?.trim() ?? '';
  const node = read.continuities.bySlug(timeline) ?? read.continuities.all.find(({ name }) => name === timeline);
  if (timeline !== '' && node === undefined) return words.noTimeline(timeline);
  const title = options.account?.trim() ?? '';
  const account = title === '' ? undefined : references.account(title);
  if (title !== '' && account === undefined) return words.noAccount(title);
  const typed = options.claims?.trim() ?? '';
  if (typed !== '' && !/^#?\d{1,15}([\s,;]+#?\d{1,15})*$/.test(typed)) return words.badClaims(typed);
  const numbers = new Set((typed.match(/\d+/g) ?? []).map(Number));
  const isNarrowed = timeline !== '' || title !== '' || numbers.size > 0;
  const claims = all.filter(
    ({ id, continuity, account: told }) =>
      (node === undefined || continuity === node.id) &&
      (account === undefined || told === account.id) &&
      (numbers.size === 0 || numbers.has(id)),
  );
  const missing = [...numbers].filter((id) => !all.some((claim) => claim.id === id));
  if (missing.length > 0) {
    return words.problem({ kind: 'claims-elsewhere', name: entity.name, claims: missing as ClaimId[] }, []);
  }
  return { claims, home: node?.id ?? null, isAll: !isNarrowed };
}

/** A list to choose the facts from that are about the other one. */
function chooseFrom(context: ActContext, entity: Entity, claims: readonly Claim[], asked: Reshaping): Reply {
  const voice = voiceOf(context.lorebook.read);
  const draft = keepReshaping(context, asked);
  const shown = claims.slice(0, MOST_CHOICES);
  const choices = shown.map((claim) => ({
    label: `#${claim.id} ${voice.statement(claim)}`,
    value: String(claim.id),
    description: [voice.whoSays([claim]), voice.timeline(claim.continuity)].join(' · '),
  }));
  return {
    kind: 'card',
    document: {
      tone: 'plain',
      heading: words.chooseHeading(entity.name),
      items: [fact(line(words.chooseHint(claims.length, shown.length)))],
      links: [],
      selects: [
        {
          action: 'split.chosen',
          options: { d: draft },
          placeholder: words.choose,
          of: { kind: 'choices', choices },
          least: 1,
          most: MOST_CHOICES,
        },
      ],
    },
    json: () => ({ status: 'choices', claims: claims.map(({ id }) => id) }),
  };
}
