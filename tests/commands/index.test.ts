import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { GROUPS, LORE, LORE_ACTS } from '../../commands/index.ts';
import { commandsJson } from '../../src/discord/command-json.ts';
import { LIMITS } from '../../src/discord/limits.ts';
import { outputOf } from '../support/other-process.ts';
import { PROJECT } from '../support/sources.ts';

const [LORE_JSON] = commandsJson(GROUPS);
const texts = (value: unknown): readonly string[] => {
  if (Array.isArray(value)) return value.flatMap(texts);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) =>
    (key === 'name' || key === 'description' || key === 'value') && typeof one === 'string' ? [one] : texts(one),
  );
};

describe('the list of commands', () => {
  it('forgets no file, and names each after its file', () => {
    const files = readdirSync(join(PROJECT, 'commands/lore')).map((file) => file.replace(/\.ts$/, ''));
    expect([...LORE, ...LORE_ACTS].map((command) => command.name).sort()).toEqual(files.sort());
  });

  it('may be read without token, database or effect', async () => {
    const code = `await import('./commands/index.ts'); console.log(process.getActiveResourcesInfo().length);`;
    expect(await outputOf(code)).toMatch(/^[0-2]\n$/);
  });

  it('stays within Discord’s limits', () => {
    for (const group of commandsJson(GROUPS)) {
      expect(texts(group).join('').length).toBeLessThanOrEqual(LIMITS.commandTotal);
    }
    expect(LORE.length).toBeLessThanOrEqual(LIMITS.options);
    for (const { name, description, options } of [
      ...LORE,
      ...LORE.flatMap((command) => command.options.map((one) => ({ ...one, options: [] }))),
    ]) {
      expect(name).toMatch(/^[a-z]{1,32}$/);
      expect(description.length).toBeGreaterThan(0);
      expect(description.length).toBeLessThanOrEqual(LIMITS.commandDescription);
      expect(options.length + 1).toBeLessThanOrEqual(LIMITS.options);
    }
  });

  it('lets every look-up be private, required options first, and says its language', () => {
    expect(LORE_JSON).toMatchObject({ name: 'lore', name_localizations: { 'en-US': 'lore' } });
    for (const command of LORE_JSON?.options ?? []) {
      const options = 'options' in command ? (command.options ?? []) : [];
      if (LORE.some(({ name }) => name === command.name))
        expect(options.at(-1)).toMatchObject({ name: 'private', required: false });
      const required = options.map((option) => Number('required' in option && option.required === true));
      expect([...required].sort((a, b) => b - a)).toEqual(required);
    }
  });

  it('takes from the terminal only options it has, the required ones by position', () => {
    for (const { options, positional } of LORE) {
      expect(options.map(({ name }) => name)).toEqual(expect.arrayContaining([...positional]));
    }
  });
});
