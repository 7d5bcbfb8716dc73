import { h } from '../tree.js';
import { WORDS } from '../words.js';
import { safeUrl } from './buttons.js';
import { sizeText } from './time.js';

/** A picture; one from elsewhere is named and not fetched. @param {Json} media @param {{ description?: string | null, spoiler?: boolean, kind: string }} how @param {RenderContext} context */
export function pictureTree(media, how, context) {
  const url = safeUrl(media.proxy_url ?? media.url);
  const text = how.description || WORDS.image;
  if (url === null || new URL(url).origin !== context.filesOrigin) {
    const props = { class: 'picture outside', title: url };
    const link = url === null ? {} : { href: url };
    return h('a', { ...props, ...link }, how.description || WORDS.outsideImage);
  }
  const size = media.width && media.height ? { width: String(media.width), height: String(media.height) } : {};
  const image = h('img', { src: url, alt: text, title: how.description, loading: 'lazy', ...size });
  const link = h('a', { class: `picture ${how.kind}`, href: url }, image);
  return how.spoiler ? covered(link) : link;
}

/** @param {Tree} inner */
export function covered(inner) {
  const reveal = (event) => {
    const button = event.currentTarget;
    button.parentElement?.classList.remove('covered');
    button.remove();
  };
  const cover = h('button', { class: 'cover', 'aria-label': WORDS.spoiler, on: { click: reveal } }, '▒▒▒');
  return h('div', { class: 'coverable covered' }, inner, cover);
}

/** @param {Json} component a media gallery @param {RenderContext} context */
export function galleryTree(component, context) {
  const items = component.items ?? [];
  return h(
    'div',
    { class: 'gallery', data: { count: items.length } },
    ...items.map(({ media, description, spoiler }) =>
      pictureTree(media ?? {}, { description, spoiler, kind: 'tile' }, context),
    ),
  );
}

/** A file to take away. @param {Json} file */
export function fileTree({ name, url, size }) {
  const address = safeUrl(url);
  const link = address === null ? {} : { href: address };
  return h(
    'a',
    { class: 'file', ...link, title: WORDS.download },
    h('span', { class: 'file-sign', 'aria-hidden': 'true' }, '⭳'),
    h('span', { class: 'file-name' }, name),
    size === null ? null : h('span', { class: 'file-size' }, sizeText(size)),
  );
}

/** @param {Json} attachment as the server's message view has it @param {RenderContext} context */
export function attachmentTree(attachment, context) {
  const isPicture = /^image\/(png|jpeg|gif|webp)/.test(attachment.type);
  if (!isPicture) return fileTree(attachment);
  const spoiler = String(attachment.name).startsWith('SPOILER_');
  const { description = attachment.name } = attachment;
  return pictureTree(attachment, { description: description ?? attachment.name, spoiler, kind: 'single' }, context);
}
