import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startBotDiscord, type TestDiscord } from '../../support/discord.ts';
import { type RawRest, rawRest } from './raw-rest.ts';

describe('the life of an interaction', () => {
  let nowMs = Date.UTC(2375, 0, 1);
  let world: TestDiscord;
  let rest: RawRest;
  beforeAll(async () => {
    world = await startBotDiscord({ clock: { now: () => nowMs } });
    rest = rawRest(world);
    await rest.send('PUT', `/applications/${world.discord.bot.id}/commands`, [{ name: 'probe', description: 'd' }]);
  });
  afterAll(() => world.stop());

  const typed = () => world.alpha.as('reader').type('/probe').interaction;
  const callback = ({ id, token }: { id: string; token: string }, body: unknown) =>
    rest.send('POST', `/interactions/${id}/${token}/callback`, body);
  const hook = (token: string) => `/webhooks/${world.discord.bot.id}/${token}`;
  const reply = { type: 4, data: { content: 'c' } };

  it('is unknown three seconds after it was made', async () => {
    const interaction = typed();
    nowMs += 3_001;
    expect(await callback(interaction, reply)).toMatchObject({ status: 404, body: { code: 10062 } });
  });

  it('is unknown under another token', async () => {
    expect(await callback({ ...typed(), token: 'wrong' }, reply)).toMatchObject({ status: 404, body: { code: 10062 } });
  });

  it('takes one acknowledgement', async () => {
    const interaction = typed();
    expect(await callback(interaction, reply)).toMatchObject({ status: 204 });
    expect(await callback(interaction, reply)).toMatchObject({ status: 400, body: { code: 40060 } });
  });

  it('answers 204 without a content type', async () => {
    const { headers } = await callback(typed(), reply);
    expect(headers.get('content-type')).toBeNull();
  });

  it('stays open after a refused body', async () => {
    const interaction = typed();
    expect(await callback(interaction, { type: 4, data: {} })).toMatchObject({ status: 400, body: { code: 50006 } });
    expect(await callback(interaction, reply)).toMatchObject({ status: 204 });
  });

  it.each([1, 6, 7, 8, 12, 99])('takes no callback of type %i for a command', async (type) => {
    expect(await callback(typed(), { type, data: { content: 'c' } })).toMatchObject({
      status: 400,
      body: { code: 50035 },
    });
  });

  it('opens nothing by its token before it is acknowledged', async () => {
    expect(await rest.send('POST', hook(typed().token), { content: 'c' })).toMatchObject({
      status: 404,
      body: { code: 10015 },
    });
  });

  it('has a token that lives fifteen minutes', async () => {
    const interaction = typed();
    await callback(interaction, reply);
    nowMs += 15 * 60_000;
    expect(await rest.send('PATCH', `${hook(interaction.token)}/messages/%40original`, { content: 'd' })).toMatchObject(
      { status: 200 },
    );
    nowMs += 1;
    expect(await rest.send('PATCH', `${hook(interaction.token)}/messages/@original`, { content: 'e' })).toMatchObject({
      status: 401,
      body: { code: 50027 },
    });
  });

  it('gives ids of its own time, each greater than the last', () => {
    const ids = Array.from({ length: 5_000 }, () => BigInt(typed().id));
    expect(ids.every((id, index) => index === 0 || id > (ids[index - 1] ?? 0n))).toBe(true);
    expect(Number((ids[0] ?? 0n) >> 22n) + 1_420_070_400_000).toBe(nowMs);
  });

  it('fails before the eyes of whoever waits, and then for the bot', async () => {
    const hasty = await startBotDiscord({ givesUpAfterMs: 50 });
    const { send } = rawRest(hasty);
    await send('PUT', `/applications/${hasty.discord.bot.id}/commands`, [{ name: 'probe', description: 'd' }]);
    const invocation = hasty.alpha.as('reader').type('/probe');
    await expect(invocation.reply()).rejects.toThrow('did not acknowledge /probe in time');
    const { id, token, failed } = invocation.interaction;
    expect(failed).toBe(true);
    expect(await send('POST', `/interactions/${id}/${token}/callback`, reply)).toMatchObject({ body: { code: 10062 } });
    await hasty.stop();
  });
});
