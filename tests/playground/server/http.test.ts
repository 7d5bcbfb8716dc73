import { request } from 'node:http';
import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Playground, playgroundProblemText, startPlayground } from '../../../src/playground/start.ts';
import { started } from './started.ts';

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

describe('the playground’s page over HTTP', () => {
  let playground: Playground;
  beforeAll(async () => {
    playground = await started({ attachmentBytes: 1000 });
  });
  afterAll(() => playground.stop());

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

  it('listens on this machine only', async () => {
    const port = Number(new URL(playground.url).port);
    const probe = createServer();
    // Another address of this machine can take the same port only if the page did not take it everywhere.
    await new Promise<void>((resolve, reject) => probe.once('error', reject).listen(port, '127.0.0.2', resolve));
    await new Promise((resolve) => probe.close(resolve));
  });
});
