import { PermissionFlagsBits } from 'discord.js';

/** What the bot may do in a server, and no more; the README gives the reason for each. */
const PERMISSIONS =
  PermissionFlagsBits.ViewChannel | PermissionFlagsBits.SendMessages | PermissionFlagsBits.SendMessagesInThreads;

/** The address at which an owner adds the bot to a server. */
export function inviteUrl(applicationId: string): string {
  const url = new URL('https://discord.com/oauth2/authorize');
  url.searchParams.set('client_id', applicationId);
  url.searchParams.set('scope', 'bot applications.commands');
  url.searchParams.set('permissions', PERMISSIONS.toString());
  return url.href;
}
