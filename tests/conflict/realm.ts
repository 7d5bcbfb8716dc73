import type { PredicateId } from '../../src/lore/ids.ts';
import type { Cast } from './sketch.ts';

/** The invented realm of the case tables: a main line with a branch, its twig, and another branch apart from them. */
export const REALM: Cast = {
  entities: {
    person: ['Aldra', 'Brun', 'Cora', 'Dain', 'Edda'],
    polity: ['Varn', 'Oster', 'New Oster', 'League'],
    group: ['Free Folk', 'Miners', 'All the Lowlanders', 'Guild'],
    species: ['Lowlanders', 'Hill People'],
    place: ['Highgate', 'Lower Ward', 'Old Quarter', 'Fenmoor', 'Marches'],
    office: ['Steward', 'Warden', 'Envoy'],
    vessel: ['Heron'],
    event: ['Fall of Oster', 'Rising', 'Feast'],
    battle: ['Battle of the Ford'],
    work: ['Song of Oster'],
    continuity: ['main line', 'other line'],
  },
  continuities: [
    { slug: 'main', parent: null },
    { slug: 'branch', parent: 'main' },
    { slug: 'twig', parent: 'branch' },
    { slug: 'apart', parent: 'main' },
  ],
  shared: ['Envoy'],
  predicates: [{ id: 'remembered_by' as PredicateId, temporal: 'repeatable' }],
};
