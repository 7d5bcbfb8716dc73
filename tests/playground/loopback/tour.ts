import type { RecordedRequest } from '../../../src/playground/loopback/rest/request-log.ts';
import type { TestDiscord } from '../../support/discord.ts';
import { COMMAND_SEEDS, MESSAGE_SEEDS } from './body-seeds.ts';
import type { RawRest } from './raw-rest.ts';

/** Asks for everything once and gives back what was asked and answered, all of it in good order. */
export async function visitEverything(world: TestDiscord, rest: RawRest): Promise<readonly RecordedRequest[]> {
  const { discord, alpha } = world;
  const app = `/applications/${discord.bot.id}`;
  const guild = `/guilds/${alpha.guild.id}`;
  const messages = `/channels/${alpha.channel.id}/messages`;
  const idOf = (answer: { readonly body: unknown }) => (answer.body as { readonly id: string }).id;
  discord.clearRequests();

  for (const path of ['/gateway', '/gateway/bot', '/users/@me', '/users/@me/guilds', '/applications/@me'])
    await rest.send('GET', path);
  for (const path of [
    '',
    '/channels',
    '/roles',
    '/members?limit=10',
    '/members/search?query=k&limit=5',
    `/members/${discord.bot.id}`,
  ]) {
    await rest.send('GET', `${guild}${path}`);
  }
  await rest.send('PATCH', `${guild}/members/@me`, { nick: 'Keeper of facts' });
  for (const kind of ['announcement', 'voice', 'category', 'forum', 'publicThread'] as const) {
    const channel = discord.createChannel(alpha.guild.id, { name: kind, kind });
    await rest.send('GET', `/channels/${channel.id}`);
  }
  const dm = idOf(await rest.send('POST', '/users/@me/channels', { recipient_id: alpha.members.reader.user.id }));
  await rest.send('GET', `/channels/${dm}`);

  for (const base of [app, `${app}/guilds/${alpha.guild.id}`]) {
    await rest.send('PUT', `${base}/commands`, COMMAND_SEEDS);
    const made = idOf(await rest.send('POST', `${base}/commands`, { name: 'probe', description: 'd' }));
    await rest.send('GET', `${base}/commands`);
    await rest.send('GET', `${base}/commands/${made}`);
    await rest.send('PATCH', `${base}/commands/${made}`, { description: 'e' });
    if (base === app) await rest.send('DELETE', `${base}/commands/${made}`);
  }

  const form = new FormData();
  form.set(
    'payload_json',
    JSON.stringify({ flags: 32_768, components: [{ type: 13, file: { url: 'attachment://a.txt' } }] }),
  );
  form.set('files[0]', new Blob(['text']), 'a.txt');
  for (const body of [...MESSAGE_SEEDS, form, { content: 'n', nonce: '1', enforce_nonce: true }]) {
    const id = idOf(await rest.send('POST', messages, body));
    await rest.send('GET', `${messages}/${id}`);
  }
  const own = idOf(await rest.send('POST', messages, { content: 'c' }));
  await rest.send('POST', messages, { content: 'r', message_reference: { message_id: own } });
  await rest.send('PATCH', `${messages}/${own}`, { content: 'd' });
  await rest.send('GET', messages);
  await rest.send('DELETE', `${messages}/${own}`);
  await answerInteractions(world, rest);
  return discord.requests();
}

async function answerInteractions({ discord, alpha }: TestDiscord, rest: RawRest): Promise<void> {
  const reader = alpha.as('reader');
  for (const data of [...MESSAGE_SEEDS, { content: 'private', flags: 64 }]) {
    const { interaction } = reader.type('/probe');
    const hook = `/webhooks/${discord.bot.id}/${interaction.token}`;
    await rest.send('POST', `/interactions/${interaction.id}/${interaction.token}/callback?with_response=true`, {
      type: 4,
      data,
    });
    await rest.send('GET', `${hook}/messages/@original`);
    const more = (await rest.send('POST', hook, { content: 'more' })).body as { readonly id: string };
    await rest.send('GET', `${hook}/messages/${more.id}`);
    await rest.send('PATCH', `${hook}/messages/${more.id}`, { content: 'other' });
    await rest.send('DELETE', `${hook}/messages/${more.id}`);
  }
  const deferred = reader.type('/probe').interaction;
  await rest.send('POST', `/interactions/${deferred.id}/${deferred.token}/callback?with_response=true`, { type: 5 });
  await rest.send('PATCH', `/webhooks/${discord.bot.id}/${deferred.token}/messages/@original`, MESSAGE_SEEDS[2]);
  const shown = discord.messages(alpha.channel.id).at(-1);
  if (shown === undefined) throw new Error('The deferred answer is not there.');
  for (const body of [
    { type: 6 },
    { type: 7, data: { content: 'new' } },
    { type: 9, data: { custom_id: 'f', title: 'F', components: [{ type: 10, content: 't' }] } },
  ]) {
    const clicked = reader.click(shown, 'Go').interaction;
    await rest.send('POST', `/interactions/${clicked.id}/${clicked.token}/callback?with_response=true`, body);
  }
}
