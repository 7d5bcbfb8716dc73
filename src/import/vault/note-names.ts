import { fold } from '../../lore/fold.ts';

/** Finds the note a link means, as Obsidian does: the path, else a path's end, else the name, else another name. */
export class NoteNames {
  readonly #byPath = new Map<string, string>();
  readonly #byName = new Map<string, string[]>();
  readonly #byAlias = new Map<string, string[]>();

  add(path: string, name: string, aliases: readonly string[]): void {
    this.#byPath.set(keyOf(path), path);
    push(this.#byName, keyOf(path.split('/').at(-1) ?? path), path);
    if (name !== '') push(this.#byAlias, fold(name), path);
    for (const alias of aliases) push(this.#byAlias, fold(alias), path);
  }

  /** The note's path; null where there is no such note yet, or where two have the name and none is nearer. */
  find(target: string, from: string): string | null {
    const key = keyOf(target.replace(/^(?:\.\/)+/, ''));
    const exact = this.#byPath.get(key);
    if (exact !== undefined) return exact;
    const named = this.#byName.get(key.split('/').at(-1) ?? key) ?? [];
    const fitting = key.includes('/') ? named.filter((path) => keyOf(path).endsWith(`/${key}`)) : named;
    const [only] = fitting;
    if (fitting.length === 1 && only !== undefined) return only;
    if (fitting.length > 1) return nearest(fitting, from);
    const aliased = this.#byAlias.get(fold(target)) ?? [];
    return aliased.length === 1 ? (aliased[0] ?? null) : null;
  }
}

function keyOf(path: string): string {
  return path.normalize('NFC').toLowerCase();
}

function push(map: Map<string, string[]>, key: string, value: string): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else if (!known.includes(value)) known.push(value);
}

/** The one that shares most folders with the note the link stands in; null where two do. */
function nearest(paths: readonly string[], from: string): string | null {
  const folders = from.split('/').slice(0, -1);
  const shared = (path: string): number => {
    const own = path.split('/').slice(0, -1);
    let same = 0;
    while (same < own.length && own[same] === folders[same]) same += 1;
    return same;
  };
  const [first, second] = [...paths].sort((a, b) => shared(b) - shared(a));
  return first !== undefined && (second === undefined || shared(first) > shared(second)) ? first : null;
}
