const BEAT_MS = 10;

export interface Beats {
  /** Ends the measuring; how late the latest beat was, in milliseconds, and the most memory the process held meanwhile. */
  end(): { readonly latestMs: number; readonly peakBytes: number };
}

/** Beats as the gateway's heart does, on the thread that calls it, doing some of that thread's own work at each beat. */
export function beginBeats(work: () => void = () => {}): Beats {
  let latestMs = 0;
  let peakBytes = process.memoryUsage.rss();
  let due = performance.now() + BEAT_MS;
  const timer = setInterval(() => {
    const now = performance.now();
    latestMs = Math.max(latestMs, now - due);
    peakBytes = Math.max(peakBytes, process.memoryUsage.rss());
    work();
    due = Math.max(due + BEAT_MS, now + 1);
  }, BEAT_MS);
  return {
    end: () => {
      // What is under way now is late, too.
      latestMs = Math.max(latestMs, performance.now() - due);
      clearInterval(timer);
      return { latestMs, peakBytes };
    },
  };
}
