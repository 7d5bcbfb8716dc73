import { lookups } from '../messages/en/lookups.ts';
import type { Voice } from './voice.ts';

/** Something that surely works in this very lorebook, for a card that found nothing. */
export function somethingToTry(voice: Voice): readonly string[] {
  const [first] = voice.reader.find('', { purpose: 'suggest', limit: 1 }).hits;
  return first === undefined ? [lookups.missing.fill] : [lookups.missing.command('entry', 'name', first.entity.name)];
}
