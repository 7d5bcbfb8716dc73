import { describe, expect, it } from 'vitest';
import { BROWSER } from './browser.ts';
import { useStage } from './stage.ts';

describe.skipIf(BROWSER === null)('what the page shows', () => {
  const stage = useStage();

  it('keeps what a form holds when another tab, or the clock, changes the page', async () => {
    const { page } = stage.client;
    await stage.send('/demo form');
    await page.getByRole('textbox', { name: 'Title' }).fill('Half done');
    stage.playground.clock.advance(3_600_000);
    stage.playground.discord.createChannel(stage.playground.alpha.guild.id, { name: 'later' });
    await page.getByText('1 hour ahead').waitFor({ state: 'attached' });
    expect(await page.getByRole('textbox', { name: 'Title' }).inputValue()).toBe('Half done');
    await page.keyboard.press('Escape');
    expect(await page.getByRole('dialog').count()).toBe(0);
  });

  it('shows a card with all that a card may hold, and nothing in it becomes HTML', async () => {
    await stage.send('/demo card');
    const card = stage.client.last();
    await card.getByText('Pressed 0 times').waitFor();
    expect(await card.locator('.md-h1, .md-h2, .md-h3, .md-small, blockquote, pre, ul ul li, ol li').count()).toBe(9);
    expect(await card.locator('img').count()).toBe(2);
    expect(await card.locator('script').count()).toBe(0);
    await card.getByRole('button', { name: 'Count' }).click();
    await card.getByText('Pressed 1 times').waitFor();
    expect(await stage.client.messages().count()).toBe(1);
    await stage.client.page.waitForFunction('[...document.images].every((image) => image.complete)');
  });

  it('edits in place, keeps the focus on the button that was pressed, and counts as one message', async () => {
    const { page } = stage.client;
    await stage.send('/demo buttons');
    await page.getByRole('button', { name: '▶' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('Page 2 of 3').waitFor();
    expect(await page.locator(':focus').textContent()).toBe('▶');
    await page.keyboard.press('Enter');
    await page.getByText('Page 3 of 3').waitFor();
    expect(await page.getByRole('button', { name: '▶' }).isDisabled()).toBe(true);
    expect(await stage.client.last().getByRole('link', { name: 'A page' }).getAttribute('href')).toBe(
      'https://example.org/',
    );
    expect(await stage.client.messages().count()).toBe(1);
  });

  it('fills a form with text, selects and people by keyboard', async () => {
    const { page } = stage.client;
    await stage.send('/demo form');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Tab');
    await page.getByRole('button', { name: 'Submit' }).click();
    await page.getByText('takes 1 to 40 characters').waitFor();
    await page.getByRole('textbox', { name: 'Title' }).focus();
    await page.keyboard.type('A title');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Two\nlines');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Submit' }).click();
    await stage.client.last().getByText('Only you can see this').waitFor();
    expect(stage.seen().at(-1)?.content).toMatch(/^Form: A title \/ Two\nlines \/ because \/ \w+$/);
    await stage.client.last().getByRole('button', { name: 'Dismiss message' }).click();
    await expect.poll(() => stage.client.messages().count()).toBe(0);
  });

  it('sends what selects of all kinds hold', async () => {
    const { page } = stage.client;
    await stage.send('/demo selects');
    await page.getByRole('button', { name: 'Some words' }).click();
    await page.getByRole('option', { name: 'Alpha' }).click();
    await page.getByRole('option', { name: 'Gamma' }).click();
    await page.getByRole('button', { name: 'Done' }).click();
    await page.getByText('Chosen: alpha, gamma').waitFor();
    for (const [select, option, id] of [
      ['Somebody', '@Keeper', stage.playground.people.keeper],
      ['A role', '@Scribe', stage.playground.alpha.roles.scribe.id],
      ['A channel', '#announcements', stage.playground.alpha.announcements.id],
    ] as const) {
      await page.getByRole('button', { name: select, exact: true }).click();
      await page.getByRole('option', { name: option }).click();
      await page.getByText(`Chosen: ${id}`).waitFor();
    }
  });

  it('shows thinking, silence and refusals for what they are', async () => {
    const { page } = stage.client;
    await stage.send('/demo slow');
    await page.getByText('Concordance is thinking…').waitFor();
    await page.getByText('Done at last').waitFor();
    expect(await page.locator('.edited').count()).toBe(0);
    await stage.send('/demo wrong');
    await page.getByText('BASE_TYPE_BAD_LENGTH').waitFor();
    expect(await page.locator('.refusal').textContent()).toContain('data.content');
    await page.getByText('It was refused').waitFor();
    await stage.send('/demo buttons');
    await page.getByRole('button', { name: 'No answer' }).click();
    await stage.send('/demo silent');
    await page.getByText('This interaction failed.').waitFor();
    await page.getByText('The application did not respond.').waitFor();
    await page.getByRole('button', { name: /Refused requests \(1\)/ }).click();
    await page.getByRole('dialog').getByText('Invalid Form Body').waitFor();
    await page.keyboard.press('Escape');
  });
});
