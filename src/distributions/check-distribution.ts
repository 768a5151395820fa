import type { Issue } from '../errors/issue';
import { quote } from '../errors/wording';
import { checkShape, fullAllowance } from './checks/check-shape';
import { freezeDistribution } from './checks/freeze';
import type { Law } from './laws/law';
import { lawOf } from './laws/law-of';
import type { Distribution } from './types';

/** Where the values of a distribution may lie. */
export interface ValueLimits {
  /** No value may lie below: judged by the support, so a normal never keeps to it. */
  readonly min?: number;
  /** No value that can be drawn may lie above: judged by the support where it ends, else by the largest draw there is. */
  readonly max?: number;
}

/** Draws are 32-bit words shifted by half a step, so no draw lies above this quantile. */
const largestDraw = 1 - 1 / 8_589_934_592;

/**
 * Reads distribution data that may have been written by hand. Every fault goes to `issues` under `path`; what comes back is the
 * canonical, deeply frozen form, or undefined where anything was wrong. A plain number is a constant.
 */
export function checkDistribution(value: unknown, path: string, issues: Issue[], limits: ValueLimits = {}): Distribution | undefined {
  const shape = checkShape(value, path, issues, fullAllowance());
  if (shape === undefined) return undefined;
  const law = lawOf(shape);
  const faults = issues.length;
  checkFinite(law, path, issues);
  if (issues.length === faults) checkLimits(law, shape, limits, path, issues);
  return issues.length === faults ? freezeDistribution(shape) : undefined;
}

function checkFinite(law: Law, path: string, issues: Issue[]): void {
  if (Number.isFinite(law.mean) && Number.isFinite(law.variance)) return;
  issues.push({
    code: 'out-of-range',
    path,
    expected: 'a distribution with a finite mean and spread',
    received: `mean ${law.mean}, variance ${law.variance}`,
  });
}

function checkLimits(law: Law, shape: Distribution, limits: ValueLimits, path: string, issues: Issue[]): void {
  const single = shape.type === 'constant';
  if (limits.min !== undefined && law.min < limits.min) {
    const expected = single ? `a number of at least ${limits.min}` : `values of at least ${limits.min}`;
    const received = single
      ? quote(law.min)
      : law.min === -Infinity
        ? `a ${shape.type}, which has no lower end`
        : `a ${shape.type} from ${law.min}`;
    const hint = single
      ? {}
      : { hint: limits.min === 0 ? 'truncatedNormal with min 0, or lognormal' : `truncatedNormal with min ${limits.min}` };
    issues.push({ code: 'out-of-range', path, expected, received, ...hint, params: { min: limits.min } });
  }
  if (limits.max === undefined) return;
  const largest = law.max === Infinity ? law.quantile(largestDraw) : law.max;
  if (largest <= limits.max) return;
  const expected = single ? `a number of at most ${limits.max}` : `values of at most ${limits.max}`;
  const received = single ? quote(largest) : `a ${shape.type} that reaches ${largest}`;
  issues.push({ code: 'out-of-range', path, expected, received, params: { max: limits.max } });
}
