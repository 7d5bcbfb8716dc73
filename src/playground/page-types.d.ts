/** What the page's modules hand to each other. Checked by `tsc -p src/playground/tsconfig.page.json`; no browser loads this. */

/** What is shown, as a plain value. */
type Tree = string | { tag: string; props: Record<string, unknown>; children: Tree[] };
type Content = Tree | null | undefined | false | readonly Content[];

// biome-ignore lint/suspicious/noExplicitAny: what Discord keeps has no type here; each use says what it expects
type Loose = any;

/** A component, embed or option as Discord keeps it. */
type Json = Record<string, Loose>;

type Author = { id: string; name: string; isBot: boolean };

/** A message as the server tells it. */
interface Message {
  id: string;
  channelId: string;
  author: Author;
  content: string;
  embeds: Json[];
  components: Json[];
  attachments: Json[];
  isV2: boolean;
  isEphemeral: boolean;
  isThinking: boolean;
  createdAtMs: number;
  editedAtMs: number | null;
  replyTo: { author: Author; content: string } | null;
  origin: { kind: string; name: string; user: Author } | null;
}

interface HistoryPage {
  messages: Message[];
  hasOlder: boolean;
  hasNewer: boolean;
}

type FetchPage = (query: { before?: string; after?: string; limit: number }) => Promise<HistoryPage>;

/** A request of the bot's that the loopback Discord refused. */
interface Refusal {
  method: string;
  path: string;
  status: number;
  code: number | null;
  message: string;
  faults: { at: string; code: string; message: string }[];
  body: string;
  atMs: number;
  channelId: string | null;
}

type Channel = { id: string; name: string; type: number; topic: string | null };

interface Server {
  id: string;
  name: string;
  channels: Channel[];
  roles: { id: string; name: string; color: number }[];
  members: { id: string; name: string; isBot: boolean; roles: string[] }[];
}

type Person = { id: string; person: 'reader' | 'scribe' | 'keeper' | 'admin' };

interface World {
  servers: Server[];
  people: Person[];
  bot: { id: string; name: string };
}

type Place = { guildId: string; channelId: string; userId: string };

/** What Markdown needs to name what it points at. */
interface TextContext {
  nowMs: number;
  user: (id: string) => { name: string; color: number } | null;
  role: (id: string) => { name: string; color: number } | null;
  channel: (id: string) => { name: string } | null;
}

/** What drawing a message needs to know besides the message. */
interface RenderContext extends TextContext {
  /** From where pictures are loaded; any other picture is only named. */
  filesOrigin: string;
  actions: Actions;
}

/** What a person can do to a message. */
interface Actions {
  click: (messageId: string, component: string) => void;
  openSelect: (messageId: string, select: Json, anchor: HTMLElement) => void;
  dismiss: (messageId: string) => void;
}

type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'break' }
  | { kind: 'code'; text: string }
  | { kind: 'strong' | 'em' | 'underline' | 'strike' | 'spoiler'; children: Inline[] }
  | { kind: 'link'; url: string; children: Inline[] }
  | { kind: 'mention'; of: 'user' | 'role' | 'channel' | 'everyone'; id: string }
  | { kind: 'command'; name: string; id: string }
  | { kind: 'emoji'; name: string }
  | { kind: 'time'; unixS: number; style: string };

type Block =
  | { kind: 'paragraph'; children: Inline[] }
  | { kind: 'heading'; level: 1 | 2 | 3; children: Inline[] }
  | { kind: 'small'; children: Inline[] }
  | { kind: 'quote'; children: Block[] }
  | { kind: 'code-block'; language: string; text: string }
  | { kind: 'list'; ordered: boolean; start: number; items: Block[][] }
  | { kind: 'gap' };

type FoundInline = { node: Inline; end: number } | null;
type FoundBlocks = { blocks: Block[]; next: number } | null;

type Command = { id: string; name: string; description: string; options: Json[] };

/** What can be sent: a command, or one of its subcommands. */
interface Leaf {
  /** The words after the slash. */
  path: string;
  description: string;
  /** Required ones first. */
  options: Json[];
  command: Command;
}

/** One line of a list to choose from. */
type Item = { label: string; detail?: string; value: string | number | boolean };

type Suggestion = { label: string; detail?: string; heading?: string };

interface SuggestionList {
  title: string;
  items: Suggestion[];
  firstActive?: boolean;
  /** Said in place of items. */
  status?: string;
  hint?: string;
}

type UploadReference = { upload: string };

/** What a box holds: `undefined` when it is left empty. */
type BoxValue = { ok: true; value: Loose } | { ok: false; message: string };

type Box = import('./page/composer/option-box.js').OptionBox | import('./page/composer/option-box.js').FileBox;

interface FormParts {
  suggestions: import('./page/composer/suggestions.js').Suggestions;
  scene: import('./page/scene.js').Scene;
  choices: (request: {
    command: string;
    options: Json;
    focused: string;
  }) => Promise<{ name: string; value: string | number }[]>;
  submit: () => void;
  /** Back to plain text. */
  leave: (text: string) => void;
}

interface ComposerParts {
  bar: HTMLElement;
  box: HTMLTextAreaElement;
  send: HTMLElement;
  trouble: HTMLElement;
  suggestions: import('./page/composer/suggestions.js').Suggestions;
  scene: import('./page/scene.js').Scene;
  ask: (request: Json) => Promise<Loose>;
  onCommand: (leaf: Leaf, interactionId: string) => void;
}

interface ActingParts {
  scene: import('./page/scene.js').Scene;
  ask: (request: Json) => Promise<Loose>;
  notices: import('./page/channel/notices.js').Notices;
  list: import('./page/channel/message-list.js').MessageList;
  focusBox: () => void;
}

interface MessageListParts {
  scroller: HTMLElement;
  list: HTMLElement;
  top: HTMLElement;
  tries: HTMLElement;
  jump: HTMLElement;
  context: () => RenderContext;
  fetch: FetchPage;
}

interface PopupRequest {
  anchor: HTMLElement;
  title: string;
  items: Item[];
  chosen: string[];
  min: number;
  max: number;
  commit: (values: string[], items: Item[]) => void;
}

type FocusMark = { component: string | null } | null;

type FieldContext = { server: Server; limitBytes: number };

/** `value` is what the form sends for it. */
type Field = { id: string; element: HTMLElement; value: () => Loose };

interface FormRequest {
  title: string;
  components: Json[];
  context: FieldContext;
  text: TextContext;
  /** Throws with a sentence when the form is not taken. */
  submit: (values: Json) => Promise<void>;
}

interface SidebarState extends Pick<World, 'servers' | 'people'> {
  place: Place;
  aheadMs: number;
  refusals: number;
  theme: string;
}

interface SidebarActions {
  server: (guildId: string) => void;
  channel: (channelId: string) => void;
  person: (userId: string) => void;
  advance: (ms: number) => void;
  theme: (theme: string) => void;
  refusals: () => void;
}
