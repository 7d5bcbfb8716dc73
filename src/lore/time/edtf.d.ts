/** What is used of the package `edtf` 4.11.1, which ships no types: its parser, and the hull of masked dates. */
declare module 'edtf' {
  /** A node of the parser's tree. `Infinity` is written "..", null an end left empty. */
  export interface EdtfNode {
    readonly type: 'Date' | 'Year' | 'Decade' | 'Century' | 'Season' | 'Interval' | 'Set' | 'List';
    readonly values: readonly (number | null | EdtfNode | readonly EdtfNode[])[];
    readonly uncertain?: boolean | number;
    readonly approximate?: boolean | number;
    readonly unspecified?: number;
    readonly significant?: number;
    readonly earlier?: boolean;
    readonly later?: boolean;
  }
  export function parse(text: string): EdtfNode;
  /** `min` and `max` are milliseconds since 1970-01-01T00:00Z. */
  class EdtfDate {
    constructor(node: EdtfNode);
    readonly min: number;
    readonly max: number;
    readonly edtf: string;
  }

  export { EdtfDate as Date };
}
