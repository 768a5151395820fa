import { expect, test } from 'vitest';
import { betaQuantile } from '../../../src/numerics/beta';
import { exp, expm1 } from '../../../src/numerics/exp';
import { gammaQuantile } from '../../../src/numerics/gamma';
import { log, log1p, log2 } from '../../../src/numerics/log';
import { logistic } from '../../../src/numerics/logistic';
import { normalCdf, normalQuantile } from '../../../src/numerics/normal';
import { normalFromWord } from '../../../src/numerics/normal-from-word';
import { power } from '../../../src/numerics/power';
import { tanh } from '../../../src/numerics/tanh';
import { sweep } from './units-apart';

/** All bits of the values at 2,000 fixed points, folded into 32. */
function fold(f: (u: number) => number): number {
  const words = new Int32Array(Float64Array.from(sweep(2000), f).buffer);
  return words.reduce((hash, word) => (Math.imul(hash ^ word, 0x9e3779b1) ^ (hash >>> 15)) | 0, 0);
}

// Sameness, not correctness: every engine, processor and release must give these. A changed one changes results and belongs in the change note.
test.each<[string, (u: number) => number, number]>([
  ['exp', (u) => exp(1400 * u - 700), 1571175057],
  ['expm1', (u) => expm1(4 * u - 2), 730431608],
  ['log', (u) => log(u * 50), 829809044],
  ['log1p', (u) => log1p(3 * u - 0.99), -1195640570],
  ['log2', (u) => log2(u * 50), -1848370699],
  ['power', (u) => power(u * 1e5, 1.2 - u), 1463578874],
  ['tanh', (u) => tanh(6 * u - 3), -1930920518],
  ['logistic', (u) => logistic(60 * u - 30), -473508287],
  ['normalQuantile', normalQuantile, -1097012492],
  ['normalCdf', (u) => normalCdf(16 * u - 8), 285641432],
  ['normalFromWord', (u) => normalFromWord(u * 4294967296), 1018362321],
  ['gammaQuantile', (u) => gammaQuantile(0.2 + 9 * ((u * 7) % 1), u), 564450457],
  ['betaQuantile', (u) => betaQuantile(0.2 + 9 * ((u * 7) % 1), 2.5, u), 61491653],
])('bits of %s', (_name, f, golden) => expect(fold(f)).toBe(golden));
