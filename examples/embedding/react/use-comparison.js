import { useEffect, useState } from 'react';

/**
 * The comparison of a journey with its baseline, worked out without holding up the page. A newer journey stops the run of the older one, and so does leaving;
 * until the answer is there the last one stays, marked `stale`. `journey` undefined: a draft that cannot be simulated.
 */
export function useComparison(simulator, baseline, journey) {
  const [state, setState] = useState({ comparison: undefined, of: undefined, error: undefined });

  useEffect(() => {
    if (journey === undefined) return;
    const stop = new AbortController();
    simulator.compareAsync({ baseline, variants: { draft: journey } }, { signal: stop.signal }).then(
      (comparison) => setState({ comparison, of: journey, error: undefined }),
      (error) => {
        // Stopped by the clean-up below: somebody typed on, or React tried the effect twice (StrictMode).
        if (error.name !== 'AbortError') setState({ comparison: undefined, of: journey, error });
      },
    );
    return () => stop.abort();
  }, [simulator, baseline, journey]);

  return { ...state, stale: state.of !== journey };
}
