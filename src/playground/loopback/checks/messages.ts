import { isObject, type JsonObject, numberOr, objectsOf, textOr } from '../json.ts';
import { MESSAGE_FLAG, type Message } from '../world/model.ts';
import { checkComponents } from './components.ts';
import { checkEmbeds } from './embeds.ts';
import { LIMIT } from './limits.ts';
import { checkAllowedMentions } from './mentions.ts';
import type { Place } from './problems.ts';
import { type Check, list, maybe, need, shape, snowflake, text, whole, yesNo } from './shape.ts';

/** What is known when a message body is checked. */
export interface MessageCheckContext {
  /** Names of the files in the request. */
  readonly uploads: readonly string[];
  /** The message as it is, when it is being edited. */
  readonly edited: Message | null;
}

const attachment = shape({
  id: need(snowflake),
  filename: maybe(text({ min: 1, max: LIMIT.attachmentText })),
  description: maybe(text({ max: LIMIT.attachmentText })),
});

const nonce: Check = (value, place) => {
  if (typeof value === 'number') whole()(value, place);
  else text({ max: LIMIT.nonce })(value, place);
};

/** Checks a message body; whether it is empty is another question (`isEmptyMessage`), as Discord has another code for it. */
export function checkMessage(body: unknown, context: MessageCheckContext, place: Place): void {
  shape({
    content: maybe(text({ max: LIMIT.content })),
    embeds: maybe(checkEmbeds),
    allowed_mentions: maybe(checkAllowedMentions),
    components: maybe(checkComponents({ v2: isV2(body, context.edited), filenames: filenames(body, context) })),
    flags: maybe(whole({ min: 0, max: 2 ** 31 - 1 })),
    tts: maybe(yesNo),
    nonce: maybe(nonce),
    enforce_nonce: maybe(yesNo),
    sticker_ids: maybe(list(snowflake, { max: 3 })),
    attachments: maybe(list(attachment, { max: LIMIT.attachments })),
    message_reference: maybe(
      shape({
        message_id: need(snowflake),
        channel_id: maybe(snowflake),
        guild_id: maybe(snowflake),
        fail_if_not_exists: maybe(yesNo),
      }),
    ),
  })(body, place);
  if (!isObject(body)) return;
  if (context.uploads.length > LIMIT.attachments) {
    place.at('files').fail('BASE_TYPE_MAX_LENGTH', `Must be ${LIMIT.attachments} or fewer in length.`);
  }
  attachmentsExist(body, context, place);
  if (isV2(body, context.edited)) noLegacyFields(body, context.edited, place);
}

/** Whether nothing at all would be shown. */
export function isEmptyMessage(body: JsonObject, context: MessageCheckContext): boolean {
  const { edited } = context;
  const content = textOr('content' in body ? body.content : edited?.content, '');
  const count = (key: 'embeds' | 'components') => objectsOf(key in body ? body[key] : edited?.[key]).length;
  const stickers = Array.isArray(body.sticker_ids) ? body.sticker_ids.length : 0;
  const kept =
    'attachments' in body && edited !== null ? objectsOf(body.attachments).length : (edited?.attachments.length ?? 0);
  const poll = isObject(body.poll) ? 1 : 0;
  return (
    content.trim() === '' &&
    count('embeds') + count('components') + stickers + poll + kept + context.uploads.length === 0
  );
}

function isV2(body: unknown, edited: Message | null): boolean {
  const flags = isObject(body) ? numberOr(body.flags, 0) : 0;
  return ((flags | (edited?.flags ?? 0)) & MESSAGE_FLAG.componentsV2) !== 0;
}

function filenames(body: unknown, context: MessageCheckContext): ReadonlySet<string> {
  const kept = (context.edited?.attachments ?? []).map((held) => held.filename);
  const renamed = isObject(body) ? objectsOf(body.attachments).map((item) => textOr(item.filename, '')) : [];
  return new Set([...context.uploads, ...kept, ...renamed]);
}

function attachmentsExist(body: JsonObject, context: MessageCheckContext, place: Place): void {
  const known = new Set((context.edited?.attachments ?? []).map((held) => held.id));
  objectsOf(body.attachments).forEach((item, index) => {
    const id = String(item.id);
    if (known.has(id) || Number(id) < context.uploads.length) return;
    place.at('attachments', index).fail('ATTACHMENT_NOT_FOUND', 'Attachment data not found');
  });
}

function noLegacyFields(body: JsonObject, edited: Message | null, place: Place): void {
  const becomes = edited !== null && (edited.flags & MESSAGE_FLAG.componentsV2) === 0;
  const held = (key: 'content' | 'embeds') => (key in body ? body[key] : becomes ? edited?.[key] : undefined);
  const used = {
    content: textOr(held('content'), '') !== '',
    embeds: objectsOf(held('embeds')).length > 0,
    sticker_ids: Array.isArray(body.sticker_ids) && body.sticker_ids.length > 0,
    poll: isObject(body.poll),
  };
  for (const [key, isUsed] of Object.entries(used)) {
    if (!isUsed) continue;
    place
      .at(key)
      .fail(
        'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
        `The '${key}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
      );
  }
}
