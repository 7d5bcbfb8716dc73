import { checkCommand, checkCommandList, overCommandLimit } from '../checks/commands.ts';
import { Place } from '../checks/problems.ts';
import { type JsonObject, objectOf, objectsOf, textOr } from '../json.ts';
import { REFUSAL, refuseFaults, tooManyCommands } from '../rest/api-error.ts';
import { type Call, NO_CONTENT, ok, type Route, route } from '../rest/router.ts';
import type { LoopbackState } from '../state.ts';
import { wireCommand } from '../wire/application.ts';
import type { StoredCommand } from '../world/commands.ts';

const GLOBAL = '/applications/:application/commands';
const GUILD = '/applications/:application/guilds/:guild/commands';

/** Registered commands, global and per server. */
export function commandRoutes(state: LoopbackState): readonly Route[] {
  const { commands, world } = state;
  const wire = (command: StoredCommand) => wireCommand(command, world.bot.id);

  const scope = ({ params }: Call): string | null => {
    if (params.application !== world.bot.id) throw REFUSAL.unknownApplication();
    if (params.guild === undefined) return null;
    if (world.guild(params.guild) === undefined) throw REFUSAL.missingAccess();
    return params.guild;
  };
  const known = (call: Call): StoredCommand => {
    const command = commands.find(scope(call), call.params.command ?? '');
    if (command === undefined) throw REFUSAL.unknownCommand();
    return command;
  };
  const refuseOver = (definitions: readonly unknown[]) => {
    const max = overCommandLimit(objectsOf(definitions));
    if (max !== null) throw tooManyCommands(max);
  };

  const refuseTaken = (command: StoredCommand, name: string) => {
    const holder = commands.named(command.guildId, command.type, name);
    if (holder === undefined || holder.id === command.id) return;
    const place = new Place();
    place.fail('APPLICATION_COMMANDS_DUPLICATE_NAME', 'Application command names must be unique');
    refuseFaults(place);
  };

  const list = (call: Call) => ok(commands.list(scope(call)).map(wire));
  const overwrite = (call: Call) => {
    const guildId = scope(call);
    const place = new Place();
    checkCommandList(call.json, place);
    refuseFaults(place);
    const definitions = objectsOf(call.json);
    refuseOver(definitions);
    return ok(commands.overwrite(guildId, definitions).map(wire));
  };
  const create = (call: Call) => {
    const guildId = scope(call);
    check(call.json);
    const definition = objectOf(call.json);
    const type = Number(definition.type ?? 1);
    const isNew = commands.named(guildId, type, textOr(definition.name, '')) === undefined;
    if (isNew) refuseOver([...commands.list(guildId).map((command) => ({ type: command.type })), { type }]);
    return { status: isNew ? 201 : 200, body: wire(commands.put(guildId, definition)) };
  };
  const update = (call: Call) => {
    const command = known(call);
    const definition: JsonObject = { ...command.definition, ...objectOf(call.json), type: command.type };
    check(definition);
    refuseTaken(command, textOr(definition.name, ''));
    return ok(wire(commands.update(command, definition)));
  };
  const remove = (call: Call) => {
    commands.remove(known(call));
    return NO_CONTENT;
  };

  return [GLOBAL, GUILD].flatMap((base) => [
    route('GET', base, list),
    route('PUT', base, overwrite),
    route('POST', base, create),
    route('GET', `${base}/:command`, (call) => ok(wire(known(call)))),
    route('PATCH', `${base}/:command`, update),
    route('DELETE', `${base}/:command`, remove),
  ]);
}

function check(definition: unknown): void {
  const place = new Place();
  checkCommand(definition, place);
  refuseFaults(place);
}
