import { lowerAt, type Scene } from '../scene.ts';
import { isAdverb, UNREAL } from '../words.ts';

/** The last item before and at `at` that is no adverb. */
export function skipAdverbs(scene: Scene, at: number): number {
  let index = at;
  while (index >= 0 && isAdverb(lowerAt(scene.items, index))) index -= 1;
  return index;
}

/** Whether words between the subject and its verb say that it did not, or need not, happen. */
export function hasUnreal(scene: Scene, from: number, to: number): boolean {
  // "if Osric had taken the ford": the word stands before the subject.
  const first = Math.max(0, from - 2);
  return scene.items.slice(first, to).some((_, index) => {
    const lower = lowerAt(scene.items, first + index);
    return first + index < from ? lower === 'if' || lower === 'unless' : UNREAL.has(lower);
  });
}
