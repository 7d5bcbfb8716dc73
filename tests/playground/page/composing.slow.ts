import { describe, expect, it } from 'vitest';
import { BROWSER } from './browser.ts';
import { LIMIT_BYTES, useStage } from './stage.ts';

describe.skipIf(BROWSER === null)('typing commands on the page', () => {
  const stage = useStage();

  it('types a command with the keyboard, picks a live choice and sends every kind of option', async () => {
    const { page } = stage.client;
    await stage.client.typeCommand('/demo opt');
    expect(await page.locator('.suggestions .line').count()).toBe(1);
    await page.keyboard.press('Enter');
    expect(await page.locator('.option label').allTextContents()).toEqual([
      'name',
      'note',
      'side',
      'year',
      'weight',
      'private',
      'user',
      'role',
      'channel',
      'whom',
      'file',
    ]);
    // Typed quickly, the slow answer to "b" must not replace that to "ben".
    await page.keyboard.type('b');
    await page.waitForTimeout(110);
    await page.keyboard.type('en');
    await page.locator('.suggestions .line', { hasText: 'Benjamin Sisko' }).waitFor();
    await page.waitForTimeout(250);
    expect(await page.locator('.suggestions .line-label').allTextContents()).toEqual(['Benjamin Sisko']);
    await page.keyboard.press('Tab');
    await page.keyboard.type('with spaces: and more');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
    await page.keyboard.type('2375');
    await page.keyboard.press('Tab');
    await page.keyboard.type('1.5');
    await page.keyboard.press('Tab');
    await page.keyboard.type('tr');
    await page.keyboard.press('Tab');
    await page.keyboard.type('keep');
    await page.keyboard.press('Tab');
    await page.keyboard.type('scri');
    await page.keyboard.press('Tab');
    await page.keyboard.type('gen');
    await page.keyboard.press('Tab');
    await page.keyboard.type('admin');
    await page.keyboard.press('Tab');
    await page
      .locator('#option-file')
      .setInputFiles({ name: 'claims.csv', mimeType: 'text/csv', buffer: Buffer.from('a,b') });
    await page.locator('#option-name').focus();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Enter');
    await stage.client.last().getByText('Options:').waitFor();
    const { people, alpha: server } = stage.playground;
    expect(stage.seen().at(-1)?.content).toBe(
      `Options: name=BENJAMIN SISKO note=with spaces: and more side=rebellion year=2375 weight=1.5 private=true user=${people.keeper} role=${server.roles.scribe.id} channel=${server.general.id} whom=${people.admin} file=claims.csv`,
    );
    expect(await page.locator('#box').isVisible()).toBe(true);
  });

  it('reads a whole line pasted at once', async () => {
    await stage.client.page.locator('#box').fill('/demo options name: Worf year: 2372');
    await stage.client.page.keyboard.press('Escape');
    await stage.client.page.keyboard.press('Enter');
    await stage.client.last().getByText('Options: name=Worf year=2372').waitFor();
  });

  it('says what is missing or wrong before it sends anything', async () => {
    const { page } = stage.client;
    await stage.client.typeCommand('/demo options ');
    await page.keyboard.press('Enter');
    await page.getByText('"name" is required.').waitFor();
    await page.keyboard.type('Worf');
    await page.locator('#option-year').fill('soon');
    await page.keyboard.press('Enter');
    await page.getByText('"year" takes a whole number.').waitFor();
    await page.locator('#option-year').fill('-3');
    await page.keyboard.press('Enter');
    await page.getByText('takes 1 to').waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    expect(await page.locator('#box').inputValue()).toBe('');
    expect(stage.seen()).toHaveLength(0);
  });

  it('says no to a file over the limit before it is sent, and takes one within it', async () => {
    const { page } = stage.client;
    await page.locator('#box').fill('/demo options name: Worf');
    const file = (size: number) => ({ name: 'claims.csv', mimeType: 'text/csv', buffer: Buffer.alloc(size, 'x') });
    await page.locator('#option-file').setInputFiles(file(LIMIT_BYTES + 1));
    await page.getByText('"claims.csv" is too large: it has 2 KiB, and at most 2 KiB may be sent.').waitFor();
    await page.locator('#option-name').focus();
    await page.keyboard.press('Enter');
    expect(stage.seen()).toHaveLength(0);
    await page.locator('#option-file').setInputFiles(file(LIMIT_BYTES));
    await page.locator('.option:not([aria-busy]) #option-file').waitFor();
    await page.locator('#option-name').focus();
    await page.keyboard.press('Enter');
    await stage.client.last().getByText('name=Worf file=claims.csv').waitFor();
  });

  it('offers a newcomer things to try, and lets go of them once there is something to read', async () => {
    const { page } = stage.client;
    stage.playground.suggest(['/demo options name:Worf year:2372', '/demo private']);
    await page.getByRole('button', { name: '/demo options name:Worf' }).click();
    await page.keyboard.press('Enter');
    await stage.client.last().getByText('Options: name=Worf year=2372').waitFor();
    await page.getByRole('button', { name: '/demo private' }).click();
    await page.keyboard.press('Enter');
    await page.getByText('Between us').waitFor();
    await stage.send('/demo embed');
    await stage.send('/demo buttons');
    await page.getByText('Things to try').waitFor({ state: 'hidden' });
  });
});
