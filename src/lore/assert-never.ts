/** Ends a `switch` over a closed set, so that a new member is a compile error and not a silent fall-through. */
export function assertNever(value: never): never {
  throw new Error(`not handled: ${JSON.stringify(value)}`);
}
