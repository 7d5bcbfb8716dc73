import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBotDiscord, type TestDiscord } from '../../support/discord.ts';
import { rawRest } from './raw-rest.ts';

const x = (length: number) => 'x'.repeat(length);
const many = <Item>(count: number, make: (index: number) => Item) =>
  Array.from({ length: count }, (_, index) => make(index));

const input = (more = {}) => ({ type: 4, custom_id: 'i', style: 1, ...more });
const label = (component: unknown, more = {}) => ({ type: 18, label: 'L', component, ...more });
const form = (components: unknown[], more = {}) => ({ custom_id: 'f', title: 't', components, ...more });
const row = (component: unknown) => ({ type: 1, components: [component] });
const options = (count: number) => many(count, (index) => ({ label: `l${index}`, value: `v${index}` }));

const FORMS: readonly [string, unknown, unknown][] = [
  ['a title of 45', form([label(input())], { title: x(45) }), form([label(input())], { title: x(46) })],
  ['a custom id of 100', form([label(input())], { custom_id: x(100) }), form([label(input())], { custom_id: x(101) })],
  [
    '5 components',
    form(many(5, (index) => label(input({ custom_id: `${index}` })))),
    form(many(6, (index) => label(input({ custom_id: `${index}` })))),
  ],
  ['at least one component', form([label(input())]), form([])],
  ['a label of 45', form([label(input(), { label: x(45) })]), form([label(input(), { label: x(46) })])],
  [
    'a description of 100',
    form([label(input(), { description: x(100) })]),
    form([label(input(), { description: x(101) })]),
  ],
  ['a row with one labelled input', form([row(input({ label: 'l' }))]), form([row(input())])],
  ['no label twice', form([label(input())]), form([label(input({ label: 'l' }))])],
  ['a value of 4000', form([label(input({ value: x(4000) }))]), form([label(input({ value: x(4001) }))])],
  [
    'a value within max_length',
    form([label(input({ value: x(5), max_length: 5 }))]),
    form([label(input({ value: x(6), max_length: 5 }))]),
  ],
  [
    'a placeholder of 100',
    form([label(input({ placeholder: x(100) }))]),
    form([label(input({ placeholder: x(101) }))]),
  ],
  [
    'lengths in order',
    form([label(input({ min_length: 5, max_length: 5 }))]),
    form([label(input({ min_length: 6, max_length: 5 }))]),
  ],
  [
    'unlike custom ids',
    form([label(input()), label(input({ custom_id: 'j' }))]),
    form([label(input()), label(input())]),
  ],
  [
    'a select that is not disabled',
    form([label({ type: 3, custom_id: 's', options: options(25) })]),
    form([label({ type: 3, custom_id: 's', options: options(25), disabled: true })]),
  ],
  [
    '10 radio buttons',
    form([label({ type: 21, custom_id: 'r', options: options(10) })]),
    form([label({ type: 21, custom_id: 'r', options: options(11) })]),
  ],
  [
    '10 files',
    form([label({ type: 19, custom_id: 'f', max_values: 10 })]),
    form([label({ type: 19, custom_id: 'f', max_values: 11 })]),
  ],
  ['inputs inside labels only', form([label(input())]), form([input()])],
];

const choices = (count: number, more = {}) => ({
  choices: many(count, (index) => ({ name: `n${index}`, value: `v${index}`, ...more })),
});
const numbers = (value: unknown) => ({ choices: [{ name: 'n', value }] });

const CHOICES: readonly [string, 'text' | 'year', unknown, unknown][] = [
  ['25 choices', 'text', choices(25), choices(26)],
  ['a name of 100', 'text', choices(1, { name: x(100) }), choices(1, { name: x(101) })],
  ['a name that is not empty', 'text', choices(1), choices(1, { name: '' })],
  ['a value of 100', 'text', choices(1, { value: x(100) }), choices(1, { value: x(101) })],
  ['a whole number for an integer', 'year', numbers(2375), numbers('2375x')],
  ['text for a text', 'text', choices(0), numbers(2375)],
];

describe('limits of answers that are not messages', () => {
  let world: TestDiscord;
  beforeAll(async () => {
    world = await startBotDiscord();
    const option = (name: string, type: number) => ({ name, type, description: 'd', autocomplete: true });
    const probe = { name: 'probe', description: 'd', options: [option('text', 3), option('year', 4)] };
    await rawRest(world).send('PUT', `/applications/${world.discord.bot.id}/commands`, [probe]);
  });
  afterAll(() => world.stop());

  const answer = ({ id, token }: { id: string; token: string }, type: number, data: unknown) =>
    rawRest(world).send('POST', `/interactions/${id}/${token}/callback`, { type, data });

  it.each(FORMS)('a form may have %s and no more', async (_, taken, refused) => {
    const open = (data: unknown) => answer(world.alpha.as('reader').type('/probe').interaction, 9, data);
    expect(await open(taken)).toMatchObject({ status: 204 });
    expect(await open(refused)).toMatchObject({ status: 400, body: { code: 50035, errors: { data: {} } } });
  });

  it.each(CHOICES)('an autocomplete may offer %s and nothing else', async (_, focused, taken, refused) => {
    const offer = async (data: unknown) => {
      const created = new Promise<{ id: string; token: string }>((resolve) => {
        const stop = world.discord.changes.on((change) => {
          if (change.kind !== 'interaction-created') return;
          stop();
          resolve(change.interaction);
        });
      });
      const offered = world.alpha.as('reader').autocomplete('/probe', { [focused]: '23' }, focused);
      const result = await answer(await created, 8, data);
      // A refused answer leaves the person waiting; that is another test's matter.
      if (result.status === 204) await offered;
      else offered.catch(() => {});
      return result;
    };
    expect(await offer(taken)).toMatchObject({ status: 204 });
    expect(await offer(refused)).toMatchObject({ status: 400, body: { code: 50035 } });
  });
});
