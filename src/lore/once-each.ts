/** Each once, by id, where it first stands. */
export function onceEach<T extends { readonly id: unknown }>(items: readonly T[]): T[] {
  return [...new Map(items.map((item) => [item.id, item])).values()];
}
