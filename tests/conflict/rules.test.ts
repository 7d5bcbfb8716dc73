import { describe, expect, it } from 'vitest';
import { type Cast, type Row, sketch, verdicts } from './sketch.ts';

/** An invented realm; nothing in it is anybody's. */
const CAST: Cast = {
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
};

interface Case {
  readonly name: string;
  readonly rows: readonly Row[];
  readonly finds: readonly string[];
}

const a = (row: Row): Row => ({ ...row, account: 'A' });
const b = (row: Row): Row => ({ ...row, account: 'B' });
const born = (v: string, more: Partial<Row> = {}): Row => ({ s: 'Aldra', p: 'born', v, ...more });
const died = (v: string, more: Partial<Row> = {}): Row => ({ s: 'Aldra', p: 'died', v, ...more });

const CASES: Readonly<Record<string, readonly Case[]>> = {
  'R1 one value': [
    {
      name: 'two birth places',
      rows: [a({ s: 'Aldra', p: 'birth_place', v: 'Highgate' }), b({ s: 'Aldra', p: 'birth_place', v: 'Fenmoor' })],
      finds: ['R1 conflict 3'],
    },
    {
      name: 'a ward within the town',
      rows: [
        a({ s: 'Aldra', p: 'birth_place', v: 'Highgate' }),
        b({ s: 'Aldra', p: 'birth_place', v: 'Lower Ward' }),
        a({ s: 'Lower Ward', p: 'located_in', v: 'Highgate' }),
      ],
      finds: [],
    },
    {
      name: 'a people and its state are levels of naming',
      rows: [a({ s: 'Aldra', p: 'killed_by', v: 'Hill People' }), b({ s: 'Aldra', p: 'killed_by', v: 'Varn' })],
      finds: [],
    },
    {
      name: 'two killers',
      rows: [a({ s: 'Aldra', p: 'killed_by', v: 'Brun' }), b({ s: 'Aldra', p: 'killed_by', v: 'Cora' })],
      finds: ['R1 conflict 3'],
    },
    {
      name: 'one side hedged',
      rows: [
        a({ s: 'Aldra', p: 'killed_by', v: 'Brun' }),
        b({ s: 'Aldra', p: 'killed_by', v: 'Cora', modality: 'hedged' }),
      ],
      finds: ['R1 conflict 2'],
    },
    {
      name: 'short wordings that exclude each other',
      rows: [
        a({ s: 'Aldra', p: 'cause_of_death', v: 'poison' }),
        b({ s: 'Aldra', p: 'cause_of_death', v: 'drowning' }),
      ],
      finds: ['R1 conflict 3'],
    },
    {
      name: 'the closer wording holds the looser',
      rows: [
        a({ s: 'Aldra', p: 'cause_of_death', v: 'poison' }),
        b({ s: 'Aldra', p: 'cause_of_death', v: 'a slow poison' }),
      ],
      finds: [],
    },
    {
      name: 'two sentences of prose',
      rows: [
        a({ s: 'Rising', p: 'outcome', v: 'the granaries were burnt to the ground' }),
        b({ s: 'Rising', p: 'outcome', v: 'the steward fled and never came back' }),
      ],
      finds: [],
    },
    {
      name: 'an account that contradicts itself',
      rows: [a({ s: 'Aldra', p: 'mother', v: 'Cora' }), a({ s: 'Aldra', p: 'mother', v: 'Edda' })],
      finds: ['R1 conflict 3'],
    },
    {
      name: 'two parents',
      rows: [a({ s: 'Aldra', p: 'parent', v: 'Cora' }), b({ s: 'Aldra', p: 'parent', v: 'Dain' })],
      finds: [],
    },
  ],
  'R1n loose naming': [
    {
      name: 'one conquest, a state and its successor',
      rows: [
        a({ s: 'Varn', p: 'conquered', v: 'Oster', q: 'event=Fall of Oster' }),
        b({ s: 'Varn', p: 'conquered', v: 'New Oster', q: 'event=Fall of Oster' }),
        a({ s: 'New Oster', p: 'successor_state_of', v: 'Oster' }),
      ],
      finds: ['R1n conflict 2'],
    },
    {
      name: 'two conquests, one after the other',
      rows: [
        a({ s: 'Varn', p: 'conquered', v: 'Oster' }),
        b({ s: 'Varn', p: 'conquered', v: 'New Oster' }),
        a({ s: 'New Oster', p: 'successor_state_of', v: 'Oster' }),
      ],
      finds: [],
    },
    {
      name: 'one event with two objects that are not each other',
      rows: [
        a({ s: 'Varn', p: 'captured', v: 'Brun', q: 'event=Rising' }),
        b({ s: 'Varn', p: 'captured', v: 'Heron', q: 'event=Rising' }),
      ],
      finds: [],
    },
  ],
  'R2 once-dates': [
    { name: 'two years', rows: [a(born('0412')), b(born('0415'))], finds: ['R2 conflict 3'] },
    { name: 'a decade and a year in it', rows: [a(born('041X')), b(born('0415'))], finds: [] },
    { name: 'about 412 reaches 414', rows: [a(born('0412~')), b(born('0414'))], finds: [] },
    { name: 'about 412 does not reach 430', rows: [a(born('0412~')), b(born('0430'))], finds: ['R2 conflict 3'] },
    { name: 'perhaps 415', rows: [a(born('0412')), b(born('0415?'))], finds: ['R2 conflict 2'] },
    { name: 'before 410', rows: [a(born('[..0410]')), b(born('0415'))], finds: ['R2 conflict 3'] },
    { name: 'before 420', rows: [a(born('[..0420]')), b(born('0415'))], finds: [] },
    {
      name: 'one of two years, told by another as one of them',
      rows: [a(born('[0412,0415]')), b(born('0415'))],
      finds: [],
    },
    {
      name: 'killed in one year, died in another',
      rows: [a({ s: 'Aldra', p: 'killed_by', v: 'Brun', date: '0440' }), b(died('0445'))],
      finds: ['R2 conflict 3'],
    },
    {
      name: 'a war as a span and as a year in it',
      rows: [a({ s: 'Rising', p: 'date', v: '0440' }), b({ s: 'Rising', p: 'date', v: '0440/0444' })],
      finds: [],
    },
    {
      name: 'two spans that end apart',
      rows: [a({ s: 'Rising', p: 'date', v: '0440/0442' }), b({ s: 'Rising', p: 'date', v: '0440/0444' })],
      finds: ['R2 conflict 3'],
    },
  ],
  'R2b dates of what may happen again': [
    {
      name: 'two accounts, two years',
      rows: [
        a({ s: 'Varn', p: 'captured', v: 'Brun', date: '0440' }),
        b({ s: 'Varn', p: 'captured', v: 'Brun', date: '0444' }),
      ],
      finds: ['R2b conflict 3'],
    },
    {
      name: 'one account tells of both',
      rows: [
        a({ s: 'Varn', p: 'captured', v: 'Brun', date: '0440' }),
        a({ s: 'Varn', p: 'captured', v: 'Brun', date: '0444' }),
        b({ s: 'Varn', p: 'captured', v: 'Brun', date: '0444' }),
      ],
      finds: [],
    },
    {
      name: 'a month within the year',
      rows: [
        a({ s: 'Varn', p: 'captured', v: 'Brun', date: '0440' }),
        b({ s: 'Varn', p: 'captured', v: 'Brun', date: '0440-05' }),
      ],
      finds: [],
    },
    {
      name: 'two named events',
      rows: [
        a({ s: 'Varn', p: 'captured', v: 'Brun', date: '0440', q: 'event=Rising' }),
        b({ s: 'Varn', p: 'captured', v: 'Brun', date: '0444', q: 'event=Feast' }),
      ],
      finds: [],
    },
    {
      name: 'another captive',
      rows: [
        a({ s: 'Varn', p: 'captured', v: 'Brun', date: '0440' }),
        b({ s: 'Varn', p: 'captured', v: 'Cora', date: '0444' }),
      ],
      finds: [],
    },
  ],
  'R3 one at a time': [
    {
      name: 'two holders that must overlap',
      rows: [
        a({ s: 'Aldra', p: 'holds_position', v: 'Steward', date: '0430/0440' }),
        b({ s: 'Brun', p: 'holds_position', v: 'Steward', date: '0435/0445' }),
      ],
      finds: ['R3 conflict 3'],
    },
    {
      name: 'terms that touch',
      rows: [
        a({ s: 'Aldra', p: 'holds_position', v: 'Steward', date: '0430/0440' }),
        b({ s: 'Brun', p: 'holds_position', v: 'Steward', date: '0440/..' }),
      ],
      finds: [],
    },
    {
      name: 'as of two years, ends unknown',
      rows: [
        a({ s: 'Aldra', p: 'holds_position', v: 'Steward', date: '0430', kind: 'asof' }),
        b({ s: 'Brun', p: 'holds_position', v: 'Steward', date: '0445', kind: 'asof' }),
      ],
      finds: [],
    },
    {
      name: 'as of one year, succeeded later, and another in between',
      rows: [
        a({ s: 'Aldra', p: 'holds_position', v: 'Steward', date: '0430', kind: 'asof' }),
        a({ s: 'Aldra', p: 'succeeded_by', v: 'Brun', date: '0440', q: 'office=Steward' }),
        b({ s: 'Cora', p: 'holds_position', v: 'Steward', date: '0435' }),
      ],
      finds: ['R3 conflict 3'],
    },
    {
      name: 'until 440 in one claim, as of 430 in another, and another in between',
      rows: [
        a({ s: 'Aldra', p: 'holds_position', v: 'Steward', date: '0430', kind: 'asof' }),
        a({ s: 'Aldra', p: 'holds_position', v: 'Steward', date: '/0440' }),
        b({ s: 'Cora', p: 'holds_position', v: 'Steward', date: '0435' }),
      ],
      finds: ['R3 conflict 3'],
    },
    {
      name: 'an office that several hold',
      rows: [
        a({ s: 'Aldra', p: 'holds_position', v: 'Envoy', date: '0430/0440' }),
        b({ s: 'Brun', p: 'holds_position', v: 'Envoy', date: '0435/0445' }),
      ],
      finds: [],
    },
    {
      name: 'an office and a person who rules',
      rows: [
        a({ s: 'Varn', p: 'ruled_by', v: 'Steward', date: '0430/0440' }),
        b({ s: 'Varn', p: 'ruled_by', v: 'Aldra', date: '0430/0440' }),
      ],
      finds: [],
    },
    {
      name: 'two rulers at once',
      rows: [
        a({ s: 'Varn', p: 'ruled_by', v: 'Brun', date: '0430/0440' }),
        b({ s: 'Varn', p: 'ruled_by', v: 'Aldra', date: '0430/0440' }),
      ],
      finds: ['R3 conflict 3'],
    },
    {
      name: 'seat in a ward and in its town',
      rows: [
        a({ s: 'Guild', p: 'based_at', v: 'Highgate', date: '0430/0440' }),
        b({ s: 'Guild', p: 'based_at', v: 'Lower Ward', date: '0430/0440' }),
        a({ s: 'Lower Ward', p: 'part_of', v: 'Highgate' }),
      ],
      finds: [],
    },
    {
      name: 'one thing in two hands',
      rows: [
        a({ s: 'Aldra', p: 'owns', v: 'Heron', date: '0430/0440' }),
        b({ s: 'Brun', p: 'owns', v: 'Heron', date: '0432/0436' }),
      ],
      finds: ['R3 conflict 3'],
    },
    {
      name: 'a reign within a reign elsewhere',
      rows: [
        a({ s: 'Aldra', p: 'holds_position', v: 'Steward', date: '0430/0440' }),
        b({ s: 'Brun', p: 'holds_position', v: 'Warden', date: '0430/0440' }),
      ],
      finds: [],
    },
  ],
  'R4 as of': [
    {
      name: 'held before it began',
      rows: [
        a({ s: 'Aldra', p: 'holds_position', v: 'Steward', date: '0430', kind: 'asof' }),
        b({ s: 'Aldra', p: 'holds_position', v: 'Steward', date: '0435/..' }),
      ],
      finds: ['R4 conflict 3'],
    },
    {
      name: 'held after it ended',
      rows: [
        a({ s: 'Aldra', p: 'holds_position', v: 'Steward', date: '0445', kind: 'asof' }),
        b({ s: 'Aldra', p: 'holds_position', v: 'Steward', date: '/0440' }),
      ],
      finds: ['R4 conflict 3'],
    },
    {
      name: 'one account tells of two terms',
      rows: [
        a({ s: 'Aldra', p: 'holds_position', v: 'Steward', date: '0430', kind: 'asof' }),
        a({ s: 'Aldra', p: 'holds_position', v: 'Steward', date: '0435/..' }),
      ],
      finds: [],
    },
    {
      name: 'another office',
      rows: [
        a({ s: 'Aldra', p: 'holds_position', v: 'Warden', date: '0430', kind: 'asof' }),
        b({ s: 'Aldra', p: 'holds_position', v: 'Steward', date: '0435/..' }),
      ],
      finds: [],
    },
    {
      name: 'a member before joining',
      rows: [
        a({ s: 'Varn', p: 'member_of', v: 'League', date: '0430', kind: 'asof' }),
        b({ s: 'Varn', p: 'member_of', v: 'League', date: '0435/..' }),
      ],
      finds: ['R4 conflict 3'],
    },
  ],
  'R5 quantities': [
    {
      name: 'two counts of one battle',
      rows: [
        a({ s: 'Battle of the Ford', p: 'count_of', v: '12 ships' }),
        b({ s: 'Battle of the Ford', p: 'count_of', v: '15 ships' }),
      ],
      finds: ['R5 conflict 3'],
    },
    {
      name: 'about ten is nine to eleven',
      rows: [
        a({ s: 'Battle of the Ford', p: 'count_of', v: 'about 10 ships' }),
        b({ s: 'Battle of the Ford', p: 'count_of', v: '11 ships' }),
      ],
      finds: [],
    },
    {
      name: 'at least ten',
      rows: [
        a({ s: 'Battle of the Ford', p: 'count_of', v: 'at least 10 ships' }),
        b({ s: 'Battle of the Ford', p: 'count_of', v: '15 ships' }),
      ],
      finds: [],
    },
    {
      name: 'other things counted',
      rows: [
        a({ s: 'Battle of the Ford', p: 'count_of', v: '12 ships' }),
        b({ s: 'Battle of the Ford', p: 'count_of', v: '400 dead' }),
      ],
      finds: [],
    },
    {
      name: 'people of a town in two years',
      rows: [
        a({ s: 'Highgate', p: 'count_of', v: '900 people', date: '0400', kind: 'asof' }),
        b({ s: 'Highgate', p: 'count_of', v: '1500 people', date: '0450', kind: 'asof' }),
      ],
      finds: [],
    },
    {
      name: 'people of a town in one year',
      rows: [
        a({ s: 'Highgate', p: 'count_of', v: '900 people', date: '0400', kind: 'asof' }),
        b({ s: 'Highgate', p: 'count_of', v: '1500 people', date: '0400', kind: 'asof' }),
      ],
      finds: ['R5 conflict 3'],
    },
    {
      name: 'undated, by two accounts',
      rows: [
        a({ s: 'Highgate', p: 'count_of', v: '900 people' }),
        b({ s: 'Highgate', p: 'count_of', v: '1500 people' }),
      ],
      finds: [],
    },
  ],
  'R6 denial': [
    {
      name: 'no ruler beside a ruler',
      rows: [a({ s: 'Varn', p: 'ruled_by', v: 'Aldra' }), b({ s: 'Varn', p: 'ruled_by', is: 'none' })],
      finds: ['R6 conflict 3'],
    },
    {
      name: 'no ruler then, a ruler later',
      rows: [
        a({ s: 'Varn', p: 'ruled_by', v: 'Aldra', date: '0440', kind: 'asof' }),
        b({ s: 'Varn', p: 'ruled_by', is: 'none', date: '0420', kind: 'asof' }),
      ],
      finds: [],
    },
    {
      name: 'an explicit unknown',
      rows: [a({ s: 'Varn', p: 'fate', v: 'conquered' }), b({ s: 'Varn', p: 'fate', is: 'unknown' })],
      finds: [],
    },
    {
      name: 'it never existed, in the same timeline',
      rows: [a({ s: 'Varn', p: 'formed', v: '0400' }), b({ s: 'Varn', p: 'existed', v: 'no' })],
      finds: ['R6e conflict 3'],
    },
    {
      name: 'it never existed in a branch: one divergence for all of it',
      rows: [
        a({ s: 'Varn', p: 'formed', v: '0400' }),
        a({ s: 'Varn', p: 'ruled_by', v: 'Aldra' }),
        a({ s: 'Varn', p: 'conquered', v: 'Oster' }),
        b({ s: 'Varn', p: 'existed', v: 'no', continuity: 'branch' }),
      ],
      finds: ['R6e divergence 3'],
    },
  ],
  'R7 exclusive': [
    {
      name: 'freed and enslaved, the same',
      rows: [a({ s: 'Varn', p: 'liberated', v: 'Miners' }), b({ s: 'Varn', p: 'enslaved', v: 'Miners' })],
      finds: ['R7 conflict 3'],
    },
    {
      name: 'freed a part, enslaved all',
      rows: [
        a({ s: 'Varn', p: 'liberated', v: 'Miners' }),
        b({ s: 'Varn', p: 'enslaved', v: 'All the Lowlanders', q: 'scope=all' }),
        a({ s: 'Miners', p: 'part_of', v: 'All the Lowlanders' }),
      ],
      finds: ['R7 conflict 3'],
    },
    {
      name: 'freed some, enslaved others',
      rows: [a({ s: 'Varn', p: 'liberated', v: 'Miners' }), b({ s: 'Varn', p: 'enslaved', v: 'Free Folk' })],
      finds: [],
    },
    {
      name: 'freed and enslaved in different years',
      rows: [
        a({ s: 'Varn', p: 'liberated', v: 'Miners', date: '0450' }),
        b({ s: 'Varn', p: 'enslaved', v: 'Miners', date: '0430' }),
      ],
      finds: [],
    },
    {
      name: 'one account tells both, undated',
      rows: [a({ s: 'Varn', p: 'liberated', v: 'Miners' }), a({ s: 'Varn', p: 'enslaved', v: 'Miners' })],
      finds: [],
    },
    {
      name: 'ally and enemy in one year, named from either side',
      rows: [
        a({ s: 'Varn', p: 'ally_of', v: 'Oster', date: '0430', kind: 'asof' }),
        b({ s: 'Oster', p: 'at_war_with', v: 'Varn', date: '0430', kind: 'asof' }),
      ],
      finds: ['R7 conflict 3'],
    },
    {
      name: 'ally and enemy, undated',
      rows: [a({ s: 'Varn', p: 'ally_of', v: 'Oster' }), b({ s: 'Oster', p: 'at_war_with', v: 'Varn' })],
      finds: [],
    },
  ],
  'R8 closed sets': [
    {
      name: 'two lists that share nobody',
      rows: [
        a({ s: 'League', p: 'founded_by', v: 'Aldra', works: 'Song' }),
        a({ s: 'League', p: 'founded_by', v: 'Brun', works: 'Song' }),
        a({ s: 'League', p: 'founded_by', v: 'Cora', works: 'Annals' }),
      ],
      finds: ['R8 conflict 3'],
    },
    {
      name: 'a shorter list',
      rows: [
        a({ s: 'League', p: 'founded_by', v: 'Aldra' }),
        a({ s: 'League', p: 'founded_by', v: 'Brun' }),
        b({ s: 'League', p: 'founded_by', v: 'Brun' }),
      ],
      finds: [],
    },
    {
      name: 'a shorter list that says nobody else',
      rows: [
        a({ s: 'League', p: 'founded_by', v: 'Aldra' }),
        a({ s: 'League', p: 'founded_by', v: 'Brun' }),
        b({ s: 'League', p: 'founded_by', v: 'Brun', q: 'scope=only' }),
      ],
      finds: ['R8 conflict 3'],
    },
    {
      name: 'peoples and their states',
      rows: [a({ s: 'League', p: 'formed_from', v: 'Lowlanders' }), b({ s: 'League', p: 'formed_from', v: 'Varn' })],
      finds: [],
    },
    {
      name: 'a founder and a state',
      rows: [a({ s: 'League', p: 'founded_by', v: 'Aldra' }), b({ s: 'League', p: 'founded_by', v: 'Varn' })],
      finds: [],
    },
  ],
  'R9 rings': [
    {
      name: 'mother of her mother',
      rows: [a({ s: 'Aldra', p: 'mother', v: 'Cora' }), b({ s: 'Cora', p: 'mother', v: 'Aldra' })],
      finds: ['R9 conflict 3'],
    },
    {
      name: 'father, mother and parent are one relation',
      rows: [
        a({ s: 'Aldra', p: 'mother', v: 'Cora' }),
        b({ s: 'Cora', p: 'father', v: 'Brun' }),
        b({ s: 'Brun', p: 'parent', v: 'Aldra' }),
      ],
      finds: ['R9 conflict 3'],
    },
    { name: 'a part of itself', rows: [a({ s: 'Highgate', p: 'part_of', v: 'Highgate' })], finds: ['R9 conflict 3'] },
    {
      name: 'a province that changed hands and changed back',
      rows: [
        a({ s: 'Varn', p: 'part_of', v: 'Oster', date: '0400/0410' }),
        b({ s: 'Oster', p: 'part_of', v: 'Varn', date: '0450/0460' }),
      ],
      finds: [],
    },
    {
      name: 'a line of descent',
      rows: [a({ s: 'Aldra', p: 'mother', v: 'Cora' }), b({ s: 'Cora', p: 'mother', v: 'Edda' })],
      finds: [],
    },
    {
      name: 'two offices handed to and fro',
      rows: [
        a({ s: 'Aldra', p: 'succeeded_by', v: 'Brun', q: 'office=Steward' }),
        b({ s: 'Brun', p: 'succeeded_by', v: 'Aldra', q: 'office=Warden' }),
      ],
      finds: [],
    },
  ],
  'R10 order': [
    {
      name: 'a raid after death',
      rows: [a(died('0440')), b({ s: 'Free Folk', p: 'led_by', v: 'Aldra', date: '0445' })],
      finds: ['R10 temporal 3'],
    },
    {
      name: 'a raid in the year of death',
      rows: [a(died('0440')), b({ s: 'Free Folk', p: 'led_by', v: 'Aldra', date: '0440' })],
      finds: [],
    },
    {
      name: 'what the group did later is not hers',
      rows: [
        a(died('0440')),
        b({ s: 'Free Folk', p: 'led_by', v: 'Aldra', date: '0430' }),
        b({ s: 'Free Folk', p: 'captured', v: 'Heron', date: '0450' }),
      ],
      finds: [],
    },
    {
      name: 'remembered after death',
      rows: [a(died('0440')), b({ s: 'Aldra', p: 'remembered_by', v: 'Free Folk', date: '0460' })],
      finds: [],
    },
    {
      name: 'acts before it was founded',
      rows: [a({ s: 'League', p: 'formed', v: '0440' }), b({ s: 'League', p: 'captured', v: 'Heron', date: '0430' })],
      finds: ['R10 temporal 3'],
    },
    {
      name: 'a participant not yet born',
      rows: [
        a(born('0440')),
        b({ s: 'Rising', p: 'participant', v: 'Aldra' }),
        b({ s: 'Rising', p: 'date', v: '0430' }),
      ],
      finds: ['R10 temporal 3'],
    },
    {
      name: 'conquered after the state that followed it stood',
      rows: [
        a({ s: 'New Oster', p: 'successor_state_of', v: 'Oster' }),
        a({ s: 'New Oster', p: 'formed', v: '0440' }),
        b({ s: 'Varn', p: 'conquered', v: 'Oster', date: '0450' }),
      ],
      finds: ['R10 temporal 3'],
    },
    {
      name: 'ever since an event, and since later',
      rows: [
        a({ s: 'Varn', p: 'member_of', v: 'League', q: 'since=Fall of Oster' }),
        a({ s: 'Varn', p: 'member_of', v: 'League', date: '0460/..', q: 'role=major' }),
        b({ s: 'Fall of Oster', p: 'date', v: '0440' }),
      ],
      finds: ['R10 temporal 3'],
    },
    {
      name: 'before and after with no dates at all',
      rows: [
        a({ s: 'Varn', p: 'captured', v: 'Heron', q: 'after=Feast|event=Rising' }),
        b({ s: 'Varn', p: 'captured', v: 'Brun', q: 'after=Rising|event=Feast' }),
      ],
      finds: ['R10 temporal 3'],
    },
    {
      name: 'a day that is both',
      rows: [
        a({ s: 'Fall of Oster', p: 'date', v: '0440' }),
        b({ s: 'Varn', p: 'captured', v: 'Heron', date: '0440', q: 'after=Fall of Oster' }),
      ],
      finds: [],
    },
    {
      name: 'a founder dead before the founding',
      rows: [
        a(died('0420')),
        b({ s: 'League', p: 'founded_by', v: 'Aldra' }),
        b({ s: 'League', p: 'formed', v: '0440' }),
      ],
      finds: ['R10 temporal 3'],
    },
    {
      name: 'time does not hold for her',
      rows: [
        a(died('0440')),
        b({ s: 'Free Folk', p: 'led_by', v: 'Aldra', date: '0445' }),
        b({ s: 'Aldra', p: 'title', v: 'the Returned', q: 'exempt=resurrection' }),
      ],
      finds: ['R10 temporal 1'],
    },
    {
      name: 'many acts after one death are one matter',
      rows: [
        a(died('0440')),
        b({ s: 'Free Folk', p: 'led_by', v: 'Aldra', date: '0445' }),
        b({ s: 'Aldra', p: 'captured', v: 'Heron', date: '0450' }),
        b({ s: 'Rising', p: 'participant', v: 'Aldra', date: '0451' }),
      ],
      finds: ['R10 temporal 3'],
    },
    {
      name: 'one wrong date of an event with many there',
      rows: [
        a(died('0440')),
        a({ s: 'Brun', p: 'died', v: '0441' }),
        b({ s: 'Rising', p: 'date', v: '0490' }),
        b({ s: 'Rising', p: 'participant', v: 'Aldra' }),
        b({ s: 'Rising', p: 'participant', v: 'Brun' }),
      ],
      finds: ['R10 temporal 3'],
    },
    {
      name: 'folds into the quarrel over the date',
      rows: [a(died('0440')), b(died('0460')), b({ s: 'Free Folk', p: 'led_by', v: 'Aldra', date: '0450' })],
      finds: ['R2 conflict 3'],
    },
  ],
  'R11 presence': [
    {
      name: 'two places on one day',
      rows: [
        a({ s: 'Rising', p: 'participant', v: 'Aldra' }),
        a({ s: 'Rising', p: 'date', v: '0440-05-01' }),
        a({ s: 'Rising', p: 'location', v: 'Highgate' }),
        b({ s: 'Feast', p: 'participant', v: 'Aldra' }),
        b({ s: 'Feast', p: 'date', v: '0440-05-01' }),
        b({ s: 'Feast', p: 'location', v: 'Fenmoor' }),
      ],
      finds: ['R11 temporal 1'],
    },
    {
      name: 'two places in one year',
      rows: [
        a({ s: 'Rising', p: 'participant', v: 'Aldra' }),
        a({ s: 'Rising', p: 'date', v: '0440' }),
        a({ s: 'Rising', p: 'location', v: 'Highgate' }),
        b({ s: 'Feast', p: 'participant', v: 'Aldra' }),
        b({ s: 'Feast', p: 'date', v: '0440' }),
        b({ s: 'Feast', p: 'location', v: 'Fenmoor' }),
      ],
      finds: [],
    },
  ],
  'R12 plausibility': [
    {
      name: 'a mother of ten',
      rows: [a(born('0440')), a({ s: 'Brun', p: 'born', v: '0450' }), b({ s: 'Brun', p: 'mother', v: 'Aldra' })],
      finds: ['R12 temporal 1'],
    },
    {
      name: 'a mother of twenty',
      rows: [a(born('0440')), a({ s: 'Brun', p: 'born', v: '0460' }), b({ s: 'Brun', p: 'mother', v: 'Aldra' })],
      finds: [],
    },
    {
      name: 'a life longer than her people live',
      rows: [
        a(born('0200')),
        b(died('0440')),
        a({ s: 'Aldra', p: 'species', v: 'Lowlanders' }),
        a({ s: 'Lowlanders', p: 'count_of', v: 'at most 120 years', q: 'what=lifespan' }),
      ],
      finds: ['R12 temporal 1'],
    },
    {
      name: 'a long life of a people of whom nothing is said',
      rows: [a(born('0200')), b(died('0440')), a({ s: 'Aldra', p: 'species', v: 'Hill People' })],
      finds: [],
    },
  ],
  'R14 filing': [
    {
      name: 'one work in two timelines',
      rows: [
        a({ s: 'Song of Oster', p: 'continuity_of', v: 'main line' }),
        a({ s: 'Song of Oster', p: 'continuity_of', v: 'other line' }),
      ],
      finds: ['R14 conflict 3'],
    },
    {
      name: 'twice in one',
      rows: [
        a({ s: 'Song of Oster', p: 'continuity_of', v: 'main line' }),
        b({ s: 'Song of Oster', p: 'continuity_of', v: 'main line' }),
      ],
      finds: [],
    },
  ],
  'R22 motive': [
    {
      name: 'each side as the aggressor',
      rows: [
        a({ s: 'League', p: 'motive', v: 'against Oster', q: 'aggressor=Oster' }),
        b({ s: 'League', p: 'motive', v: 'to take Oster', q: 'aggressor=Varn' }),
        a({ s: 'League', p: 'formed_from', v: 'Varn' }),
      ],
      finds: ['R22 conflict 2'],
    },
    {
      name: 'two causes',
      rows: [a({ s: 'League', p: 'motive', v: 'trade' }), b({ s: 'League', p: 'motive', v: 'safety' })],
      finds: [],
    },
    {
      name: 'two attackers from outside',
      rows: [
        a({ s: 'League', p: 'motive', v: 'against Oster', q: 'aggressor=Oster' }),
        b({ s: 'League', p: 'motive', v: 'against the Free Folk', q: 'aggressor=Free Folk' }),
      ],
      finds: [],
    },
  ],
  timelines: [
    {
      name: 'a branch that tells it otherwise',
      rows: [a(died('0440')), b(died('0460', { continuity: 'branch' }))],
      finds: ['R2 divergence 3'],
    },
    {
      name: 'a branch that agrees with one of two',
      rows: [a(died('0440')), b(died('0460')), b(died('0460', { continuity: 'branch' }))],
      finds: ['R2 conflict 3'],
    },
    {
      name: 'two branches are not compared',
      rows: [a(died('0440', { continuity: 'apart' })), b(died('0460', { continuity: 'branch' }))],
      finds: [],
    },
    {
      name: 'a grandchild and its grandparent',
      rows: [a(died('0440')), b(died('0460', { continuity: 'twig' }))],
      finds: ['R2 divergence 3'],
    },
    {
      name: 'ended in the branch, still acting in the main line',
      rows: [
        a({ s: 'Varn', p: 'at_war_with', v: 'Oster', date: '0460', kind: 'asof' }),
        b({ s: 'Varn', p: 'dissolved', v: '0440', continuity: 'branch' }),
      ],
      finds: ['R10 divergence 3'],
    },
    {
      name: 'the same two in one timeline',
      rows: [
        a({ s: 'Varn', p: 'at_war_with', v: 'Oster', date: '0460', kind: 'asof' }),
        b({ s: 'Varn', p: 'dissolved', v: '0440' }),
      ],
      finds: ['R10 temporal 3'],
    },
  ],
  'what is never compared': [
    {
      name: 'belief, report and colouring',
      rows: [
        a(died('0440')),
        b(died('0460', { modality: 'reported' })),
        b(died('0461', { modality: 'belief' })),
        b({ s: 'Aldra', p: 'described_as', v: 'a tyrant', modality: 'characterisation' }),
        a({ s: 'Aldra', p: 'described_as', v: 'a saint', modality: 'characterisation' }),
      ],
      finds: [],
    },
    {
      name: 'a predicate nobody declared',
      rows: [a({ s: 'Aldra', p: 'remembered_by', v: 'Brun' }), b({ s: 'Aldra', p: 'remembered_by', v: 'Cora' })],
      finds: [],
    },
  ],
};

const WITH_CUSTOM: Cast = { ...CAST, predicates: [{ id: 'remembered_by' as never, temporal: 'repeatable' }] };

describe.each(Object.entries(CASES))('%s', (_, cases) => {
  it.each(cases)('$name', ({ rows, finds }) => {
    expect(verdicts(sketch(WITH_CUSTOM, rows).findings)).toEqual(finds);
  });
});
