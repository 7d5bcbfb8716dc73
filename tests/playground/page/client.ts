import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';

/** One open page, and everything it complained of. */
export interface PageClient {
  readonly page: Page;
  readonly complaints: string[];
  /** Types a command with the keyboard alone and leaves it unsent. */
  typeCommand(line: string): Promise<void>;
  /** The last message of the channel. */
  last(): Locator;
  messages(): Locator;
  speakAs(person: string): Promise<void>;
}

export async function openPage(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<PageClient> {
  const context = await browser.newContext({ viewport: { width: 1100, height: 760 }, ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.stack ?? error.message));
  await page.goto(url);
  await page.waitForSelector('body[data-ready]');
  return {
    page,
    complaints,
    typeCommand: async (line) => {
      await page.locator('#box').focus();
      await page.keyboard.type(line);
    },
    last: () => page.locator('#messages > li').last(),
    messages: () => page.locator('#messages > li'),
    speakAs: (person) => page.locator('nav').getByRole('button', { name: person }).click(),
  };
}
