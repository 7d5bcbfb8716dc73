import type { Changes } from '../changes.ts';
import { type JsonObject, numberOr, textOr, withoutNulls } from '../json.ts';
import type { SnowflakeSource } from '../snowflake.ts';

/** A registered command as Discord stores it. `guildId` null: global. */
export interface StoredCommand {
  readonly id: string;
  readonly version: string;
  readonly guildId: string | null;
  readonly type: number;
  readonly name: string;
  readonly definition: JsonObject;
}

/** The commands an application has registered, globally and per server. */
export class Commands {
  readonly #changes: Changes;
  readonly #ids: SnowflakeSource;
  readonly #scopes = new Map<string | null, readonly StoredCommand[]>();

  constructor(changes: Changes, ids: SnowflakeSource) {
    this.#changes = changes;
    this.#ids = ids;
  }

  list(guildId: string | null): readonly StoredCommand[] {
    return this.#scopes.get(guildId) ?? [];
  }

  find(guildId: string | null, id: string): StoredCommand | undefined {
    return this.list(guildId).find((command) => command.id === id);
  }

  named(guildId: string | null, type: number, name: string): StoredCommand | undefined {
    return this.list(guildId).find((command) => command.type === type && command.name === name);
  }

  /** What a person on a server sees: the server's own commands win over global ones of the same name. */
  visibleIn(guildId: string | null): readonly StoredCommand[] {
    if (guildId === null) return this.list(null);
    const own = this.list(guildId);
    const taken = new Set(own.map((command) => `${command.type} ${command.name}`));
    return [...own, ...this.list(null).filter((command) => !taken.has(`${command.type} ${command.name}`))];
  }

  /** Replaces the whole scope. A command that keeps its name and type keeps its id. */
  overwrite(guildId: string | null, definitions: readonly JsonObject[]): readonly StoredCommand[] {
    const stored = definitions.map((definition) => this.#store(guildId, definition));
    return this.#set(guildId, stored);
  }

  put(guildId: string | null, definition: JsonObject): StoredCommand {
    const stored = this.#store(guildId, definition);
    this.#set(guildId, [...this.list(guildId).filter((command) => command.id !== stored.id), stored]);
    return stored;
  }

  update(command: StoredCommand, definition: JsonObject): StoredCommand {
    const changed = { ...command, name: textOr(definition.name, command.name), definition, version: this.#ids.next() };
    const all = this.list(command.guildId).map((known) => (known.id === command.id ? changed : known));
    this.#set(command.guildId, all);
    return changed;
  }

  remove(command: StoredCommand): void {
    this.#set(
      command.guildId,
      this.list(command.guildId).filter((known) => known.id !== command.id),
    );
  }

  #store(guildId: string | null, definition: JsonObject): StoredCommand {
    const type = numberOr(definition.type, 1);
    const name = textOr(definition.name, '');
    const known = this.named(guildId, type, name);
    const id = known?.id ?? this.#ids.next();
    return { id, version: this.#ids.next(), guildId, type, name, definition: withoutNulls(definition) };
  }

  #set(guildId: string | null, commands: readonly StoredCommand[]): readonly StoredCommand[] {
    this.#scopes.set(guildId, commands);
    this.#changes.emit({ kind: 'commands-changed', guildId });
    return commands;
  }
}
