import { formatSeconds } from 'peakend';

/**
 * A bar for a terminal, from `onProgress` of simulateAsync, compareAsync and findCounterexampleAsync: how far it is, and how long it will still take at the pace
 * so far. It is written to stderr, so that what a program prints stays clean, and it is silent where nobody watches: in a pipe, a file, a scheduled job.
 *
 * Twenty lines are no reason for a dependency. For several bars at once or colours take a library, cli-progress for one, and feed it `share`.
 */
export function progressBar({ stream = process.stderr, now = () => performance.now() } = {}) {
  if (!stream.isTTY) return { onProgress: undefined, end() {} };
  const started = now();
  let drawn = -Infinity;
  return {
    onProgress({ share }) {
      const time = now();
      if (time - drawn < 100 && share < 1) return; // Ten times a second is often enough.
      drawn = time;
      const left = share > 0 ? `${formatSeconds(Math.ceil(((time - started) / 1000) * (1 / share - 1)))} left` : '';
      const width = Math.max(10, Math.min(40, (stream.columns ?? 80) - 30));
      const full = Math.floor(share * width);
      stream.write(`\r${'█'.repeat(full)}${'░'.repeat(width - full)} ${String(Math.floor(share * 100)).padStart(3)} %  ${left}\u001b[K`);
    },
    /** Takes the bar away. */
    end() {
      stream.write('\r\u001b[K');
    },
  };
}
