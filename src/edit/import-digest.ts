/**
 * A number of 53 bits for what something says, the same in every import that says it so. Two multiplicative hashes side
 * by side, not a cryptographic one: a million claims are digested twice each, and nobody gains by a collision.
 */
export function digestOf(what: string, content: unknown): number {
  const text = `${what}\n${JSON.stringify(content)}`;
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    a = Math.imul(a ^ unit, 2654435761);
    b = Math.imul(b ^ unit, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return 2 ** 32 * (b & 0x1fffff) + (a >>> 0);
}
