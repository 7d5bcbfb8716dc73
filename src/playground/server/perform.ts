import { assertNever } from '../../lore/assert-never.ts';
import type { ModalForm } from '../loopback/interactions/interaction.ts';
import type { LoopbackDiscord } from '../loopback/loopback-discord.ts';
import type { FileInput } from '../loopback/person/files.ts';
import type { FieldInput } from '../loopback/person/form-values.ts';
import type { OptionInput } from '../loopback/person/option-values.ts';
import { PersonError } from '../loopback/person/person-error.ts';
import type { Message } from '../loopback/world/model.ts';
import type { PlaygroundClock } from '../playground-clock.ts';
import { historyPage } from './history.ts';
import type { TabPlace } from './place.ts';
import type { FieldRequest, OptionRequest, PageRequest, UploadReference } from './requests.ts';
import type { UnderWay } from './under-way.ts';
import type { Uploads } from './uploads.ts';
import { visibleCommands } from './visible-commands.ts';
import { isTextChannel } from './world-view.ts';

export interface PerformParts {
  readonly discord: LoopbackDiscord;
  readonly clock: PlaygroundClock;
  readonly uploads: Uploads;
  readonly underWay: UnderWay;
  readonly modals: ReadonlyMap<string, ModalForm>;
  /** From here on the tab is told what happens in this place. */
  readonly watch: (place: TabPlace) => void;
}

const FIRST_PAGE = 50;

/** Does what a tab asked for. What a person could not do in Discord's client throws a PersonError. */
export function perform(parts: PerformParts, request: PageRequest): unknown {
  const { discord } = parts;
  if (request.do === 'advance') {
    return parts.underWay.settled().then(() => {
      parts.clock.advance(request.ms);
      return { aheadMs: parts.clock.aheadMs };
    });
  }
  const place = checkedPlace(discord, request.place);
  const actor = discord.as(place.guildId, place.userId, place.channelId);
  switch (request.do) {
    case 'watch':
      parts.watch(place);
      return { history: historyPage(discord, place, { limit: FIRST_PAGE }), commands: visibleCommands(discord, place) };
    case 'history':
      return historyPage(discord, place, request);
    case 'say':
      return { messageId: actor.say(request.content).id };
    case 'command':
      return started(actor.type(request.command, given(parts.uploads, request.options)));
    case 'autocomplete':
      return actor
        .autocomplete(request.command, withoutFiles(request.options), request.focused)
        .then((choices) => ({ choices }));
    case 'click':
      return started(actor.click(messageOf(discord, request.messageId), request.component));
    case 'select':
      return started(actor.select(messageOf(discord, request.messageId), request.component, request.values));
    case 'submit':
      return started(actor.submit(modalOf(parts.modals, request.interactionId), fields(parts.uploads, request.values)));
    case 'dismiss':
      actor.dismiss(messageOf(discord, request.messageId));
      return {};
    default:
      return assertNever(request);
  }
}

function started({ id }: { readonly id: string }) {
  return { interactionId: id };
}

function checkedPlace(discord: LoopbackDiscord, place: TabPlace): TabPlace {
  const guild = discord.world.guild(place.guildId);
  const channel = guild?.channels.get(place.channelId);
  if (guild === undefined || channel === undefined || !isTextChannel(channel)) {
    throw new PersonError('This channel is not there any more.');
  }
  if (!guild.members.has(place.userId)) throw new PersonError('This person is not on this server.');
  return place;
}

function messageOf(discord: LoopbackDiscord, id: string): Message {
  const message = discord.message(id);
  if (message === undefined) throw new PersonError('The message is not there any more.');
  return message;
}

function modalOf(modals: ReadonlyMap<string, ModalForm>, interactionId: string): ModalForm {
  const modal = modals.get(interactionId);
  if (modal === undefined) throw new PersonError('This form is no longer open.');
  return modal;
}

function given(
  uploads: Uploads,
  options: Readonly<Record<string, OptionRequest>>,
): Readonly<Record<string, OptionInput>> {
  return Object.fromEntries(
    Object.entries(options).map(([name, value]) => [name, typeof value === 'object' ? fileOf(uploads, value) : value]),
  );
}

function withoutFiles(options: Readonly<Record<string, OptionRequest>>): Readonly<Record<string, OptionInput>> {
  return Object.fromEntries(
    Object.entries(options).flatMap(([name, value]) => (typeof value === 'object' ? [] : [[name, value]])),
  );
}

function fields(
  uploads: Uploads,
  values: Readonly<Record<string, FieldRequest>>,
): Readonly<Record<string, FieldInput>> {
  const read = (value: FieldRequest): FieldInput => {
    if (!Array.isArray(value)) return value;
    const files = value.filter((item) => typeof item === 'object').map((item) => fileOf(uploads, item));
    return files.length > 0 ? files : value.filter((item) => typeof item === 'string');
  };
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, read(value)]));
}

function fileOf(uploads: Uploads, { upload }: UploadReference): FileInput {
  const file = uploads.get(upload);
  if (file === undefined) throw new PersonError('The file is no longer here: choose it again.');
  return file;
}
