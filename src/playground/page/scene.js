/** What the page knows of the world, and where in it this tab stands. */
export class Scene {
  /** @type {World} */ world = { servers: [], people: [], bot: { id: '', name: '' } };
  /** @type {Place} */ place = { guildId: '', channelId: '', userId: '' };
  /** @type {Refusal[]} */ refusals = [];
  aheadMs = 0;
  limitBytes = 0;
  #filesOrigin = '';
  /** This machine's clock and the server's may differ. */
  #offsetMs = 0;

  /** @param {Json} hello */
  begin(hello) {
    const { servers, people, bot, refusals, attachmentBytes, filesOrigin, nowMs, aheadMs } = hello;
    this.world = { servers, people, bot };
    this.refusals = refusals;
    this.limitBytes = attachmentBytes;
    this.#filesOrigin = filesOrigin;
    this.#offsetMs = nowMs - aheadMs - Date.now();
    this.aheadMs = aheadMs;
  }

  get nowMs() {
    return Date.now() + this.#offsetMs + this.aheadMs;
  }

  /** @returns {Server} */
  get server() {
    const found = this.world.servers.find((server) => server.id === this.place.guildId);
    return found ?? { id: '', name: '', channels: [], roles: [], members: [] };
  }

  get channel() {
    return this.server.channels.find((channel) => channel.id === this.place.channelId);
  }

  get person() {
    return this.world.people.find((held) => held.id === this.place.userId)?.person;
  }

  /** @param {Actions} actions @returns {RenderContext} */
  context(actions) {
    const { roles, members, channels } = this.server;
    const roleOf = (id) => roles.find((role) => role.id === id) ?? null;
    const colorOf = (ids) => ids.map((id) => roleOf(id)?.color ?? 0).find((color) => color > 0) ?? 0;
    return {
      nowMs: this.nowMs,
      filesOrigin: this.#filesOrigin,
      user: (id) => {
        const member = members.find((held) => held.id === id);
        return member === undefined ? null : { name: member.name, color: colorOf(member.roles) };
      },
      role: roleOf,
      channel: (id) => channels.find((channel) => channel.id === id) ?? null,
      actions,
    };
  }
}
