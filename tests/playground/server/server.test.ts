import { request } from 'node:http';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Playground, playgroundProblemText, startPlayground } from '../../../src/playground/start.ts';
import { startSmallBot } from '../loopback/small-bot.ts';
import { RawTab } from './raw-tab.ts';

interface Answer {
  readonly status: number;
  readonly text: string;
  readonly headers: Readonly<Record<string, unknown>>;
}

/** fetch would not let a test say another Host or Origin. */
function send(url: string, headers: Record<string, string> = {}, method = 'GET', body = ''): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text, headers: response.headers }));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

async function started(options: Partial<Parameters<typeof startPlayground>[0]> = {}): Promise<Playground> {
  const playground = await startPlayground({ port: 0, ...options });
  if (!playground.ok) throw new Error(playgroundProblemText(playground.problem));
  return playground.value;
}

describe('the playground’s server', () => {
  let playground: Playground;
  beforeAll(async () => {
    playground = await started({ attachmentBytes: 1000 });
  });
  afterAll(() => playground.stop());

  const place = () => ({
    guildId: playground.alpha.guild.id,
    channelId: playground.alpha.general.id,
    userId: playground.people.reader,
  });

  it('serves the page with a policy that lets nothing else in', async () => {
    const page = await send(`${playground.url}/`);
    expect(page.status).toBe(200);
    const policy = String(page.headers['content-security-policy']);
    for (const part of [
      "default-src 'none'",
      "script-src 'self'",
      "frame-ancestors 'none'",
      'require-trusted-types-for',
    ]) {
      expect(policy).toContain(part);
    }
    expect(policy).not.toContain('unsafe');
    const again = await send(`${playground.url}/`, { 'if-none-match': String(page.headers.etag) });
    expect(again.status).toBe(304);
  });

  it('is small, and asks nobody else for anything', async () => {
    const { text } = await send(`${playground.url}/`);
    const seen = new Set(['/']);
    let size = text.length;
    const waiting = [...text.matchAll(/(?:src|href)="([^"]+)"/g)].map((match) => match[1] ?? '');
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
      if (seen.has(path)) continue;
      seen.add(path);
      expect(path).toMatch(/^\/[\w/.-]+$/);
      const file = await send(`${playground.url}${path}`);
      expect([path, file.status]).toEqual([path, 200]);
      size += file.text.length;
      for (const [, other = ''] of file.text.matchAll(/^(?:import|export) .*?from '([^']+)'/gm)) {
        waiting.push(new URL(other, `${playground.url}${path}`).pathname);
      }
    }
    expect(size).toBeLessThan(150_000);
  });

  it.each([
    '/../package.json',
    '/%2e%2e/package.json',
    '/..%2fserver/tab.ts',
    '/markdown',
    '/nothing.js',
    '//etc/passwd',
  ])('has nothing at %s', async (path) => {
    expect((await send(`${playground.url}${path}`)).status).toBe(404);
  });

  it.each([
    ['another name for this machine', { host: 'evil.example:4711' }, '/'],
    ['another site', { origin: 'https://evil.example' }, '/'],
    ['a page of this machine on another port', { origin: 'http://127.0.0.1:1' }, '/main.js'],
  ])('answers nothing to %s', async (_, headers, path) => {
    expect((await send(`${playground.url}${path}`, headers)).status).toBe(403);
  });

  it.each([
    ['without the header only the page can set', {}],
    ['of another site', { 'x-playground': 'page', origin: 'https://evil.example' }],
    ['that the browser says is of another site', { 'x-playground': 'page', 'sec-fetch-site': 'cross-site' }],
    ['under another name', { 'x-playground': 'page', host: 'evil.example' }],
  ])('takes no file %s', async (_, headers) => {
    expect(
      (await send(`${playground.url}/upload?name=a.txt`, headers as Record<string, string>, 'POST', 'x')).status,
    ).toBe(403);
  });

  it.each([{}, { origin: 'https://evil.example' }, { origin: 'null' }])(
    'opens no live channel to %j',
    async (headers) => {
      const upgrade = {
        ...headers,
        connection: 'Upgrade',
        upgrade: 'websocket',
        'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
        'sec-websocket-version': '13',
      };
      expect((await send(`${playground.url}/live`, upgrade)).status).toBe(403);
    },
  );

  it('says that a file is too large, once it has been read to its end', async () => {
    const answer = await send(
      `${playground.url}/upload?name=big.csv`,
      { 'x-playground': 'page' },
      'POST',
      'x'.repeat(500_000),
    );
    expect(answer.status).toBe(413);
    expect(answer.text).toContain('\\"big.csv\\" is too large: it has 0.48 MiB, and at most 0 MiB may be sent.');
  });

  it('names a port that is taken and suggests another', async () => {
    const port = Number(new URL(playground.url).port);
    const second = await startPlayground({ port });
    expect(second.ok ? '' : playgroundProblemText(second.problem)).toBe(
      `Port ${port} is taken by another program: set PLAYGROUND_PORT=${port + 1} (or 0 for any free port) and start again.`,
    );
  });

  it('closes a tab that sends what is no request, and goes on serving the others', async () => {
    const other = await RawTab.open(playground.url);
    for (const nonsense of ['', '{', '{"seq":1}', '{"seq":1,"do":"say"}', '[]', 'null', Buffer.from([0, 255, 3])]) {
      const tab = await RawTab.open(playground.url);
      tab.send(nonsense);
      await tab.closed();
    }
    expect((await other.ask({ do: 'watch', place: place() })).ok).toBe(true);
    other.close();
  });

  it('takes binary text and half characters as they come', async () => {
    const tab = await RawTab.open(playground.url);
    const content = `\u0000\u0001\ud800 \u202e\u200b ${'𝕏'.repeat(200)}`;
    expect((await tab.ask({ do: 'say', place: place(), content })).ok).toBe(true);
    expect((await tab.ask({ do: 'say', place: place(), content: '   ' })).ok).toBe(false);
    const long = await tab.ask({ do: 'say', place: place(), content: 'x'.repeat(2001) });
    expect(long.ok ? '' : long.problem.message).toContain('2000 or fewer');
    tab.close();
  });

  it('refuses a place that is not there with a sentence', async () => {
    const tab = await RawTab.open(playground.url);
    for (const wrong of [
      { guildId: '1' },
      { channelId: '1' },
      { userId: '1' },
      { channelId: playground.beta.general.id },
    ]) {
      expect((await tab.ask({ do: 'watch', place: { ...place(), ...wrong } })).ok).toBe(false);
    }
    tab.close();
  });

  it('pages through ten thousand messages and loses none', async () => {
    const channel = playground.discord.createChannel(playground.beta.guild.id, { name: 'long' });
    const reader = playground.discord.as(playground.beta.guild.id, playground.people.reader, channel.id);
    for (let index = 0; index < 10_000; index += 1) reader.say(`Message ${index}`);
    const tab = await RawTab.open(playground.url);
    const there = { guildId: playground.beta.guild.id, channelId: channel.id, userId: playground.people.reader };
    const seen: string[] = [];
    let before: string | undefined;
    const began = performance.now();
    for (;;) {
      const answer = await tab.ask({
        do: 'history',
        place: there,
        limit: 100,
        ...(before === undefined ? {} : { before }),
      });
      if (!answer.ok) throw new Error(answer.problem.message);
      const page = answer.value as { messages: { id: string; content: string }[]; hasOlder: boolean };
      seen.unshift(...page.messages.map((message) => message.content));
      before = page.messages[0]?.id;
      if (!page.hasOlder) break;
    }
    expect(seen).toEqual(Array.from({ length: 10_000 }, (_, index) => `Message ${index}`));
    expect((performance.now() - began) / 100).toBeLessThan(100);
    tab.close();
  });

  it('opens a form only in the tab that asked for it, and outlives a tab that goes away in the middle', async () => {
    const bot = await startSmallBot(playground);
    await bot.client.application.commands.set([{ name: 'form', description: 'A form' }]);
    bot.answer = async (interaction) => {
      if (interaction.isModalSubmit()) await interaction.reply('Filled in');
      if (!interaction.isChatInputCommand()) return;
      const input = { type: 4, custom_id: 'a', label: 'A', style: 1 } as const;
      await interaction.showModal({ custom_id: 'f', title: 'F', components: [{ type: 1, components: [input] }] });
    };
    const [first, second, gone] = await Promise.all([1, 2, 3].map(() => RawTab.open(playground.url)));
    if (first === undefined || second === undefined || gone === undefined) throw new Error('no tabs');
    for (const tab of [first, second, gone]) await tab.ask({ do: 'watch', place: place() });
    const command = { do: 'command', place: place(), command: '/form', options: {} };
    void gone.ask(command);
    gone.close();
    await first.ask(command);
    await expect.poll(() => first.of('modal')).toMatchObject([{ title: 'F' }]);
    expect(second.of('modal')).toEqual([]);
    const [opened] = first.of('modal');
    const submit = { do: 'submit', place: place(), interactionId: opened?.id, values: { a: 'x' } };
    expect((await first.ask(submit)).ok).toBe(true);
    expect(bot.errors).toEqual([]);
    for (const tab of [first, second]) tab.close();
    await bot.stop();
  });

  it('sets the clock forward only between answers', async () => {
    await expect.poll(() => playground.clock.aheadMs).toBe(0);
    const bot = await startSmallBot(playground);
    await bot.client.application.commands.set([{ name: 'slow', description: 'Takes a while' }]);
    bot.answer = async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await wait(60);
      await interaction.deferReply();
      await wait(60);
      await interaction.editReply('Done');
    };
    const tab = await RawTab.open(playground.url);
    await tab.ask({ do: 'watch', place: place() });
    const began = playground.clock.aheadMs;
    void tab.ask({ do: 'command', place: place(), command: '/slow', options: {} });
    expect((await tab.ask({ do: 'advance', ms: 86_400_000 })).ok).toBe(true);
    expect(playground.clock.aheadMs - began).toBe(86_400_000);
    expect(playground.discord.messages(place().channelId, place().userId).at(-1)?.content).toBe('Done');
    expect(bot.errors).toEqual([]);
    tab.close();
    await bot.stop();
  });

  it('gives things the same ids at each start, so that settings go on naming them', async () => {
    const other = await started();
    const ids = ({ alpha, beta, people, discord }: Playground) => ({
      bot: discord.bot.id,
      people,
      alpha: [alpha.guild.id, alpha.general.id, alpha.announcements.id, alpha.roles.keeper.id],
      beta: [beta.guild.id, beta.general.id, beta.announcements.id, beta.roles.keeper.id],
    });
    expect(ids(other)).toEqual(ids(playground));
    await other.stop();
  });

  it('listens on this machine only', async () => {
    const port = Number(new URL(playground.url).port);
    const probe = createServer();
    // Another address of this machine can take the same port only if the page did not take it everywhere.
    await new Promise<void>((resolve, reject) => probe.once('error', reject).listen(port, '127.0.0.2', resolve));
    await new Promise((resolve) => probe.close(resolve));
  });
});

describe('the playground’s clock', () => {
  it('goes forward, tells those who wait, and never back', async () => {
    let base = 1_000_000_000_000;
    const playground = await started({ clock: { now: () => base } });
    const heard: number[] = [];
    const stop = playground.clock.onAdvance(() => heard.push(playground.clock.now()));
    playground.clock.advance(60_000);
    base += 5;
    expect(playground.clock.now()).toBe(1_000_000_060_005);
    expect(() => playground.clock.advance(-1)).toThrow(RangeError);
    stop();
    playground.clock.advance(1);
    expect(heard).toEqual([1_000_000_060_000]);
    await playground.stop();
  });
});
