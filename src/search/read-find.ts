import { readMargin } from '../comparison/compare';
import type { Issue } from '../errors/issue';
import { JourneyError } from '../errors/journey-error';
import { unfit } from '../errors/wording';
import type { OutcomeName } from '../experience/outcomes';
import type { ExperienceModel } from '../model/types';
import { isRecord } from '../plain/check-number';
import { checkUncertainty } from '../robustness/read-uncertainty';
import type { Uncertainty } from '../robustness/types';
import { openInput } from '../simulation/read-study';
import type { Standard } from '../standards/types';
import { outcomeOf } from '../standards/check-standards';
import { anyOrder } from './families';
import { readObjectives, readPromises, readSearch, type ReadSearch } from './read-search';
import type { StatedObjective } from './types';

/** What is looked for, and among what. */
export interface ReadFind extends ReadSearch {
  readonly objectives: readonly StatedObjective[];
  readonly standards: readonly Standard[];
  readonly margins: { readonly [Name in OutcomeName]?: number };
  readonly robustness: Uncertainty | undefined;
  /** Where it is written what may be done. */
  readonly path: string;
}

const ownKeys = ['objectives', 'standards', 'margin', 'robustness'] as const;
/** Judgement: enough to tell robust from not, in a second or two. */
const defaultUncertainty: Uncertainty = { draws: 100, shares: 0 };

export function readFind(given: unknown): ReadFind {
  let own: Omit<ReadFind, keyof ReadSearch | 'path'> | undefined;
  const read = readSearch(given, ownKeys, (found, issues) => {
    const { written } = found;
    const objectives = readObjectives(written['objectives'], found, issues);
    const standards = readPromises(written['standards'], 'standards', found, issues);
    const robustness = readWhether(written['robustness'], found.study.model, issues);
    own = { objectives, standards, margins: readMargin(written['margin'], issues), robustness };
    return [...objectives.map(({ outcome }) => outcome), ...standards.map((standard) => outcomeOf(standard)[0])];
  });
  return { ...read, ...own!, path: 'candidates' };
}

/** What is wrong with it is told before anything is lived. */
function readWhether(written: unknown, model: ExperienceModel, issues: Issue[]): Uncertainty | undefined {
  if (written === false) return undefined;
  if (written === undefined || written === true) return defaultUncertainty;
  if (isRecord(written)) {
    const over = { shares: 0, ...written };
    const faults: Issue[] = [];
    checkUncertainty(over, model, faults);
    issues.push(...faults.map((issue) => ({ ...issue, path: issue.path.replace(/^over/, 'robustness') })));
    return over;
  }
  issues.push({ code: 'invalid-type', path: 'robustness', expected: 'true, false, or what is not known', received: typeof written });
  return undefined;
}

/** As one family of orders; what is wrong with the ids is told where they stand here. */
export function readOrder(given: unknown): ReadFind {
  const { ids, ...input } = openInput(given, ['journey', 'ids']);
  const useless = ['candidates', 'budget', 'maxEdits'].filter((key) => key in input);
  if (useless.length > 0) {
    const hint = 'findRedesigns takes it, with anyOrder(ids) as a candidate';
    throw new JourneyError(useless.map((key) => unfit(input[key], key, 'nothing here', { code: 'unknown-key', hint })));
  }
  try {
    return { ...readFind({ ...input, candidates: [anyOrder(ids as readonly string[])] }), path: 'ids' };
  } catch (error) {
    if (!(error instanceof JourneyError)) throw error;
    throw new JourneyError(error.issues.map((issue) => ({ ...issue, path: issue.path.replace(/^candidates\[0\]\./, '') })));
  }
}
