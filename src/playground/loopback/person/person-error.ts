/** A thing a person could not have done in Discord's client: the fault lies with whoever wrote it down. */
export class PersonError extends Error {}
