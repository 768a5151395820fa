import { compare } from '../../comparison/compare';
import { quote } from '../../errors/wording';
import { outcomeDescriptions, type OutcomeName } from '../../experience/outcomes';
import { issuesError } from '../../plain/issues-error';
import { estimateIn } from '../../results/simulation-words';
import type { Comparison } from '../../results/types';
import { checkStandards, isAboutChange, outcomeOf } from '../../standards/check-standards';
import type { Standard } from '../../standards/types';
import { writeCase, type Case, type WrittenCase } from './case';
import { attempt } from './pair';
import type { Evidence, StandardFunction } from './types';

export type Found = Comparison<string, 'redesign'>;

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

const shownConfidence = 0.95;
const lots = 6;

/** Holds cases against one standard. */
export class Judge {
  /** What the standard is about; satisfaction where it is a function. */
  readonly outcome: OutcomeName;
  /** Whether today's journey can keep to the standard as well as the redesign. */
  readonly isAboutLevel: boolean;
  readonly #outcomes: { readonly outcomes?: readonly OutcomeName[]; readonly keep?: readonly OutcomeName[] };
  customers = 0;

  constructor(
    readonly standard: Standard | StandardFunction,
    private readonly seed: string,
    outcomes: readonly OutcomeName[] | undefined,
  ) {
    const isFunction = typeof standard === 'function';
    this.outcome = isFunction ? 'satisfaction' : outcomeOf(standard)[0];
    this.isAboutLevel = !isFunction && !isAboutChange(standard);
    if (isFunction) this.#outcomes = outcomes === undefined ? {} : { outcomes };
    // A percentile's error is known from the customers themselves.
    else this.#outcomes = { outcomes: [this.outcome], ...(isPercentile(standard) ? { keep: [this.outcome] } : {}) };
  }

  /** Undefined where there is no such case. `purpose` names the customers: another purpose, other customers. */
  look(one: Case, customers: number, purpose: string): Judgement | undefined {
    const { source } = one.pair;
    const comparison = attempt(source, () => this.#compare(writeCase(one), customers, purpose));
    if (comparison === undefined) return undefined;
    // What a function that is the standard throws is no impossible case.
    if (typeof this.standard === 'function') return this.#judge(comparison, customers);
    return attempt(source, () => this.#judge(comparison, customers));
  }

  lookAt(written: WrittenCase, customers: number, purpose: string): Judgement {
    return this.#judge(this.#compare(written, customers, purpose), customers);
  }

  /** Whether a function finds the case broken for one lot of customers after the other. */
  saysBroken(one: Case, customers: number, purpose: string): boolean {
    for (let lot = 0; lot < lots; lot++) if ((this.look(one, customers, `${purpose}/${lot}`)?.headroom ?? 1) >= 0) return false;
    return true;
  }

  seedOf(purpose: string): string {
    return `${this.seed}/${purpose}`;
  }

  #compare(written: WrittenCase, customers: number, purpose: string): Found {
    const comparison = compare({ ...written, customers, seed: this.seedOf(purpose), ...this.#outcomes }) as Found;
    this.customers += customers;
    return comparison;
  }

  #judge(comparison: Found, customers: number): Judgement {
    const { standard, outcome } = this;
    if (typeof standard === 'function') return told(standard(comparison), customers);
    const [found] = checkStandards(comparison, standard, { confidence: shownConfidence }).standards;
    const { value, margin, interval, probability = margin >= 0 ? 1 : 0.5 } = found!;
    const missed = margin < 0 ? { missedBy: -margin } : {};
    const reach = 'fewWorse' in standard || isPercentile(standard) ? 0 : reachOf(comparison, outcome);
    return { chance: probability, headroom: margin, reach, evidence: { outcome, value, interval, ...missed, customers } };
  }
}

function isPercentile(standard: Standard): boolean {
  return 'statistic' in standard && standard.statistic !== 'mean';
}

function told(holds: unknown, customers: number): Judgement {
  if (holds !== undefined && typeof holds !== 'boolean') {
    const expected = 'a function that returns true, false or undefined';
    const hint = holds instanceof Promise ? { hint: 'it cannot wait for anything' } : {};
    throw issuesError([{ code: 'invalid-type', path: 'standard', expected, received: quote(holds), ...hint }]);
  }
  const headroom = holds === undefined ? 0 : holds ? 1 : -1;
  return { chance: (1 + headroom) / 2, headroom, reach: 0, evidence: { outcome: 'satisfaction', customers } };
}

/** From one end of an outcome to the other. Where it has none: four times what 95 % of customers stay below (judgement). */
function reachOf({ baseline, variants }: Found, outcome: OutcomeName): number {
  const { scale, unit } = outcomeDescriptions[outcome];
  const width = scale[1] - scale[0];
  if (unit === 'affect') return 20;
  if (width < Infinity) return width;
  const tops = [baseline, variants.redesign.simulation].map(({ overall }) => Math.abs(estimateIn(overall, outcome)?.quantiles.p95 ?? 0));
  return 4 * Math.max(...tops);
}
