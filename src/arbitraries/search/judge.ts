import { compare } from '../../comparison/compare';
import { quote } from '../../errors/wording';
import { outcomeDescriptions, type OutcomeName } from '../../experience/outcomes';
import { issuesError } from '../../plain/issues-error';
import { estimateIn } from '../../results/simulation-words';
import type { Comparison } from '../../results/types';
import { checkStandards, outcomeOf } from '../../standards/check-standards';
import { attempt } from './subject';
import { writeCase, type Case, type WrittenCase } from './case';
import type { Standard } from '../../standards/types';
import type { Evidence, StandardFunction } from './types';

/** What one look at a case says of the standard. */
export interface Judgement {
  /** Chance that the standard holds for endlessly many such customers, as far as these can tell: near 0 it breaks. */
  readonly chance: number;
  /** Distance to the bound in the outcome's unit, below 0 on the wrong side; for a function −1, 0 or 1. */
  readonly headroom: number;
  /** How much a customer nobody has seen could add to a mean, in the outcome's unit; 0 where that is in the chance already. */
  readonly reach: number;
  readonly evidence: Evidence;
}

/** Holds cases against one standard. */
export class Judge {
  readonly #outcomes: readonly OutcomeName[] | undefined;
  readonly #keep: readonly OutcomeName[];
  customers = 0;

  constructor(
    readonly standard: Standard | StandardFunction,
    private readonly seed: string,
    outcomes?: readonly OutcomeName[],
  ) {
    const outcome = typeof standard === 'function' ? undefined : outcomeOf(standard)[0];
    this.#outcomes = outcome === undefined ? outcomes : [outcome];
    // A percentile's error is known from the customers themselves.
    const isPercentile = typeof standard !== 'function' && 'statistic' in standard && standard.statistic !== 'mean';
    this.#keep = isPercentile && outcome !== undefined ? [outcome] : [];
  }

  /** Undefined where there is no such case. `purpose` names the customers: another purpose, other customers. */
  look(one: Case, customers: number, purpose: string): Judgement | undefined {
    const { standard } = this;
    const { source } = one.pair;
    const written = attempt(source, () => writeCase(one));
    if (written === undefined) return undefined;
    if (typeof standard !== 'function') return attempt(source, () => this.lookAt(written, customers, purpose));
    // What the function itself throws is no impossible case.
    const comparison = attempt(source, () => this.#compare(written, customers, purpose));
    return comparison && told(standard(comparison), customers);
  }

  lookAt(written: WrittenCase, customers: number, purpose: string): Judgement {
    const { standard } = this;
    const comparison = this.#compare(written, customers, purpose);
    return typeof standard === 'function' ? told(standard(comparison), customers) : measured(standard, comparison, customers);
  }

  #compare(written: WrittenCase, customers: number, purpose: string): Comparison<string, 'redesign'> {
    const comparison = compare({
      ...written,
      customers,
      seed: this.seedOf(purpose),
      ...(this.#outcomes === undefined ? {} : { outcomes: this.#outcomes }),
      ...(this.#keep.length === 0 ? {} : { keep: this.#keep }),
    }) as Comparison<string, 'redesign'>;
    this.customers += customers;
    return comparison;
  }

  seedOf(purpose: string): string {
    return `${this.seed}/${purpose}`;
  }
}

function told(holds: unknown, customers: number): Judgement {
  if (holds !== undefined && typeof holds !== 'boolean') {
    const hint = holds instanceof Promise ? { hint: 'it cannot wait for anything' } : {};
    throw issuesError([
      {
        code: 'invalid-type',
        path: 'standard',
        expected: 'a function that returns true, false or undefined',
        received: quote(holds),
        ...hint,
      },
    ]);
  }
  const headroom = holds === undefined ? 0 : holds ? 1 : -1;
  return { chance: (1 + headroom) / 2, headroom, reach: 0, evidence: { outcome: 'satisfaction', customers } };
}

const shownConfidence = 0.95;

function measured(standard: Standard, comparison: Comparison<string, 'redesign'>, customers: number): Judgement {
  const [found] = checkStandards(comparison, standard, { confidence: shownConfidence }).standards;
  const { value, margin, interval, probability = margin >= 0 ? 1 : 0.5 } = found!;
  const missed = margin < 0 ? { missedBy: -margin } : {};
  const outcome = outcomeOf(standard)[0];
  const isMean = !('fewWorse' in standard) && (!('statistic' in standard) || standard.statistic === 'mean');
  const reach = isMean ? reachOf(comparison, outcome) : 0;
  return { chance: probability, headroom: margin, reach, evidence: { outcome, value, interval, ...missed, customers } };
}

/** From one end of an outcome to the other. Where it has none: four times what 95 % of customers stay below (judgement). */
function reachOf({ baseline, variants }: Comparison<string, 'redesign'>, outcome: OutcomeName): number {
  const { scale, unit } = outcomeDescriptions[outcome];
  const width = scale[1] - scale[0];
  if (unit === 'affect') return 20;
  if (width < Infinity) return width;
  const tops = [baseline, variants.redesign.simulation].map(({ overall }) => Math.abs(estimateIn(overall, outcome)?.quantiles.p95 ?? 0));
  return 4 * Math.max(...tops);
}
