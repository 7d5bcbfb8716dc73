import type { TestDiscord } from '../../support/discord.ts';

export interface RawAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

export interface RawRest {
  send(method: string, path: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<RawAnswer>;
}

/** REST by hand, for what discord.js would not send. */
export function rawRest({ apiUrl, token }: Pick<TestDiscord, 'apiUrl' | 'token'>): RawRest {
  return {
    send: async (method, path, body, headers) => {
      const isForm = body instanceof FormData;
      const response = await fetch(`${apiUrl}/v10${path}`, {
        method,
        headers: {
          authorization: `Bot ${token}`,
          ...(isForm || body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
      });
      const text = await response.text();
      return { status: response.status, headers: response.headers, body: text === '' ? undefined : JSON.parse(text) };
    },
  };
}
