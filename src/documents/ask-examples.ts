import type { Example } from '../ask/answer.ts';
import { ask } from '../messages/en/ask.ts';
import type { Voice } from './voice.ts';

/** A question that this very lorebook answers. */
export function exampleText(example: Example, voice: Voice): string {
  switch (example.kind) {
    case 'who-held':
      return ask.examples.whoHeld(example.office);
    case 'when':
      return ask.examples.when(example.event);
    case 'members':
      return ask.examples.members(example.of);
    case 'about':
      return ask.examples.about(example.name);
    case 'year':
      return ask.examples.year(voice.year(example.day));
  }
}
