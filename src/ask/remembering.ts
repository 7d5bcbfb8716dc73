import type { ClaimId } from '../lore/ids.ts';
import type { LoreReader } from '../lore/reader.ts';

const made = new WeakSet<LoreReader>();

/**
 * A reader for one question: plans, and the words for what they found, ask the same of the lorebook again and again, and
 * nothing changes in between. One that remembers already is given back.
 */
export function remembering(reader: LoreReader): LoreReader {
  if (made.has(reader)) return reader;
  const own: LoreReader = {
    ...reader,
    entity: once((id) => reader.entity(id)),
    aliases: once((id) => reader.aliases(id)),
    counterparts: once((id) => reader.counterparts(id)),
    account: once((id) => reader.account(id)),
    work: once((id) => reader.work(id)),
    claim: once((id) => reader.claim(id)),
    claimsBySubject: twice((subject, predicate) => reader.claimsBySubject(subject, predicate)),
    claimsByObject: twice((object, predicate) => reader.claimsByObject(object, predicate)),
    claimsByQualifier: once((entity) => reader.claimsByQualifier(entity)),
    claimsByPredicate: twice((predicate, limit) => reader.claimsByPredicate(predicate, limit)),
    claimsByText: twice((text, limit) => reader.claimsByText(text, limit)),
    claimCount: once((entity) => reader.claimCount(entity)),
    rulingOn: once((finding) => reader.rulingOn(finding)),
    findingsOf: ofAll((claims) => reader.findingsOf(claims)),
  };
  made.add(own);
  return own;
}

/** The same for the same claims in any order. */
function ofAll<Value>(read: (claims: readonly ClaimId[]) => Value): (claims: readonly ClaimId[]) => Value {
  const known = new Map<string, Value>();
  return (claims) => {
    const key = claims.toSorted((a, b) => a - b).join();
    const value = known.get(key) ?? read(claims);
    known.set(key, value);
    return value;
  };
}

function once<Key, Value>(read: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    if (known.has(key)) return known.get(key) as Value;
    const value = read(key);
    known.set(key, value);
    return value;
  };
}

function twice<First, Second, Value>(
  read: (first: First, second: Second) => Value,
): (first: First, second?: Second) => Value {
  const known = new Map<First, Map<Second, Value>>();
  return (first, second) => {
    const inner = known.get(first) ?? new Map<Second, Value>();
    known.set(first, inner);
    const key = second as Second;
    if (inner.has(key)) return inner.get(key) as Value;
    const value = read(first, key);
    inner.set(key, value);
    return value;
  };
}
