// How far two programs that should do the same are apart.

const outcomes = ['perceivedDuration', 'satisfaction', 'completed'];

/** The greatest relative difference of any mean, sd, standard error or quantile, of everybody and of those who completed. */
export function furthestApart(ours, theirs) {
  let furthest = 0;
  ours.forEach((summary, index) => {
    const other = theirs[index];
    for (const [a, b] of [
      [summary, other],
      [summary.completers, other.completers],
    ]) {
      for (const name of outcomes) {
        const [mine, its] = [figures(a[name]), figures(b[name])];
        mine.forEach((figure, k) => (furthest = Math.max(furthest, apart(figure, its[k]))));
      }
    }
  });
  return furthest;
}

function figures({ mean, sd, standardError, quantiles }) {
  return [mean, sd, standardError, ...Object.values(quantiles)];
}

function apart(a, b) {
  const size = Math.max(Math.abs(a), Math.abs(b));
  return size === 0 ? 0 : Math.abs(a - b) / size;
}
