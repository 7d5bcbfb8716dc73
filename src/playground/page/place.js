const MESSAGE_CHANNELS = [0, 5];
const KEY = 'playground.place';

/** Where this tab stands: as its address says, else as it was last left, else the first channel as the first person. @param {World} world @param {string | null} left */
export function placeIn(world, hash, left) {
  const [guildId, channelId, person] = (hash.length > 1 ? hash.slice(1) : (left ?? '')).split('/');
  const server = world.servers.find((held) => held.id === guildId) ?? world.servers[0];
  const channels = textChannels(server);
  const channel = channels.find((held) => held.id === channelId) ?? channels[0];
  const user = world.people.find((held) => held.person === person) ?? world.people[0];
  return { guildId: server?.id ?? '', channelId: channel?.id ?? '', userId: user?.id ?? '' };
}

/** @param {World} world @param {Place} place */
export function hashOf(world, place) {
  const person = world.people.find((held) => held.id === place.userId)?.person ?? '';
  return `${place.guildId}/${place.channelId}/${person}`;
}

/** @param {Server | undefined} server */
export function textChannels(server) {
  return (server?.channels ?? []).filter((channel) => MESSAGE_CHANNELS.includes(channel.type));
}

export function lastPlace() {
  return read(KEY);
}

/** Keeps the place in the address, so that a reload comes back to it and another tab can stand elsewhere. */
export function keepPlace(hash) {
  history.replaceState(null, '', `#${hash}`);
  write(KEY, hash);
}

/** A browser may be set to keep nothing; the page works all the same. */
export function read(key) {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

export function write(key, value) {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Not kept: the next visit begins at the beginning.
  }
}
