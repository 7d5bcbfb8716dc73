import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PredicateId } from '../../src/lore/ids.ts';
import { SUNDERED_COAST } from '../../src/lore/time/examples.ts';
import { readRow } from './case-table.ts';
import type { Cast, Row } from './sketch.ts';

export const LABELS = ['conflict', 'temporal', 'divergence', 'none'] as const;
export type Label = (typeof LABELS)[number];

/** Two claims as a reader would judge them, with what else of the world bears on them. */
export interface Pair {
  readonly world: string;
  readonly name: string;
  readonly label: Label;
  readonly rows: readonly [Row, Row];
  readonly context: readonly Row[];
}

export interface LabelledWorld {
  readonly name: string;
  readonly cast: Cast;
  readonly pairs: readonly Pair[];
}

const OTHER_TIMELINES = (first: string, ...branches: readonly string[]): NonNullable<Cast['continuities']> => [
  { slug: first, parent: null },
  ...branches.map((slug) => ({ slug, parent: first })),
];

const CASTS: Readonly<Record<string, Cast>> = {
  'fan-universe': {
    entities: {
      person: ['Ilse Marrow', 'Orrin Vale', 'Hask', 'Sable Wren'],
      polity: ['Reach League', 'Tannis Republic'],
      group: ['Iron Fleet', 'Ember Rebels'],
      species: ['Tannisians', 'Corvanes'],
      place: ['Tannis', 'Corvane', 'Port Aurel'],
      vessel: ['Lantern'],
      office: ['High Admiral', 'Captain'],
      event: ['Raid on Corvane'],
      battle: ['Battle of Ash'],
      work: ['Ember Rising', 'Ashfall'],
      continuity: ['main line', 'burnt line'],
    },
    continuities: OTHER_TIMELINES('main', 'burnt', 'drowned'),
    shared: ['Captain'],
  },
  campaign: {
    entities: {
      person: ['Maelin', 'Brannoc', 'Tamsin', 'Old Nan'],
      polity: ['Saltmere League', 'Drowned Court'],
      group: ['Guild of Lamps'],
      place: ['Saltmere', 'Saltmere Harbour', 'Cold Quay', 'Tower of Lamps', 'Lamp Room'],
      artefact: ['Glass Crown'],
      vessel: ['Gull'],
      office: ['Harbourmaster', 'Councillor'],
      event: ['Siege of Saltmere'],
      battle: ['Fight at the Weir'],
    },
    continuities: OTHER_TIMELINES('waking', 'dream'),
    shared: ['Councillor'],
    calendar: SUNDERED_COAST,
  },
  chronicle: {
    entities: {
      person: ['Hereward', 'Godric', 'Edith', 'Wulfstan', 'Sigtrygg'],
      polity: ['Kingdom of Tarn', 'Kingdom of Both', 'Kingdom of Esk'],
      group: ['Men of Esk', 'Northmen'],
      place: ['Esk Vale', 'North Fens', 'Tarn Abbey', 'Tarn'],
      office: ['King of Esk', 'King of Tarn', 'Ealdorman'],
      event: ['Siege of Esk', 'Harrying of Tarn'],
      battle: ['Battle of the Fens'],
    },
    continuities: OTHER_TIMELINES('annals', 'otherworld'),
    shared: ['Ealdorman'],
    predicates: [{ id: 'venerated_by' as PredicateId, temporal: 'repeatable' }],
  },
};

/** The pairs of the three invented worlds: `## name => label`, two claims, and lines of context that begin with `+`. */
export function labelledWorlds(): readonly LabelledWorld[] {
  return Object.entries(CASTS).map(([name, cast]) => {
    const text = readFileSync(join(import.meta.dirname, 'labelled', `${name}.txt`), 'utf8');
    return {
      name,
      cast,
      pairs: text
        .split(/^## /mu)
        .slice(1)
        .map((part) => readPair(name, part)),
    };
  });
}

function readPair(world: string, part: string): Pair {
  const [title = '', ...lines] = part.trim().split('\n');
  const [name = '', written = ''] = title.split(' => ');
  const label = LABELS.find((known) => known === written);
  const told = lines.filter((line) => line.includes(' | '));
  const [first, second, ...more] = told.filter((line) => !line.startsWith('+ ')).map(readRow);
  if (label === undefined || first === undefined || second === undefined || more.length > 0) {
    throw new Error(`${world}, ${name}: two claims and a label are needed`);
  }
  const context = told.filter((line) => line.startsWith('+ ')).map((line) => readRow(line.slice(2)));
  return { world, name, label, rows: [first, second], context };
}
