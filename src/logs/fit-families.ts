import { exponential } from '../distributions/families/exponential';
import { gamma } from '../distributions/families/gamma';
import { lognormal } from '../distributions/families/lognormal';
import { weibull } from '../distributions/families/weibull';
import { exp } from '../numerics/exp';
import { findRoot } from '../numerics/find-root';
import { log } from '../numerics/log';
import { power } from '../numerics/power';
import type { Distribution } from '../distributions/families';
import type { Parts } from './sample';
import type { FittedFamily } from './types';

/** What all families are fitted from: values above 0, their shares, and means. */
interface Facts {
  readonly values: readonly number[];
  readonly shares: readonly number[];
  readonly mean: number;
  readonly meanLog: number;
}

const least = 0.02;
const most = 1e4;

/** Each family by maximum likelihood; undefined where the values are no such thing. */
const fits: { readonly [Family in FittedFamily]: (facts: Facts) => Distribution | undefined } = {
  exponential: ({ mean }) => exponential({ mean }),
  lognormal: ({ values, shares, meanLog }) => {
    let variance = 0;
    for (let i = 0; i < values.length; i++) {
      const off = log(values[i]!) - meanLog;
      variance += shares[i]! * off * off;
    }
    if (!(variance > 1e-12)) return undefined;
    return lognormal({ median: exp(meanLog), sigma: Math.sqrt(variance) });
  },
  gamma: ({ mean, meanLog }) => {
    // ln k − ψ(k) = ln(mean) − mean of ln: falls from endless to 0.
    const wanted = log(mean) - meanLog;
    const rising = (shape: number): number => wanted - (log(shape) - digamma(shape));
    if (!(rising(least) < 0 && rising(most) > 0)) return undefined;
    const shape = findRoot(rising, least, most);
    return gamma({ shape, scale: mean / shape });
  },
  weibull: ({ values, shares, meanLog }) => {
    const largest = values.at(-1)!;
    const sums = (shape: number): { plain: number; logged: number } => {
      let plain = 0;
      let logged = 0;
      for (let i = 0; i < values.length; i++) {
        const raised = shares[i]! * power(values[i]! / largest, shape);
        plain += raised;
        logged += raised * log(values[i]!);
      }
      return { plain, logged };
    };
    const rising = (shape: number): number => {
      const { plain, logged } = sums(shape);
      return plain > 0 ? logged / plain - meanLog - 1 / shape : 1;
    };
    const [low, high] = [0.05, 100];
    if (!(rising(low) < 0 && rising(high) > 0)) return undefined;
    const shape = findRoot(rising, low, high);
    return weibull({ shape, scale: largest * power(sums(shape).plain, 1 / shape) });
  },
};

/** One family fitted to values above 0. */
export function fitFamily(family: FittedFamily, { values, weights }: Parts): Distribution | undefined {
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const shares = weights.map((weight) => weight / whole);
  const mean = values.reduce((sum, value, i) => sum + shares[i]! * value, 0);
  const meanLog = values.reduce((sum, value, i) => sum + shares[i]! * log(value), 0);
  return fits[family]({ values, shares, mean, meanLog });
}

/** ψ, by its recurrence and its series for large arguments (Abramowitz and Stegun 6.3.5, 6.3.18). */
export function digamma(x: number): number {
  let sum = 0;
  let large = x;
  while (large < 10) {
    sum -= 1 / large;
    large++;
  }
  const square = 1 / (large * large);
  const series = square * (1 / 12 - square * (1 / 120 - square * (1 / 252 - square * (1 / 240 - square / 132))));
  return sum + log(large) - 0.5 / large - series;
}
