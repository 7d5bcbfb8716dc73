import { fail, ok, type Result } from '../result.ts';

export interface Quantity {
  /** null = nothing bounds it on that side. */
  readonly low: number | null;
  readonly high: number | null;
  /** The counted noun; empty where none was given. */
  readonly what: string;
}

/** The noun holds no `|`: it becomes a qualifier, and those are separated by it. */
const SHAPE =
  /^(about|around|approximately|circa|c\.|~|at least|at most|more than|less than|fewer than|over|under)?\s*(-?\d[\d,.'’  ]*)(?:\s*(?:-|–|to)\s*(\d[\d,.'’  ]*))?(?:\s+([^\s|][^|]*))?$/iu;

/** How far "about" reaches to either side. */
const ABOUT = 0.1;

/** Reads `[about|at least|at most|more than|less than] N[-M] [noun]`; thousands separators are allowed. */
export function parseQuantity(
  text: string,
): Result<Quantity, { readonly kind: 'not-a-quantity'; readonly text: string }> {
  const problem = { kind: 'not-a-quantity', text } as const;
  const parts = SHAPE.exec(text.trim());
  if (parts === null) return fail(problem);
  const [, word = '', first = '', second, noun = ''] = parts;
  const from = numberOf(first);
  const to = second === undefined ? from : numberOf(second);
  if (from === null || to === null || to < from) return fail(problem);
  const what = noun.trim();
  switch (word.toLowerCase()) {
    case '':
      return ok({ low: from, high: to, what });
    case 'at least':
      return ok({ low: from, high: null, what });
    case 'at most':
      return ok({ low: null, high: to, what });
    case 'more than':
    case 'over':
      return ok({ low: beyond(to, 1), high: null, what });
    case 'less than':
    case 'fewer than':
    case 'under':
      return ok({ low: null, high: beyond(from, -1), what });
    default:
      return ok({ low: from - Math.abs(from) * ABOUT, high: to + Math.abs(to) * ABOUT, what });
  }
}

/** The next count after a whole number; a hair's breadth after a measure. */
function beyond(value: number, direction: 1 | -1): number {
  return Number.isInteger(value) ? value + direction : value + direction * Math.abs(value) * 1e-9;
}

function numberOf(text: string): number | null {
  const trimmed = text.replace(/[\s ’'  ]+/gu, '').replace(/[.,]$/, '');
  const grouped = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(trimmed) ? trimmed.replaceAll(',', '') : trimmed;
  const dotted = /^-?\d{1,3}(\.\d{3}){2,}$/.test(grouped) ? grouped.replaceAll('.', '') : grouped;
  return /^-?\d+(\.\d+)?$/.test(dotted) ? Number(dotted) : null;
}
