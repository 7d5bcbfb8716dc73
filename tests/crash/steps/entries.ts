import { addEntities } from '../../../src/edit/bulk/add-entities.ts';
import { reshape, speaksOf } from '../../../src/edit/reshape-entities.ts';
import type { Entity } from '../../../src/lore/entity.ts';
import { type Desk, edit, type Maker, PEOPLE, target } from '../desk.ts';

function somebody({ lorebook, luck }: Desk): Entity | undefined {
  return lorebook.references.entities(luck.pick(PEOPLE))[0];
}

const merge: Maker = (desk, token) => {
  const [from, into] = [somebody(desk), somebody(desk)];
  if (from === undefined || into === undefined || from.id === into.id) return null;
  const asked = { kind: 'merge', from: from.id, into: into.id, note: token } as const;
  return edit(desk, token, { kind: 'merge', op: 'merge-entities', parts: { 'entity.merged': 2 } }, () =>
    reshape(target(desk), asked),
  );
};

const split: Maker = (desk, token) => {
  const from = somebody(desk);
  if (from === undefined) return null;
  const spoken = desk.lorebook.read.claimsBySubject(from.id).filter((claim) => speaksOf(claim, from.id));
  if (spoken.length === 0) return null;
  const claims = spoken.slice(0, 1 + desk.luck.below(spoken.length)).map(({ id }) => id);
  const asked = {
    kind: 'split',
    from: from.id,
    name: `${from.name} of ${token}`,
    claims,
    home: null,
    note: '',
  } as const;
  const parts = { 'entity.added': 1, 'claim.subject': claims.length };
  return edit(desk, token, { kind: 'split', op: 'split-entity', parts }, () => reshape(target(desk), asked));
};

const names: Maker = (desk, token) => {
  const own = Array.from({ length: 1 + desk.luck.below(4) }, (_, index) => `${token} name ${index}`);
  const rows = own.map((name, line) => ({ line, cells: { name, aliases: `${name} one|${name} two` } }));
  const options = { canCreate: false, isPartial: false, isDryRun: false };
  const parts = { 'entity.added': own.length };
  return edit(desk, token, { kind: 'names', op: 'add-entities', parts }, () => {
    const done = addEntities(target(desk), rows, options);
    return { ok: done.ok && done.value.isWritten, done };
  });
};

export const entries: readonly Maker[] = [merge, split, names];
