import type { Issue } from '../errors/issue';
import { openAt } from '../plain/plain-object';
import { at, unfit } from '../errors/wording';
import type { OutcomeName } from '../experience/outcomes';
import { defaultModel } from '../model/defaults';
import { readModel } from '../model/read-model';
import { checkSize } from '../experience/check-outcome';
import { readOutcome } from '../experience/read-outcome';
import { readScenarioStudy } from '../simulation/read-scenario-study';
import { openInput, type ResolvedStudy } from '../simulation/read-study';
import { refuseFunctions, writtenSettings } from '../simulation/written-study';
import { checkUncertainty, type ReadUncertainty } from './read-uncertainty';
import type { RobustnessInput } from './types';

export interface ReadRobustness {
  readonly study: ResolvedStudy;
  readonly names: readonly string[];
  readonly outcome: OutcomeName;
  readonly margin: number;
  readonly over: ReadUncertainty;
  /** As it was written. */
  readonly writtenOver: unknown;
}

const ownKeys = ['baseline', 'variant', 'variants', 'outcome', 'margin', 'over'] as const satisfies readonly (keyof RobustnessInput)[];
/** Enough for the sign of a difference; what is not known outweighs the simulation error by far. */
const defaultCustomers = 500;

export function readRobustness(given: unknown): ReadRobustness {
  const issues: Issue[] = [];
  const input = openInput(given, ownKeys);
  const { variant, variants, baseline, margin = 0, outcome = 'satisfaction', model = {}, over = {} } = input;
  const named = readNamed(variant, variants, issues);
  const names = Object.keys(named);
  const before = issues.length;
  const about = readOutcome(outcome, 'outcome', issues);
  if (issues.length === before) checkSize(margin, about, 'margin', issues);
  const base = readModel(model, defaultModel, 'model', []) ?? defaultModel;
  const uncertainty = checkUncertainty(over, base, issues);
  const journeys = [
    { path: 'baseline', value: baseline },
    ...names.map((name) => ({ path: variant === undefined ? at('variants', name) : 'variant', value: named[name] })),
  ];
  const study = readScenarioStudy(input, journeys, ownKeys, defaultCustomers, about, issues);
  return { study, names, outcome: about, margin: margin as number, over: uncertainty.resolve(study), writtenOver: over };
}

/** As the door takes it, in plain JSON. Throws where somebody remembers by a function of their own. */
export function writtenRobustness({ study, names, outcome, margin, over, writtenOver }: ReadRobustness): Readonly<Record<string, unknown>> {
  refuseFunctions(study);
  for (const { name, model } of over.memory) refuseFunctions({ model, models: [] }, at('over.memory', name));
  const [baseline, ...versions] = study.journeys;
  const isOne = study.journeyPaths[1] === 'variant';
  const variants = isOne ? { variant: versions[0] } : { variants: Object.fromEntries(names.map((name, index) => [name, versions[index]])) };
  return { ...writtenSettings(study, study.customers), baseline, ...variants, outcome, margin, over: writtenOver };
}

/** The journeys to compare with, by name. */
function readNamed(variant: unknown, variants: unknown, issues: Issue[]): Readonly<Record<string, unknown>> {
  const before = issues.length;
  const several = variants === undefined ? undefined : openAt(variants, 'variants', 'an object with at least one variant by name', issues);
  const named = several ?? (variant === undefined ? {} : { variant });
  if (issues.length > before) return named;
  if (variant !== undefined && variants !== undefined) {
    issues.push({ code: 'conflict', path: 'variant', expected: 'either variant or variants', received: 'both' });
  } else if (Object.keys(named).length === 0) {
    issues.push(unfit(several, 'variants', 'a variant, or an object with at least one variant by name', { code: 'missing' }));
  }
  return named;
}
