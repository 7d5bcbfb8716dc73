import type { ActCommand, Command, LookupCommand } from './command.ts';
import { add } from './fact/add.ts';
import { alias } from './fact/alias.ts';
import { amend } from './fact/amend.ts';
import { cite } from './fact/cite.ts';
import { history } from './fact/history.ts';
import { importFacts } from './fact/import.ts';
import { merge } from './fact/merge.ts';
import { questions } from './fact/questions.ts';
import { queue } from './fact/queue.ts';
import { retract } from './fact/retract.ts';
import { rule } from './fact/rule.ts';
import { split } from './fact/split.ts';
import { undo } from './fact/undo.ts';
import { ask } from './lore/ask.ts';
import { battles } from './lore/battles.ts';
import { claims } from './lore/claims.ts';
import { compare } from './lore/compare.ts';
import { conflicts } from './lore/conflicts.ts';
import { entry } from './lore/entry.ts';
import { members } from './lore/members.ts';
import { onthisday } from './lore/onthisday.ts';
import { privacy } from './lore/privacy.ts';
import { random } from './lore/random.ts';
import { regents } from './lore/regents.ts';
import { search } from './lore/search.ts';
import { sources } from './lore/sources.ts';
import { suggest } from './lore/suggest.ts';
import { timeline } from './lore/timeline.ts';
import { backup } from './lorebook/backup.ts';
import { calendar } from './lorebook/calendar.ts';
import { continuity } from './lorebook/continuity.ts';
import { exportLore } from './lorebook/export.ts';
import { forget } from './lorebook/forget.ts';
import { importLore } from './lorebook/import.ts';
import { roles } from './lorebook/roles.ts';
import { schedule } from './lorebook/schedule.ts';
import { setup } from './lorebook/setup.ts';
import { status } from './lorebook/status.ts';

/** Every subcommand of /lore in the order Discord lists them; a test asserts that no file is forgotten. */
export const LORE: readonly LookupCommand[] = [
  ask,
  entry,
  members,
  regents,
  battles,
  sources,
  search,
  random,
  conflicts,
  compare,
  timeline,
  onthisday,
  claims,
];

/** Subcommands of /lore that do something; with the look-ups they are all of them. */
export const LORE_ACTS: readonly ActCommand[] = [suggest, privacy];

/** Every subcommand of /fact. */
const FACT: readonly Command[] = [
  add,
  amend,
  retract,
  cite,
  alias,
  merge,
  split,
  importFacts,
  history,
  undo,
  rule,
  queue,
  questions,
];

/** Every subcommand of /lorebook. */
const LOREBOOK: readonly Command[] = [
  setup,
  roles,
  schedule,
  calendar,
  importLore,
  exportLore,
  status,
  backup,
  forget,
  continuity,
];

/** Top-level commands by name, in the order Discord shows them. */
export const GROUPS: Readonly<Record<string, readonly Command[]>> = {
  lore: [...LORE, ...LORE_ACTS],
  fact: FACT,
  lorebook: LOREBOOK,
};
