import {
  type APIButtonComponent,
  type APIComponentInContainer,
  type APIMessageTopLevelComponent,
  ButtonStyle,
  ComponentType,
} from 'discord.js';
import type { Document, Link, Select, Tone } from '../messages/document.ts';
import { common } from '../messages/en/common.ts';
import { lookups } from '../messages/en/lookups.ts';
import { actionId } from './action-id.ts';
import { escapeText } from './escape-text.ts';
import { LIMITS, TEXT_RESERVED } from './limits.ts';
import { lineMarkdown } from './markdown.ts';
import { pagesOf } from './pages.ts';
import { selectRow } from './select-row.ts';

/** Colour never carries a meaning alone: the words say it too. */
const ACCENTS: Readonly<Record<Tone, number>> = {
  plain: 0x708090,
  dispute: 0xffbf00,
  timeline: 0x008080,
  empty: 0x9e9e9e,
};

/** The command a card answers, so that its buttons can turn the page. */
export interface CardSource {
  readonly command: string;
  readonly options: Readonly<Record<string, string>>;
}

/** What stands on a card besides its document. */
export interface CardExtras {
  /** Buttons of the card itself: share it, remove it. */
  readonly own?: readonly APIButtonComponent[];
  /** Names of the files that go with it. */
  readonly files?: readonly string[];
}

/**
 * A document as one Components V2 message; `page` counts from 1 and is brought into range. Without a source its pages
 * cannot be turned.
 */
export function card(
  document: Document,
  source: CardSource | null,
  page = 1,
  extras: CardExtras = {},
): APIMessageTopLevelComponent[] {
  const sign = document.hasSign === true ? `${common.sign} ` : '';
  const heading = `## ${sign}${shortened(escapeText(document.heading), LONGEST_HEADING)}`;
  const said = (document.closing ?? []).map((words) => shortened(lineMarkdown(words), LONGEST_CLOSING));
  const selects = (document.selects ?? []).flatMap(labelledSelect);
  const small = [heading, ...said, ...selects.map((component) => ('content' in component ? component.content : ''))];
  const pages = pagesOf(document.items, LIMITS.textTotal - TEXT_RESERVED - small.join('\n').length);
  const at = Math.min(Math.max(1, page), pages.length);
  const turning = pages.length === 1 ? null : source === null ? 'too-long' : turningButtons(source, at, pages.length);
  const closing = [
    ...said,
    ...(pages.length === 1 ? [] : [`-# ${common.page(at, pages.length)}`]),
    ...(turning === 'too-long' ? [`-# ${lookups.narrow}`] : []),
  ];
  const body = pages[at - 1] ?? { lines: [], links: [] };
  const components: APIComponentInContainer[] = [
    text([heading, ...body.lines].join('\n')),
    ...(closing.length === 0 ? [] : [text(closing.join('\n'))]),
  ];
  const links = [...document.links, ...body.links].flatMap(linkButton).slice(0, LIMITS.buttonsInRow);
  if (links.length > 0) components.push({ type: ComponentType.ActionRow, components: links });
  components.push(...selects);
  const last = [...(turning === null || turning === 'too-long' ? [] : turning), ...(extras.own ?? [])];
  if (last.length > 0) components.push({ type: ComponentType.ActionRow, components: last });
  for (const name of extras.files ?? []) {
    components.push({ type: ComponentType.File, file: { url: `attachment://${name}` } });
  }
  return [{ type: ComponentType.Container, accent_color: ACCENTS[document.tone], components }];
}

const LONGEST_HEADING = 400;
/** A document has at most three closing lines. */
const LONGEST_CLOSING = 500;

function text(content: string): APIComponentInContainer {
  return { type: ComponentType.TextDisplay, content };
}

/** Cut with a sign that it was, never between an escape and what it escapes or inside a letter of two units. */
function shortened(words: string, most: number): string {
  return words.length <= most ? words : `${words.slice(0, most - 1).replace(/(\\+|[\uD800-\uDBFF])$/, '')}…`;
}

function labelledSelect(select: Select): APIComponentInContainer[] {
  const row = selectRow(select);
  return select.label === undefined ? [row] : [text(lineMarkdown({ text: [select.label], isSmall: true })), row];
}

function turningButtons(source: CardSource, page: number, pages: number): APIButtonComponent[] | 'too-long' {
  const button = (label: string, emoji: string, target: number): APIButtonComponent | null => {
    const id = actionId({ verb: 'page', ...source, page: target });
    return id === null
      ? null
      : {
          type: ComponentType.Button,
          style: ButtonStyle.Secondary,
          label: `${emoji} ${label}`,
          custom_id: id,
          disabled: target < 1 || target > pages,
        };
  };
  const previous = button(lookups.buttons.previous, '◀', page - 1);
  const next = button(lookups.buttons.next, '▶', page + 1);
  return previous === null || next === null ? 'too-long' : [previous, next];
}

const STYLES = {
  plain: ButtonStyle.Secondary,
  primary: ButtonStyle.Primary,
  danger: ButtonStyle.Danger,
} as const;

/** A link whose command cannot be held by a button is left out: the card says the same in words. */
function linkButton(link: Link, index: number, all: readonly Link[]): APIButtonComponent[] {
  const id = actionId({ verb: link.verb ?? 'open', command: link.command, options: link.options, page: 1 });
  const isDouble = all.findIndex((other) => sameLink(other, link)) !== index;
  if (id === null || isDouble) return [];
  return [
    {
      type: ComponentType.Button,
      style: STYLES[link.style ?? 'plain'],
      label: shortened(link.label, LIMITS.buttonLabel),
      custom_id: id,
    },
  ];
}

function sameLink(a: Link, b: Link): boolean {
  return a.verb === b.verb && a.command === b.command && JSON.stringify(a.options) === JSON.stringify(b.options);
}
