const BEAT_MS = 10;

/**
 * The longest this thread worked between two beats, in milliseconds of its own processor time: what it could not help
 * being late by, however busy the machine is.
 */
export function beginBusyBeats(): { end(): number } {
  let longest = 0;
  let before = busyMs();
  const beat = (): void => {
    const now = busyMs();
    longest = Math.max(longest, now - before);
    before = now;
  };
  const timer = setInterval(beat, BEAT_MS);
  return {
    end: () => {
      beat();
      clearInterval(timer);
      return longest;
    },
  };
}

function busyMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
