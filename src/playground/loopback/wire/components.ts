import { isObject, type JsonObject, objectOf, objectsOf, textOr, withoutNulls } from '../json.ts';
import type { SnowflakeSource } from '../snowflake.ts';
import type { Attachment } from '../world/model.ts';
import { imageSize } from './image-size.ts';
import { attachmentUrl } from './message.ts';

/** What components of a message are resolved against when they are stored. */
export interface ComponentContext {
  readonly attachments: readonly Attachment[];
  readonly origin: string;
  readonly ids: SnowflakeSource;
}

/** Components as Discord keeps them: numbered, defaults filled in, media resolved to addresses. */
export function storedComponents(components: readonly JsonObject[], context: ComponentContext): readonly JsonObject[] {
  const taken = new Set<number>();
  walkComponents(components, (component) => {
    if (typeof component.id === 'number' && component.id > 0) taken.add(component.id);
  });
  let last = 0;
  const number = (given: unknown): number => {
    if (typeof given === 'number' && given > 0) return given;
    do last += 1;
    while (taken.has(last));
    return last;
  };
  const store = (component: JsonObject): JsonObject => {
    const id = number(component.id);
    const kept = withoutNulls(component);
    const children = Array.isArray(kept.components) ? { components: objectsOf(kept.components).map(store) } : {};
    const accessory = isObject(kept.accessory) ? { accessory: store(kept.accessory) } : {};
    const inner = isObject(kept.component) ? { component: store(kept.component) } : {};
    return { ...defaultsOf(kept), ...kept, ...mediaOf(kept, context), ...children, ...accessory, ...inner, id };
  };
  return components.map(store);
}

/** Visits every component, however deep. */
export function walkComponents(components: readonly JsonObject[], visit: (component: JsonObject) => void): void {
  for (const component of components) {
    visit(component);
    walkComponents(objectsOf(component.components), visit);
    walkComponents([component.accessory, component.component].filter(isObject), visit);
  }
}

function defaultsOf(component: JsonObject): JsonObject {
  switch (component.type) {
    case 3:
    case 5:
    case 6:
    case 7:
    case 8:
      return { min_values: 1, max_values: 1 };
    case 11:
      return { description: null, spoiler: false };
    case 13:
      return { spoiler: false };
    case 14:
      return { divider: true, spacing: 1 };
    case 17:
      return { accent_color: null, spoiler: false };
    default:
      return {};
  }
}

function mediaOf(component: JsonObject, context: ComponentContext): JsonObject {
  if (component.type === 11) return { media: resolveMedia(component.media, context) };
  if (component.type === 12) {
    const items = objectsOf(component.items).map((item) => ({
      description: item.description ?? null,
      spoiler: item.spoiler ?? false,
      media: resolveMedia(item.media, context),
    }));
    return { items };
  }
  if (component.type !== 13) return {};
  const file = resolveMedia(component.file, context);
  const attachment = context.attachments.find((held) => held.id === file.attachment_id);
  return { file, name: attachment?.filename ?? null, size: attachment?.bytes.length ?? null };
}

function resolveMedia(media: unknown, context: ComponentContext): JsonObject {
  const url = textOr(objectOf(media).url, '');
  const attachment = findAttachment(url, context);
  if (attachment === undefined) return { id: context.ids.next(), url, proxy_url: url, width: null, height: null };
  const address = attachmentUrl(attachment, context.origin);
  const size = imageSize(attachment.bytes) ?? { width: null, height: null };
  const known = { attachment_id: attachment.id, content_type: attachment.contentType };
  return { id: attachment.id, url: address, proxy_url: address, ...size, ...known };
}

function findAttachment(url: string, context: ComponentContext): Attachment | undefined {
  if (url.startsWith('attachment://')) {
    const name = url.slice('attachment://'.length);
    return context.attachments.find((attachment) => attachment.filename === name);
  }
  // A bot that sends back what it was given refers to a file by its address.
  return context.attachments.find((attachment) => attachmentUrl(attachment, context.origin) === url);
}

/** Embeds as Discord keeps them: typed, with files named by address. */
export function storedEmbeds(embeds: readonly JsonObject[], context: ComponentContext): readonly JsonObject[] {
  const address = (value: unknown): unknown => {
    const attachment = typeof value === 'string' ? findAttachment(value, context) : undefined;
    return attachment === undefined ? value : attachmentUrl(attachment, context.origin);
  };
  const withAddresses = (part: JsonObject): JsonObject => {
    const kept = withoutNulls(part);
    const url = 'url' in kept ? { url: address(kept.url) } : {};
    const icon = 'icon_url' in kept ? { icon_url: address(kept.icon_url) } : {};
    return { ...kept, ...url, ...icon };
  };
  return embeds.map((embed) => {
    const entries = Object.entries(withoutNulls(embed)).map(([key, value]) => {
      if (key === 'fields') {
        return [key, objectsOf(value).map((field) => ({ inline: false, ...withoutNulls(field) }))];
      }
      return [key, isObject(value) ? withAddresses(value) : value];
    });
    return { ...Object.fromEntries(entries), type: 'rich' };
  });
}
