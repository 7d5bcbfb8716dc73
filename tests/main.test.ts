import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { textOf } from '../src/playground/loopback/person/message-text.ts';
import { startBotDiscord, type TestDiscord } from './support/discord.ts';
import { PROJECT } from './support/sources.ts';
import { tempFolders } from './support/temp.ts';

const temp = tempFolders();
const children: ChildProcess[] = [];
const discords: TestDiscord[] = [];
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  for (const discord of discords.splice(0)) await discord.stop();
});

async function aDiscord(): Promise<TestDiscord> {
  const discord = await startBotDiscord();
  discords.push(discord);
  return discord;
}

/** The bot as a host runs it: `npm start`, without npm. */
function launch(discord: TestDiscord, over: Readonly<Record<string, string>> = {}) {
  const child = spawn(process.execPath, ['src/launch.mjs', 'bot'], {
    cwd: PROJECT,
    env: { DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl, LOREBOOK_DIR: temp(), ...over },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.push(child);
  let log = '';
  child.stderr.on('data', (chunk) => {
    log += String(chunk);
  });
  const exit = once(child, 'exit').then(([code]) => code as number | null);
  const logged = async (text: string): Promise<Record<string, unknown>> => {
    for (;;) {
      const line = log.split('\n').find((one) => one.includes(text));
      if (line !== undefined) return JSON.parse(line) as Record<string, unknown>;
      if (child.exitCode !== null) throw new Error(`it ended: ${log}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  return { child, exit, logged, log: () => log };
}

describe('the bot process', () => {
  it('registers once, says ready, answers, and ends with 0 on SIGTERM', async () => {
    const discord = await aDiscord();
    const first = launch(discord);
    expect(await first.logged('"msg":"ready"')).toMatchObject({ commands: 'registered', guilds: 2 });
    expect(first.log().split('"msg":"ready"')).toHaveLength(2);
    const reply = await discord.alpha.as('reader').type('/lore entry', { name: 'Worf' }).reply();
    expect(textOf(reply)).toContain('Worf');
    const began = performance.now();
    first.child.kill('SIGTERM');
    expect(await first.exit).toBe(0);
    expect(performance.now() - began).toBeLessThan(5_000);
    const second = launch(discord);
    expect(await second.logged('"msg":"ready"')).toMatchObject({ commands: 'unchanged' });
    expect(discord.discord.refusals()).toEqual([]);
  });

  it.each([
    ['a wrong token', { DISCORD_TOKEN: 'wrong.token.here' }, 'DISCORD_TOKEN'],
    ['a Discord that is not there', { DISCORD_API_URL: 'http://127.0.0.1:9/api' }, 'cannot be reached'],
    ['a faulty environment', { LOG_LEVEL: 'loud', PLAYGROUND_PORT: 'x' }, 'LOG_LEVEL'],
    ['a pack that is not there', { STARTER_PACK: 'no-such-pack' }, 'STARTER_PACK'],
  ])('ends with one sentence and 1: %s', async (_what, over, sentence) => {
    const bot = launch(await aDiscord(), over);
    expect(await bot.exit).toBe(1);
    const said = bot
      .log()
      .trimEnd()
      .split('\n')
      .filter((line) => !line.startsWith('{'));
    expect(said).toEqual([expect.stringContaining(sentence)]);
  });

  it.each([
    ['a token that was revoked', 4004, 'DISCORD_TOKEN'],
    ['intents that were switched off', 4014, 'intents'],
  ])('ends with 1 later, too: %s', async (_what, code, sentence) => {
    const discord = await aDiscord();
    const bot = launch(discord);
    await bot.logged('"msg":"ready"');
    discord.discord.gatewayFaults.close(code);
    expect(await bot.exit).toBe(1);
    expect(bot.log()).toContain(sentence);
  });

  it('leaves a folder to the bot that runs on it', async () => {
    const discord = await aDiscord();
    const over = { LOREBOOK_DIR: temp() };
    const first = launch(discord, over);
    await first.logged('"msg":"ready"');
    const second = launch(discord, over);
    expect(await second.exit).toBe(1);
    expect(second.log()).toMatch(/^Another bot is running on the folder [^\n]+\n$/);
    expect(first.child.exitCode).toBeNull();
  });

  it('says to the asker that a lorebook cannot be opened, and goes on for the others', async () => {
    const discord = await aDiscord();
    const folder = temp();
    writeFileSync(join(folder, `${discord.alpha.guild.id}.db`), 'Dear diary');
    const bot = launch(discord, { LOREBOOK_DIR: folder });
    await bot.logged('"msg":"ready"');
    const refused = await discord.alpha.as('reader').type('/lore random').reply();
    expect(textOf(refused)).toContain('cannot be opened');
    expect(textOf(refused)).not.toContain(folder);
    expect(textOf(await discord.beta.as('reader').type('/lore entry', { name: 'Worf' }).reply())).toContain('Worf');
    expect(bot.log()).toContain('not-a-lorebook');
  });
});
