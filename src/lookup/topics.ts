/** What an entry is grouped by, in the order it is read. */
export const TOPICS = [
  'identity',
  'life',
  'family',
  'offices',
  'founding',
  'ties',
  'deeds',
  'undergone',
  'events',
  'places',
  'things',
  'numbers',
  'causes',
  'works',
  'character',
  'other',
] as const;
export type Topic = (typeof TOPICS)[number];

const BY_PREDICATE: Readonly<Record<string, Topic>> = {
  ...of('identity', ['species', 'title', 'existed', 'status', 'fate']),
  ...of('life', ['born', 'died', 'birth_place', 'death_place', 'killed_by', 'cause_of_death']),
  ...of('family', ['parent', 'mother', 'father', 'sibling', 'spouse']),
  ...of('offices', ['holds_position', 'succeeded_by', 'led_by', 'commanded_by', 'ruled_by']),
  ...of('founding', ['formed', 'dissolved', 'built', 'destroyed', 'founded_by', 'formed_from', 'successor_state_of']),
  ...of('ties', ['member_of', 'partner_of', 'ally_of', 'at_war_with', 'enemy_of', 'made_peace_with']),
  ...of('ties', ['signed_treaty_with', 'part_of']),
  ...of('deeds', ['conquered', 'captured', 'liberated', 'enslaved', 'destroyed_target']),
  ...of('events', ['date', 'location', 'participant', 'victor', 'outcome']),
  ...of('places', ['located_in', 'based_at', 'controls']),
  ...of('things', ['owns']),
  ...of('numbers', ['count_of']),
  ...of('causes', ['motive', 'caused_by']),
  ...of('works', ['released', 'author', 'continuity_of']),
  ...of('character', ['described_as']),
};

/** Deeds read from the side of the one they were done to. */
const UNDERGONE: ReadonlySet<Topic> = new Set(['deeds']);

/** The topic of a claim as seen from its subject, or from its value. */
export function topicOf(predicate: string, side: 'subject' | 'value'): Topic {
  const topic = BY_PREDICATE[predicate] ?? 'other';
  return side === 'value' && UNDERGONE.has(topic) ? 'undergone' : topic;
}

function of(topic: Topic, predicates: readonly string[]): Record<string, Topic> {
  return Object.fromEntries(predicates.map((predicate) => [predicate, topic]));
}
