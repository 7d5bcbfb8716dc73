import type {
  AutocompleteInteraction,
  ButtonInteraction,
  ChatInputCommandInteraction,
  Interaction,
  MessageComponentInteraction,
  ModalSubmitInteraction,
} from 'discord.js';
import type { ActCommand, ActContext, Command, Input, LookupCommand, Options } from '../../commands/command.ts';
import type { SchedulePort, ShelfPort, Surroundings } from '../../commands/surroundings.ts';
import type { actApart } from '../acts/act-apart.ts';
import { type Refusal, refusal } from '../lore/permission.ts';
import type { Result } from '../lore/result.ts';
import type { Lorebook } from '../lorebook/lorebook.ts';
import type { OpenProblem } from '../lorebook/open.ts';
import { problems } from '../messages/en/problems.ts';
import { questions } from '../messages/en/questions.ts';
import { rights } from '../messages/en/rights.ts';
import { act } from './act.ts';
import { type ActionId, readActionId } from './action-id.ts';
import { inputOf, optionsOf } from './inputs.ts';
import type { Latencies } from './latencies.ts';
import { LIMITS } from './limits.ts';
import { type NewsSource, tellNews } from './news.ts';
import { type RecoverParts, recover } from './recover.ts';
import { type Answerable, answer, takeAway, tell, turn } from './respond.ts';
import { standingOf } from './standing.ts';

const NO_INPUT: Input = { values: [], fields: {} };

/** Where acts go that take longer than whoever else asks should wait. */
export interface ActsApart {
  /** True for what an act throws that turns out to be long: nothing of it was done. */
  isLong(error: unknown): boolean;
  /** Does it in a thread of its own; a problem says why it came to nothing. */
  act: typeof actApart;
}

export interface RouterParts extends RecoverParts {
  /** Subcommands by top-level command. */
  readonly groups: Readonly<Record<string, readonly Command[]>>;
  /** The lorebook of a server. */
  readonly open: (guildId: string) => Result<Lorebook, OpenProblem>;
  readonly shelf: ShelfPort;
  readonly schedule: SchedulePort;
  /** REST base, for files. */
  readonly apiUrl: string;
  readonly clock: () => number;
  readonly apart: ActsApart;
  /** Called after every act, whatever came of it. */
  readonly acted?: (guildId: string, lorebook: Lorebook, around: Surroundings) => void;
  readonly latencies?: Latencies;
  /** What somebody waits to hear, told after their next answer. */
  readonly news?: NewsSource;
}

/** Takes every interaction to its command, and answers each one whatever happens. Never throws. */
export function createRouter(parts: RouterParts): (interaction: Interaction) => Promise<void> {
  return async (interaction) => {
    try {
      await route(interaction, parts);
    } catch (error) {
      await recover(interaction, error, parts);
    }
  };
}

async function route(interaction: Interaction, parts: RouterParts): Promise<void> {
  if (interaction.isAutocomplete()) await suggest(interaction, parts);
  else if (interaction.isChatInputCommand()) await typed(interaction, parts);
  else if (interaction.isMessageComponent() || interaction.isModalSubmit()) await used(interaction, parts);
}

async function typed(interaction: ChatInputCommandInteraction, parts: RouterParts): Promise<void> {
  const command = commandOf(interaction, parts);
  if (command === undefined) return tell(interaction, problems.unknownCommand);
  const lorebook = lorebookOf(interaction.guildId, parts);
  if (typeof lorebook === 'string') return tell(interaction, lorebook);
  const options = optionsOf(interaction, command);
  if ('run' in command) {
    const doing = { kind: 'command', group: interaction.commandName, name: command.name } as const;
    const run = (context: ActContext) => command.run(context, options);
    return act(interaction, parts, lorebook, { doing, options, input: NO_INPUT, isSlow: command.isSlow === true, run });
  }
  const refused = refusalOf(interaction, lorebook, command, options);
  if (refused !== null) return tell(interaction, refused);
  const answered = command.answer(lorebook, options, standingOf(interaction, lorebook.settings()));
  if (answered.kind === 'refused') return tell(interaction, answered.message);
  const isPrivate = command.needs !== undefined || (interaction.options.getBoolean('private') ?? false);
  await answer(interaction, command.name, answered, isPrivate);
  await tellNews(interaction, lorebook, parts.news, parts.log);
}

async function suggest(interaction: AutocompleteInteraction, parts: RouterParts): Promise<void> {
  const command = commandOf(interaction, parts);
  const focused = interaction.options.getFocused(true);
  const option = command?.options.find((one) => one.name === focused.name);
  const lorebook = lorebookOf(interaction.guildId, parts);
  if (command === undefined || option?.suggest === undefined || typeof lorebook === 'string') {
    await interaction.respond([]);
    return;
  }
  const choices = option.suggest(lorebook, focused.value, optionsOf(interaction, command));
  await interaction.respond(choices.slice(0, LIMITS.choices).map(({ name, value }) => ({ name, value })));
}

/** A button, a list or a form: what it runs stands in its id, and rights are checked anew. */
async function used(
  interaction: MessageComponentInteraction | ModalSubmitInteraction,
  parts: RouterParts,
): Promise<void> {
  const id = readActionId(interaction.customId);
  if (id === null) return tell(interaction, problems.staleButton);
  const lorebook = lorebookOf(interaction.guildId, parts);
  if (typeof lorebook === 'string') return tell(interaction, lorebook);
  if (id.verb === 'do') {
    const action = actsOf(parts)
      .flatMap((command) => command.actions ?? [])
      .find(({ name }) => name === id.command);
    if (action === undefined) return tell(interaction, problems.staleButton);
    const input = inputOf(interaction);
    const doing = { kind: 'action', name: action.name } as const;
    const run = (context: ActContext) => action.run(context, id.options, input);
    const { options } = id;
    return act(interaction, parts, lorebook, { doing, options, input, isSlow: action.isSlow === true, run });
  }
  if (!interaction.isButton()) return tell(interaction, problems.staleButton);
  if (id.verb === 'remove') return takeAway(interaction, id.options);
  await press(interaction, parts, lorebook, id);
}

async function press(
  interaction: ButtonInteraction,
  parts: RouterParts,
  lorebook: Lorebook,
  id: ActionId,
): Promise<void> {
  const command = Object.values(parts.groups)
    .flat()
    .find((one): one is LookupCommand => one.name === id.command && 'answer' in one);
  if (command === undefined) return tell(interaction, problems.staleButton);
  const refused = refusalOf(interaction, lorebook, command, id.options);
  if (refused !== null) return tell(interaction, refused);
  if (id.verb === 'mark') {
    command.mark?.(lorebook, id.options);
    return tell(interaction, questions.kept);
  }
  const answered = command.answer(lorebook, id.options, standingOf(interaction, lorebook.settings()));
  if (answered.kind === 'refused') return tell(interaction, answered.message);
  if (id.verb === 'page') return turn(interaction, command.name, answered, id.page);
  // Somebody's curiosity about one line should not fill the channel: what a button opens, only they see.
  const isPrivate = id.verb !== 'share' || command.needs !== undefined;
  await answer(interaction, command.name, answered, isPrivate);
}

function commandOf(interaction: ChatInputCommandInteraction | AutocompleteInteraction, parts: RouterParts) {
  const name = interaction.options.getSubcommand(false);
  return parts.groups[interaction.commandName]?.find(
    (command) => command.name === name && ('run' in command || command.isHidden !== true),
  );
}

function actsOf(parts: RouterParts): readonly ActCommand[] {
  return Object.values(parts.groups)
    .flat()
    .filter((command) => 'run' in command);
}

/** Checked on every use, also when somebody else presses a button. How an answer was read is for keepers, too. */
function refusalOf(
  interaction: Answerable,
  lorebook: Lorebook,
  command: LookupCommand,
  options: Options,
): string | null {
  const deed = options.explain === undefined ? command.needs : 'see how answers were read';
  if (deed === undefined) return null;
  const settings = lorebook.settings();
  const refused = refusal(standingOf(interaction, settings), deed);
  return refused === null ? null : refusalText(interaction, lorebook, refused);
}

function refusalText(interaction: Answerable, lorebook: Lorebook, refused: Refusal): string {
  const { roles } = lorebook.settings();
  const ids = refused.needs === 'scribe' ? [...roles.scribe, ...roles.keeper] : roles.keeper;
  return rights.refused(
    refused,
    ids.flatMap((id) => interaction.guild?.roles.cache.get(id)?.name ?? []),
  );
}

/** The lorebook, or the sentence that says why there is none. */
function lorebookOf(guildId: string | null, parts: RouterParts): Lorebook | string {
  if (guildId === null) return problems.onlyInServers;
  const opened = parts.open(guildId);
  if (opened.ok) return opened.value;
  parts.log.error({ problem: opened.problem }, 'a lorebook could not be opened');
  return problems.closedLorebook(opened.problem);
}
