/** Rayleigh: from 0 up, the length of a normal step in the plane. Without a sampler of its own, so that it is drawn from a table of its law. */
export const distribution = {
  steps: [
    {
      file: 'src/distributions/families/rayleigh.ts',
      create: `import { exp, expm1 } from '../../numerics/exp';
import { log1p } from '../../numerics/log';
import { construct } from '../construct';
import { size, type Family } from '../family';
import { onHalfLine } from '../half-line';

/** Above 0: most near its scale, with a light tail. */
export interface Rayleigh {
  /** Which distribution this is. */
  readonly type: 'rayleigh';
  /** Its mode, above 0. */
  readonly scale: number;
}

/** Most near its scale, with a light tail. */
export function rayleigh(options: Omit<Rayleigh, 'type'>): Rayleigh {
  return construct(rayleighFamily, options);
}

const halfPi = 1.5707963267948966;

export const rayleighFamily: Family<Rayleigh> = {
  type: 'rayleigh',
  fields: { scale: /* @__PURE__ */ size() },
  simplify: (distribution, line) =>
    onHalfLine(distribution.scale, line, (scale) => ({
      mean: scale * Math.sqrt(halfPi),
      variance: scale * scale * (2 - halfPi),
      cdf: (x) => -expm1((-x * x) / (2 * scale * scale)),
      quantile: (p) => scale * Math.sqrt(-2 * log1p(-p)),
    })),
  random: { over: 'half-line', make: (shape) => ({ type: 'rayleigh', scale: exp(-shape) }) },
};
`,
    },
    {
      file: 'src/distributions/families.ts',
      what: 'the type in the union',
      edits: [
        ['import { scaledFamily }', "import type { Rayleigh } from './families/rayleigh';\nimport { scaledFamily }"],
        ['  | Exponential\n', '  | Exponential\n  | Rayleigh\n'],
      ],
    },
    {
      file: 'src/distributions/families.ts',
      what: 'the row',
      edits: [
        ['import { triangularFamily,', "import { rayleighFamily } from './families/rayleigh';\nimport { triangularFamily,"],
        ['  exponential: exponentialFamily,\n', '  exponential: exponentialFamily,\n  rayleigh: rayleighFamily,\n'],
      ],
    },
    {
      file: 'src/index.ts',
      what: 'the constructor',
      edits: [['export { beta, type Beta }', "export { rayleigh } from './distributions/families/rayleigh';\nexport { beta, type Beta }"]],
    },
    {
      file: 'src/index.ts',
      what: 'its type',
      edits: [['export { empirical,', "export type { Rayleigh } from './distributions/families/rayleigh';\nexport { empirical,"]],
    },
    {
      file: 'test/unit/distributions/quantile-reference.test.ts',
      edits: [
        [
          "  ['exponential', {",
          "  ['rayleigh', { type: 'rayleigh', scale: 600 }, (p) => weibullQuantile(p, 2, 600 * Math.SQRT2)],\n  ['exponential', {",
        ],
      ],
    },
    {
      file: 'docs/guides/distributions.md',
      edits: [['| a sum of stages |', '| a distance in the plane | `rayleigh({ scale })` |\n| a sum of stages |']],
    },
    {
      file: 'scripts/fuzz/subjects.mjs',
      edits: [['    exponential: { mean: 3 },', '    rayleigh: { scale: 3 },\n    exponential: { mean: 3 },']],
    },
  ],
  tests: [
    'test/unit/distributions/quantile-reference.test.ts',
    'test/unit/journey/schema.test.ts',
    'test/unit/docs-reference/lists.test.ts',
    'test/architecture/exported-names.test.ts',
    'test/architecture/same-bits.test.ts',
  ],
};
