import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LIMITS } from '../../../src/discord/limits.ts';
import { componentsOf } from '../../../src/playground/loopback/person/find-component.ts';
import { buttonsOf, textOf } from '../../../src/playground/loopback/person/message-text.ts';
import type { Message } from '../../../src/playground/loopback/world/model.ts';
import { startTestBot, type TestBot } from '../../support/bot.ts';
import { kindsOf, parseMarkdown } from '../../support/markdown.ts';

let bot: TestBot;
beforeAll(async () => {
  bot = await startTestBot();
});
afterAll(() => bot.stop());

const MARKS = '**@everyone** <@123456789012345678> [a](https://evil.example) `x` ||y|| # z > q <#1> @here ';
const full = (start: string, length: number): string => `${start} ${MARKS.repeat(60)}`.slice(0, length).trim();
/** What cards are made of; anything else in one would be the typed text's own formatting. */
const OURS = new Set(['heading', 'paragraph', 'small', 'gap', 'break', 'text', 'strong', 'em']);

function check(message: Message): void {
  const components = componentsOf(message);
  const texts = components.flatMap(({ content }) => (typeof content === 'string' ? [content] : []));
  expect(texts.join('').length).toBeLessThanOrEqual(LIMITS.textTotal);
  for (const text of texts) expect([...kindsOf(parseMarkdown(text))].filter((kind) => !OURS.has(kind))).toEqual([]);
}

describe('Markdown and pings in every field', () => {
  it('are text on the preview, on what was saved, and in the form', async () => {
    const scribe = bot.alpha.as('scribe');
    const form = await scribe.type('/fact add').modal();
    const more = [
      `work: ${full('Work', 150).replaceAll('|', '/')}`,
      `locator: ${full('p.', 150).replaceAll('|', '/')}`,
      `account: ${full('Account', 150)}`,
      `statement: ${full('Said', 1500)}`,
      `qualifiers: manner=${full('by', 300).replaceAll('|', '/')}`,
    ].join('\n');
    const fields = {
      subject: full('Somebody', 190),
      predicate: 'described_as',
      value: full('loud', 1900),
      date: full('then', 190),
      more,
    };
    let shown = await scribe.submit(form, fields).reply();
    for (let step = 0; step < 6 && !buttonsOf(shown).includes('Save'); step += 1) {
      check(shown);
      const create = buttonsOf(shown).find((label) => label.startsWith('Create'));
      expect(create).toBeDefined();
      shown = await scribe.click(shown, create ?? '').reply();
    }
    check(shown);
    const changing = await scribe.click(shown, 'Change').modal();
    const again = await scribe.submit(changing, {}).reply();
    check(again);
    const saved = await scribe.click(again, 'Save').reply();
    check(saved);
    expect(textOf(saved)).toContain('Saved');
    expect(bot.discord.refusals()).toEqual([]);
  });

  it('are text in suggestions, reviews and refusals', async () => {
    const reader = bot.alpha.as('reader');
    const options = {
      subject: full('Person', 150),
      predicate: 'described_as',
      value: full('odd', 1500),
      note: full('I', 900),
    };
    check(await reader.type('/lore suggest', options).reply());
    check(await reader.type('/lore suggest', { mine: true }).reply());
    const keeper = bot.alpha.as('keeper');
    const queue = await keeper.type('/fact queue').reply();
    check(queue);
    const opened = await keeper.select(queue, 'Look at one', ['1']).reply();
    check(opened);
    const form = await keeper.click(opened, 'Reject').modal();
    check(await keeper.submit(form, { reason: full('No', 450) }).reply());
    check(await reader.type('/lore suggest', { ...options, predicate: full('p', 150) }).reply());
    check(
      await bot.alpha
        .as('scribe')
        .type('/fact amend', { claim: full('c', 150) })
        .reply(),
    );
    expect(bot.discord.refusals()).toEqual([]);
  });

  it('mention nobody', () => {
    const sent = bot.discord
      .requests()
      .filter(({ path, method }) => method !== 'GET' && /callback|messages/.test(path));
    for (const { body } of sent) {
      const { type, data } = body as { type?: number; data?: { allowed_mentions?: { parse: unknown } } };
      if (type !== undefined && type !== 8 && type !== 9) expect(data?.allowed_mentions?.parse).toEqual([]);
    }
  });
});
