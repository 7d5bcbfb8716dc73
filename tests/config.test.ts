import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'dotenv';
import { describe, expect, it } from 'vitest';
import { configSchema, loadConfig } from '../src/config.ts';
import { loadEnvironment } from '../src/environment.ts';
import { terminal } from '../src/messages/en/terminal.ts';
import { PROJECT, sourceFiles } from './support/sources.ts';

const EXAMPLE = parse(readFileSync(join(PROJECT, '.env.example')));

describe('the configuration', () => {
  it('has a default for everything', () => {
    expect(loadConfig({})).toEqual({
      ok: true,
      value: {
        discordToken: null,
        discordApiUrl: 'https://discord.com/api',
        lorebookDir: './lorebooks',
        starterPack: 'mirror-universe',
        playgroundPort: 4711,
        logLevel: 'info',
      },
    });
  });

  it('takes an empty or blank value for a missing one', () => {
    const blank = Object.fromEntries(Object.keys(configSchema.shape).map((name) => [name, '  ']));
    expect(loadConfig(blank)).toEqual(loadConfig({}));
  });

  it('names every fault at once', () => {
    const read = loadConfig({
      DISCORD_TOKEN: 'two words',
      DISCORD_API_URL: 'ftp://discord.com',
      PLAYGROUND_PORT: '70000',
      LOG_LEVEL: 'loud',
    });
    expect(read.ok ? [] : read.problem.map((fault) => fault.name)).toEqual([
      'DISCORD_TOKEN',
      'DISCORD_API_URL',
      'PLAYGROUND_PORT',
      'LOG_LEVEL',
    ]);
    const sentence = read.ok ? '' : terminal.config(read.problem);
    expect(sentence).toMatch(/^The environment \(\.env\) has 4 faults: DISCORD_TOKEN .+LOG_LEVEL .+\.$/);
    expect(sentence).not.toContain('two words');
  });

  it.each([
    ['4711.5', 'whole number'],
    ['-1', 'below 0'],
    ['65536', 'above 65535'],
    ['port', 'not a port'],
    ['0x10', 'not a port'],
    ['1e3', 'not a port'],
  ])('refuses the port %s', (port, why) => {
    const read = loadConfig({ PLAYGROUND_PORT: port });
    expect(read.ok ? '' : read.problem.map((fault) => fault.why).join()).toContain(why);
  });

  it('takes port 0 for "any free one"', () => {
    const read = loadConfig({ PLAYGROUND_PORT: '0' });
    expect(read.ok && read.value.playgroundPort).toBe(0);
  });

  it.each([
    ['http://127.0.0.1:4000/api', 'http://127.0.0.1:4000/api'],
    ['http://127.0.0.1:4000/api/', 'http://127.0.0.1:4000/api'],
    ['https://proxy.example/discord/api/v10', 'https://proxy.example/discord/api'],
    ['https://proxy.example/discord/api/v10/', 'https://proxy.example/discord/api'],
  ])('reads the REST base %s without version and slash', (given, expected) => {
    const read = loadConfig({ DISCORD_API_URL: given });
    expect(read.ok && read.value.discordApiUrl).toBe(expected);
  });

  it('takes STARTER_PACK none for an empty beginning', () => {
    const read = loadConfig({ STARTER_PACK: 'none' });
    expect(read.ok && read.value.starterPack).toBeNull();
  });

  it('cannot be changed afterwards', () => {
    const read = loadConfig({});
    expect(read.ok && Object.isFrozen(read.value)).toBe(true);
  });
});

describe('.env', () => {
  it('has an example with the keys of the schema, all of them and no other', () => {
    expect(Object.keys(EXAMPLE).sort()).toEqual(Object.keys(configSchema.shape).sort());
  });

  it('has an example that loads, and changes nothing', () => {
    expect(loadConfig(EXAMPLE)).toEqual(loadConfig({}));
  });

  it('lies under the environment: what is set outside wins', () => {
    const folder = mkdtempSync(join(tmpdir(), 'concordance-'));
    writeFileSync(join(folder, '.env'), 'LOG_LEVEL=debug\nSTARTER_PACK="none"\n');
    expect(loadEnvironment({ LOG_LEVEL: 'warn' }, join(folder, '.env'))).toEqual({
      LOG_LEVEL: 'warn',
      STARTER_PACK: 'none',
    });
    expect(loadEnvironment({ A: 'b' }, join(folder, 'none-here'))).toEqual({ A: 'b' });
    rmSync(folder, { recursive: true });
  });

  it('is read where the process begins, and nowhere else', () => {
    const readers = sourceFiles(['src', 'commands'], ['.ts', '.mjs'])
      .filter((file) => file.text.includes('process.env'))
      .map((file) => file.path);
    expect(readers).toEqual(['src/beginning.ts', 'src/cli/main.ts']);
  });
});
