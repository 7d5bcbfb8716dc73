/** Row ids, branded so that a claim's cannot pass for an entity's. They are made only where a row or an input is parsed. */
type Branded<Base, Name extends string> = Base & { readonly __id: Name };

export type EntityId = Branded<number, 'entity'>;
export type ClaimId = Branded<number, 'claim'>;
export type AccountId = Branded<number, 'account'>;
export type ContinuityId = Branded<number, 'continuity'>;
export type EditId = Branded<number, 'edit'>;
/** Eight base-32 letters; see `Finding`. */
export type FindingId = Branded<string, 'finding'>;
export type PredicateId = Branded<string, 'predicate'>;
