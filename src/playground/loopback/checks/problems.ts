import type { JsonObject } from '../json.ts';

type Path = readonly (string | number)[];

interface Problem {
  readonly path: Path;
  readonly code: string;
  readonly message: string;
}

/** Where in a body a check stands. Faults are gathered in one list, so that a body is refused with all of them. */
export class Place {
  readonly #problems: Problem[];
  readonly #path: Path;

  constructor(problems: Problem[] = [], path: Path = []) {
    this.#problems = problems;
    this.#path = path;
  }

  at(...keys: Path): Place {
    return new Place(this.#problems, [...this.#path, ...keys]);
  }

  fail(code: string, message: string): void {
    this.#problems.push({ path: this.#path, code, message });
  }

  required(): void {
    this.fail('BASE_TYPE_REQUIRED', 'This field is required');
  }

  get hasFaults(): boolean {
    return this.#problems.length > 0;
  }

  /** The `errors` object of Discord's answer: a tree of keys with `_errors` at the leaves. */
  tree(): JsonObject {
    const root: Record<string, unknown> = {};
    for (const { path, code, message } of this.#problems) {
      let node = root;
      for (const key of path) {
        const next = (node[key] ?? {}) as Record<string, unknown>;
        node[key] = next;
        node = next;
      }
      const leaves = (node._errors ?? []) as unknown[];
      node._errors = [...leaves, { code, message }];
    }
    return root;
  }
}
