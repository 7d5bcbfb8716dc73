/**
 * What is left of a graph after everything that nothing leads into, or that leads nowhere, is peeled off again and
 * again (Kahn 1962): the cycles, and what lies between them. Empty for a graph without cycles.
 */
export function residualOf(edges: readonly (readonly [number, number])[]): ReadonlySet<number> {
  let left = edges;
  for (;;) {
    const entered = new Set<number>();
    const leaving = new Set<number>();
    for (const [from, to] of left) {
      entered.add(to);
      leaving.add(from);
    }
    const kept = left.filter(([from, to]) => entered.has(from) && leaving.has(to));
    if (kept.length === left.length) return new Set(left.flat());
    left = kept;
  }
}
