import { timelineDocument } from '../../src/documents/timeline.ts';
import { timelineJson } from '../../src/documents/timeline-json.ts';
import { voiceOf } from '../../src/documents/voice.ts';
import { timeline as lookUp } from '../../src/lookup/timeline.ts';
import { commands } from '../../src/messages/en/commands.ts';
import type { LookupCommand } from '../command.ts';
import { dateOption, nameOption, readSpan } from '../options.ts';

export const timeline = {
  name: 'timeline',
  description: commands.lore.timeline.description,
  options: [
    nameOption('about', commands.lore.timeline.about),
    dateOption('from', commands.lore.timeline.from),
    dateOption('to', commands.lore.timeline.to),
  ],
  positional: [],
  answer: (lorebook, options) => {
    const read = readSpan(lorebook, options);
    if (!read.ok) return { kind: 'refused', message: read.message };
    const voice = voiceOf(lorebook.read);
    const view = lookUp(lorebook.read, options.about, read.span);
    if (view.status === 'answered' && view.about !== null) lorebook.noteAsked(view.about.id);
    return {
      kind: 'answered',
      isFound: view.status !== 'not-recorded',
      document: timelineDocument(view, voice, read.typed),
      json: () => timelineJson(view, voice),
      again: options,
    };
  },
} satisfies LookupCommand;
