import type { Issue } from '../errors/issue';
import { at, quote } from '../errors/wording';
import type { OutcomeName } from '../experience/outcomes';
import { defaultModel } from '../model/defaults';
import { checkNumber } from '../model/check-number';
import { readModel } from '../model/read-model';
import { readOutcome } from '../scenarios/read-outcome';
import { readScenarioStudy } from '../scenarios/read-scenario-study';
import type { ResolvedStudy } from '../simulation/read-study';
import { checkIgnorance, type ReadIgnorance } from './read-ignorance';
import type { RobustnessInput } from './types';

export interface ReadRobustness {
  readonly study: ResolvedStudy;
  readonly names: readonly string[];
  readonly outcome: OutcomeName;
  readonly margin: number;
  readonly over: ReadIgnorance;
}

/** Enough for the sign of a difference; what is not known outweighs the simulation error by far. */
const defaultCustomers = 500;

export function readRobustness(input: RobustnessInput): ReadRobustness {
  const issues: Issue[] = [];
  const { variant, variants, baseline } = input;
  const several = typeof variants === 'object' && variants !== null && !Array.isArray(variants);
  const named: Record<string, unknown> = several ? { ...variants } : variant === undefined ? {} : { variant };
  if (variant !== undefined && variants !== undefined) {
    issues.push({ code: 'conflict', path: 'variant', expected: 'either variant or variants', received: 'both' });
  } else if (Object.keys(named).length === 0) {
    const wrong = variants !== undefined && !several;
    const expected = 'a variant, or an object with at least one variant by name';
    issues.push({
      code: wrong ? 'invalid-type' : 'missing',
      path: 'variants',
      expected,
      received: variants === undefined ? 'nothing' : quote(variants),
    });
  }
  const names = Object.keys(named);
  const outcome = readOutcome(input.outcome ?? 'satisfaction', 'outcome', issues);
  if (input.margin !== undefined)
    checkNumber(input.margin, 'margin', issues, { min: 0, max: Infinity, what: "a size in the outcome's unit" });
  const base = readModel(input.model ?? {}, defaultModel, 'model', []) ?? defaultModel;
  const over = checkIgnorance(input.over, base, issues);
  const journeys = [
    { path: 'baseline', value: baseline },
    ...names.map((name) => ({ path: variant === undefined ? at('variants', name) : 'variant', value: named[name] })),
  ];
  const study = readScenarioStudy(
    input,
    journeys,
    ['baseline', 'variant', 'variants', 'outcome', 'margin', 'over'],
    defaultCustomers,
    outcome,
    issues,
  );
  return { study, names, outcome, margin: input.margin ?? 0, over: over.resolve(study.model) };
}
