import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { PlaygroundWorld } from '../founding.ts';
import type { Change } from '../loopback/changes.ts';
import type { ModalForm } from '../loopback/interactions/interaction.ts';
import type { LoopbackDiscord } from '../loopback/loopback-discord.ts';
import type { PlaygroundClock } from '../playground-clock.ts';
import { contentPolicy, type PageFile, readPageFiles, servePageFile } from './page-files.ts';
import { Refusals } from './refusals.ts';
import { refusalOf } from './same-origin.ts';
import { Tab, type TabEvent, type TabParts } from './tab.ts';
import { UnderWay } from './under-way.ts';
import { Uploads } from './uploads.ts';
import { worldView } from './world-view.ts';

export interface PlaygroundServerParts {
  readonly discord: LoopbackDiscord;
  readonly clock: PlaygroundClock;
  readonly world: PlaygroundWorld;
  readonly attachmentBytes: number;
}

const HOST = '127.0.0.1';
const LARGEST_REQUEST = 1024 * 1024;

/** Serves the page on 127.0.0.1, takes its uploads, and keeps a live channel to every tab. */
export class PlaygroundServer {
  readonly #parts: PlaygroundServerParts;
  readonly #http: Server;
  readonly #sockets = new WebSocketServer({ noServer: true, maxPayload: LARGEST_REQUEST });
  readonly #files: ReadonlyMap<string, PageFile> = readPageFiles();
  readonly #uploads: Uploads;
  readonly #refusals = new Refusals();
  readonly #underWay = new UnderWay();
  readonly #modals = new Map<string, ModalForm>();
  readonly #tabs = new Set<Tab>();
  readonly #stopHearing: readonly (() => void)[];
  #tries: readonly string[] = [];
  #port = 0;

  constructor(parts: PlaygroundServerParts) {
    this.#parts = parts;
    this.#uploads = new Uploads(parts.attachmentBytes);
    this.#http = createServer((request, response) => {
      this.#serve(request, response).catch(() => response.destroy());
    });
    this.#http.on('upgrade', (request, socket, head) => this.#upgrade(request, socket, head));
    this.#stopHearing = [
      parts.discord.changes.on((change) => this.#hear(change)),
      parts.clock.onAdvance(() => this.#tellAll({ kind: 'clock', aheadMs: parts.clock.aheadMs })),
    ];
  }

  get url(): string {
    return `http://${HOST}:${this.#port}`;
  }

  /** Lines an empty channel offers to those who do not know what to type. */
  suggest(lines: readonly string[]): void {
    this.#tries = lines;
    this.#tellAll({ kind: 'tries', tries: lines });
  }

  /** Null when it listens, else what stood in the way. */
  listen(port: number): Promise<NodeJS.ErrnoException | null> {
    return new Promise((resolve) => {
      this.#http.once('error', resolve);
      this.#http.listen(port, HOST, () => {
        this.#http.off('error', resolve);
        this.#port = (this.#http.address() as AddressInfo).port;
        resolve(null);
      });
    });
  }

  async stop(): Promise<void> {
    for (const stop of this.#stopHearing) stop();
    for (const socket of this.#sockets.clients) socket.terminate();
    this.#http.closeAllConnections();
    await new Promise<void>((resolve) => this.#http.close(() => resolve()));
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', this.url);
    const isUpload = pathname === '/upload';
    const refused = refusalOf(request.headers, this.#port, isUpload ? 'action' : 'page');
    if (refused !== null) return end(response, 403, 'This page only answers itself, at its own address.');
    if (isUpload) return this.#takeUpload(request, response, searchParams.get('name') ?? '');
    const file = this.#files.get(pathname);
    if (file === undefined) return end(response, 404, 'There is nothing at this address.');
    if (request.method !== 'GET' && request.method !== 'HEAD') return end(response, 405, 'Pages are only read.');
    servePageFile(file, contentPolicy(this.#port, this.#parts.discord.origin), request, response);
  }

  async #takeUpload(request: IncomingMessage, response: ServerResponse, name: string): Promise<void> {
    if (request.method !== 'POST') return end(response, 405, 'Files are sent here, not read.');
    const outcome = await this.#uploads.receive(request, name, request.headers['content-type'] ?? '');
    response.writeHead(outcome.ok ? 200 : 413, { 'content-type': 'application/json' }).end(JSON.stringify(outcome));
  }

  #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const path = (request.url ?? '').split('?', 1)[0];
    if (path !== '/live' || refusalOf(request.headers, this.#port, 'live') !== null) {
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
      return;
    }
    socket.on('error', () => socket.destroy());
    this.#sockets.handleUpgrade(request, socket, head, (opened) => this.#welcome(opened));
  }

  #welcome(socket: WebSocket): void {
    const { discord, clock, world, attachmentBytes } = this.#parts;
    const parts: TabParts = { discord, clock, uploads: this.#uploads, underWay: this.#underWay, modals: this.#modals };
    const tab = new Tab(socket, parts);
    this.#tabs.add(tab);
    socket.on('close', () => this.#tabs.delete(tab));
    tab.tell({
      kind: 'hello',
      ...worldView(discord, world),
      aheadMs: clock.aheadMs,
      nowMs: clock.now(),
      attachmentBytes,
      filesOrigin: discord.origin,
      tries: this.#tries,
      refusals: this.#refusals.latest(),
    });
  }

  #hear(change: Change): void {
    this.#refusals.note(change);
    this.#underWay.note(change);
    if (change.kind === 'refused') {
      this.#tellAll({ kind: 'refused', refusal: this.#refusals.add(change.request) });
      return;
    }
    for (const tab of this.#tabs) tab.hear(change);
    if (/^(guild|role|member|channel)-/.test(change.kind)) {
      this.#tellAll({ kind: 'world', ...worldView(this.#parts.discord, this.#parts.world) });
    }
  }

  #tellAll(event: TabEvent): void {
    for (const tab of this.#tabs) tab.tell(event);
  }
}

function end(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'x-content-type-options': 'nosniff' });
  response.end(`${text}\n`);
}
