import { createHash } from 'node:crypto';

/** A number for what something says, the same in every import that says it so. */
export function digestOf(what: string, content: unknown): number {
  const hash = createHash('sha1').update(what).update('\n').update(JSON.stringify(content)).digest();
  // 53 bits: what a number holds exactly.
  return hash.readUIntBE(0, 6) * 32 + (hash.readUInt8(6) >> 3);
}
