/**
 * Where a rising function crosses zero between `low` and `high`, to the last few bits (Chandrupatla 1997: bisection that turns into
 * inverse quadratic interpolation where the function is well behaved).
 */
export function findRoot(rising: (x: number) => number, low: number, high: number): number {
  let b = low;
  let fb = rising(low);
  let a = high;
  let fa = rising(high);
  if (fb >= 0 || low >= high) return low;
  if (fa <= 0) return high;
  let c: number;
  let fc: number;
  let share = 0.5;
  for (let round = 0; round < 200; round++) {
    const x = a + share * (b - a);
    const fx = rising(x);
    if (fx >= 0 === fa >= 0) {
      c = a;
      fc = fa;
    } else {
      c = b;
      fc = fb;
      b = a;
      fb = fa;
    }
    a = x;
    fa = fx;
    const best = Math.abs(fa) < Math.abs(fb) ? a : b;
    const tolerance = 2e-15 * Math.abs(best) + 1e-300;
    const limit = tolerance / Math.abs(b - a);
    if (limit > 0.5 || fa === 0) return best;
    const xi = (a - b) / (c - b);
    const phi = (fa - fb) / (fc - fb);
    const quadratic = phi * phi < xi && (1 - phi) * (1 - phi) < 1 - xi;
    share = quadratic ? (fa / (fb - fa)) * (fc / (fb - fc)) + ((c - a) / (b - a)) * (fa / (fc - fa)) * (fb / (fc - fb)) : 0.5;
    share = Math.min(1 - limit, Math.max(limit, share));
  }
  return Math.abs(fa) < Math.abs(fb) ? a : b;
}
