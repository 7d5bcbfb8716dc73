import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buttonsOf, textOf } from '../../../src/playground/loopback/person/message-text.ts';
import { startBotDiscord, type TestDiscord } from '../../support/discord.ts';
import { type SmallBot, startSmallBot } from './small-bot.ts';

const options = ['red', 'green', 'blue'].map((value) => ({ label: value.toUpperCase(), value }));
const label = (name: string, component: object) => ({ type: 18, label: name, component });

/** Every field a form can have. */
const FORM = {
  custom_id: 'form',
  title: 'Everything',
  components: [
    label('Files', { type: 19, custom_id: 'files', max_values: 2 }),
    label('One', { type: 21, custom_id: 'one', options }),
    label('Some', { type: 22, custom_id: 'some', options }),
    label('Yes', { type: 23, custom_id: 'yes' }),
    label('Who', { type: 5, custom_id: 'who', required: false }),
  ],
};

describe('forms over the loopback Discord', () => {
  let world: TestDiscord;
  let bot: SmallBot;
  beforeAll(async () => {
    world = await startBotDiscord({ attachmentBytes: 100 });
    bot = await startSmallBot(world);
    await bot.client.application.commands.set([{ name: 'form', description: 'A form' }]);
    bot.answer = async (interaction) => {
      // As plain JSON, so that the form is just what Discord is sent.
      if (interaction.isChatInputCommand())
        await interaction.showModal(FORM as Parameters<typeof interaction.showModal>[0]);
      if (!interaction.isModalSubmit()) return;
      const file = interaction.fields.getUploadedFiles('files', true).first();
      const text = await (await fetch(file?.url ?? '')).text();
      const who = interaction.fields.getSelectedUsers('who')?.first()?.username ?? 'nobody';
      await interaction.reply({ content: `${file?.name} ${text} ${who}`, embeds: [{ title: 'Done' }], components: [] });
    };
  });
  afterAll(async () => {
    await bot.stop();
    await world.stop();
  });

  it('carries files, picked options and people', async () => {
    const reader = world.alpha.as('reader');
    const form = await reader.type('/form').modal();
    const files = [{ filename: 'a.txt', bytes: 'hello' }];
    const submitted = reader.submit(form, {
      Files: files,
      One: 'RED',
      Some: ['GREEN', 'blue'],
      Yes: true,
      Who: [reader.at.userId],
    });
    expect(submitted.interaction.data.components).toMatchObject([
      { component: { type: 19 } },
      { component: { type: 21, value: 'red' } },
      { component: { type: 22, values: ['green', 'blue'] } },
      { component: { type: 23, value: true } },
      { component: { type: 5, values: [reader.at.userId] } },
    ]);
    const reply = await submitted.reply();
    expect(textOf(reply)).toBe('a.txt hello reader\nDone');
    expect(buttonsOf(reply)).toEqual([]);
    expect(bot.errors).toEqual([]);
  });

  it.each([
    ['a missing file', { One: 'RED', Some: ['RED'] }, '"files" takes 1 to 2 values'],
    ['an unknown option', { Files: [{ filename: 'a', bytes: '' }], One: 'PINK', Some: ['RED'] }, 'no option "PINK"'],
    [
      'an unknown field',
      { Files: [{ filename: 'a', bytes: '' }], One: 'RED', Some: ['RED'], Colour: 'RED' },
      'no field "Colour"',
    ],
    [
      'a file over the limit',
      { Files: [{ filename: 'a', bytes: 'x'.repeat(101) }], One: 'RED', Some: ['RED'] },
      'is too large',
    ],
  ])('refuses to submit %s', async (_, values, complaint) => {
    const reader = world.alpha.as('reader');
    const form = await reader.type('/form').modal();
    expect(() => reader.submit(form, values as Parameters<typeof reader.submit>[1])).toThrow(complaint);
  });
});
