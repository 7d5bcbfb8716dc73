import { slugOf } from './fold.ts';

/** A free slug for a name: the folded name, then with `~continuity`, then with `-2`, `-3` … */
export function uniqueSlug(name: string, continuity: string | null, isTaken: (slug: string) => boolean): string {
  const plain = slugOf(name);
  if (!isTaken(plain)) return plain;
  const base = continuity === null ? plain : `${plain}~${continuity}`;
  if (!isTaken(base)) return base;
  let number = 2;
  while (isTaken(`${base}-${number}`)) number += 1;
  return `${base}-${number}`;
}
