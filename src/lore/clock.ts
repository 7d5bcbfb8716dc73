/** Milliseconds since 1970. Passed in, so that the core has no clock of its own. */
export type Clock = () => number;
