export interface Mutation {
  readonly where: string;
  readonly body: unknown;
}

const WRONG: readonly unknown[] = ['', 'x'.repeat(7_000), -1, 99_999_999_999_999, 1.5, true, {}, [], 'no number'];

/** Copies of a body, each with one part left out, replaced by something odd, or repeated too often. */
export function* mutations(seed: unknown): Generator<Mutation> {
  for (const path of pathsOf(seed)) {
    const where = path.join('.');
    const held = path.reduce<unknown>((node, key) => (node as Record<string, unknown>)[key], seed);
    yield { where: `${where} left out`, body: changed(seed, path, undefined) };
    for (const value of WRONG)
      yield { where: `${where} = ${JSON.stringify(value).slice(0, 20)}`, body: changed(seed, path, value) };
    if (!Array.isArray(held) || held.length === 0) continue;
    const repeated = Array.from({ length: 150 }, () => structuredClone(held[0]) as unknown);
    yield { where: `${where} repeated`, body: changed(seed, path, repeated) };
  }
}

function pathsOf(node: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof node !== 'object' || node === null) return [path];
  const below = Object.entries(node).flatMap(([key, child]) => pathsOf(child, [...path, key]));
  return path.length === 0 ? below : [path, ...below];
}

function changed(seed: unknown, path: readonly string[], value: unknown): unknown {
  const copy = structuredClone(seed);
  const parent = path.slice(0, -1).reduce<unknown>((node, key) => (node as Record<string, unknown>)[key], copy);
  const last = path.at(-1) ?? '';
  if (value === undefined && Array.isArray(parent)) parent.splice(Number(last), 1);
  else if (value === undefined) delete (parent as Record<string, unknown>)[last];
  else (parent as Record<string, unknown>)[last] = structuredClone(value);
  return copy;
}
