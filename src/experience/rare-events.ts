import { lawOf, type Distribution } from '../distributions/families';
import { mean, variance } from '../distributions/mathematics';
import type { Slot } from '../sampling/column-plan';
import type { ChoicePlan, FailurePlan, JourneyPlan, NodePlan, UnitPlan } from './journey-plan';

/** Something that happens to some customers and not to others, with the chance that the journey itself gives it. */
export interface RareEvent {
  /** The step, part or option where it happens; empty: in the customer, not in a step. */
  readonly id: string;
  readonly what:
    | ('skip' | 'no skip' | 'dropout' | 'no dropout' | 'failure' | 'recovery' | 'no recovery' | 'option')
    | ('duration' | 'affect' | 'effort')
    | ('impatience' | 'patience' | 'expectation' | 'prior belief' | 'parameter');
  readonly probability: number;
  /** Only of those who try again after a failure. */
  readonly again?: true;
  /** Seconds it brings on average, or takes away, where it brings no more than those. */
  readonly seconds?: number;
}

/** Every chance of a plan that is neither 0 nor 1, least likely first. */
export function chancesOf(plan: JourneyPlan): RareEvent[] {
  const events: RareEvent[] = [];
  let reached = 1;
  for (const { node } of plan.steps) reached *= nodeChances(node, reached, events);
  customerChances(plan, events);
  return events.filter(({ probability }) => probability > 0 && probability < 1).sort((a, b) => a.probability - b.probability);
}

/** What customers bring with them. */
function customerChances(plan: JourneyPlan, events: RareEvent[]): void {
  const leaves = impatience(plan);
  events.push({ id: '', what: 'impatience', probability: leaves }, { id: '', what: 'patience', probability: 1 - leaves });
  const note = (what: RareEvent['what'], slots: readonly Slot[]): void => {
    for (const slot of new Set(slots)) for (const { share } of farValues(slot)) events.push({ id: '', what, probability: share });
  };
  note('expectation', [plan.expectation]);
  note('prior belief', [plan.priorBelief]);
  const { weights, halfLife, acclimation, decay, carryOver, recallDelaySeconds } = plan.memory;
  const { beta, referenceSeconds, boundary, floor } = plan.time;
  note('parameter', [
    plan.recommendationShift,
    ...[halfLife, acclimation, decay, carryOver, recallDelaySeconds, beta, referenceSeconds, boundary, floor, plan.leavingAffect],
    ...[weights, plan.satisfaction, plan.loyalty].flatMap((slots) => Object.values<Slot>(slots)),
  ]);
}

const points = 40;

/** About how many lose patience, where it is drawn: those whose patience is shorter than the longest wait, with the others at their means. */
function impatience({ patience, canLeave, steps }: JourneyPlan): number {
  const drawn = patience?.recipe;
  if (!canLeave || drawn?.kind !== 'draw' || drawn.from === undefined) return 0;
  const all = steps
    .flatMap(({ node }) => waitsOf(node))
    .map(({ seconds, hazard: slot }) => {
      const hazard = slot.constant ?? 1;
      return { seconds, hazard, mean: seconds.mean * hazard };
    });
  const longest = all.reduce<(typeof all)[number] | undefined>(
    (most, one) => (most === undefined || one.mean > most.mean ? one : most),
    undefined,
  );
  if (longest === undefined || longest.mean === 0) return 0;
  const others = all.reduce((sum, { mean }) => sum + mean, 0) - longest.mean;
  const law = lawOf(drawn.from);
  const { recipe, mean } = longest.seconds;
  const waits = recipe.kind === 'draw' && recipe.from !== undefined ? lawOf(recipe.from) : undefined;
  let leaving = 0;
  for (let point = 0; point < points; point++) {
    const wait = waits === undefined ? mean : waits.quantile((point + 0.5) / points);
    leaving += law.cdf(others + longest.hazard * wait) / points;
  }
  return leaving;
}

/** Time that uses up patience. */
interface Waiting {
  readonly seconds: Slot;
  readonly hazard: Slot;
}

/** The waits of a step, those that a failure brings among them; of several options that of the one that takes longest cannot be told, so each counts. */
function waitsOf(node: NodePlan): readonly Waiting[] {
  if (node.kind === 'merged') return node.parts.flatMap(waitsOf);
  return (node.kind === 'choice' ? node.options.map(({ unit }) => unit) : [node]).flatMap(waitsOfUnit);
}

function waitsOfUnit({ seconds, wait, failure }: UnitPlan): readonly Waiting[] {
  const { retry } = failure ?? {};
  return [
    ...(wait === undefined ? [] : [{ seconds, hazard: wait.hazard }]),
    ...(failure?.wait === undefined ? [] : [{ seconds: failure.seconds, hazard: failure.wait.hazard }]),
    ...(retry?.wait === undefined ? [] : waitsOfUnit(retry.wait)),
    ...(retry === undefined ? [] : waitsOfUnit(retry.again)),
  ];
}

/** `reached`: the chance of coming here at all. What comes back is the share of those who go on. */
function nodeChances(node: NodePlan, reached: number, events: RareEvent[]): number {
  if (node.kind === 'unit') return unitChances(node, reached, events);
  if (node.kind === 'merged') {
    return node.parts.reduce((stay, part) => stay * nodeChances(part, reached * stay, events), 1);
  }
  const [first] = node.options;
  const skips = node.skip === undefined ? 1 : skipping(first!.unit.id, node.skip.probability.constant, reached, events);
  const walksOn = shareWalkingOn(node);
  const comes = skips * (node.none === undefined ? 1 : skipping(first!.unit.id, walksOn, reached * skips, events));
  const weights = node.options.map(({ weight }) => weight.constant);
  const whole = weights.reduce<number>((sum, weight) => sum + (weight ?? NaN), 0);
  let stay = 0;
  node.options.forEach(({ unit }, index) => {
    const share = whole > 0 ? weights[index]! / whole : 1;
    if (node.options.length > 1) events.push({ id: unit.id, what: 'option', probability: reached * comes * share });
    stay += (whole > 0 ? share : 1 / node.options.length) * unitChances(unit, reached * comes * share, events);
  });
  return 1 - comes + comes * stay;
}

function shareWalkingOn({ options, none }: ChoicePlan): number | undefined {
  if (none === undefined) return 0;
  const whole = [...options, none].reduce((sum, { weight }) => sum + (weight.constant ?? NaN), 0);
  return whole > 0 ? none.weight.constant! / whole : undefined;
}

/** Notes both sides of a skip and returns the chance that the step is lived. */
function skipping(id: string, probability: number | undefined, reached: number, events: RareEvent[]): number {
  if (probability === undefined) return 1;
  events.push({ id, what: 'skip', probability: reached * probability }, { id, what: 'no skip', probability: reached * (1 - probability) });
  return 1 - probability;
}

function unitChances(unit: UnitPlan, reached: number, events: RareEvent[]): number {
  const { id, failure, dropout } = unit;
  const lives = unit.skip === undefined ? 1 : skipping(id, unit.skip.probability.constant, reached, events);
  const comes = reached * lives;
  const leaves = dropout === undefined ? 0 : (dropout.probability.constant ?? 0);
  events.push({ id, what: 'dropout', probability: comes * leaves });
  if (leaves > 0) events.push({ id, what: 'no dropout', probability: comes * (1 - leaves) });
  noteTime(id, unit.seconds, comes, events);
  noteFar(id, 'affect', [unit.start, unit.end], comes, events);
  if (unit.effort !== undefined) noteFar(id, 'effort', [unit.effort], comes, events);
  const stays = failure === undefined ? 1 : failureChances(id, failure, comes * (1 - leaves), events);
  return 1 - lives + lives * (1 - leaves) * stays;
}

/** `reached`: the chance of coming to where it may fail. What comes back is the share of those who go on. */
function failureChances(id: string, failure: FailurePlan, reached: number, events: RareEvent[]): number {
  const { recovery, retry } = failure;
  const share = failure.probability.constant ?? 0;
  const fails = reached * share;
  events.push({ id, what: 'failure', probability: fails, ...(retry === undefined ? { seconds: failure.seconds.mean } : {}) });
  noteTime(id, failure.seconds, fails, events);
  noteFar(id, 'affect', [failure.affect], fails, events);
  const mended = recovery === undefined ? 0 : (recovery.probability.constant ?? 0);
  if (recovery !== undefined) {
    const brings = retry === undefined ? { seconds: recovery.seconds.mean } : {};
    events.push({ id, what: 'recovery', probability: fails * mended, ...brings });
    events.push({ id, what: 'no recovery', probability: fails * (1 - mended), ...brings });
    noteTime(id, recovery.seconds, fails * mended, events);
    noteFar(id, 'affect', [recovery.affect], fails * mended, events);
  }
  if (retry === undefined) return 1;
  const tries = fails * (1 - mended);
  const waited = retry.wait === undefined ? 1 : unitChances(retry.wait, tries, events);
  const from = events.length;
  const again = waited * unitChances(retry.again, tries * waited, events);
  for (let k = from; k < events.length; k++) events[k] = { ...events[k]!, again: true };
  return 1 - share * (1 - mended) * (1 - again);
}

function noteTime(id: string, slot: Slot, probability: number, events: RareEvent[]): void {
  for (const { share, away } of farValues(slot)) events.push({ id, what: 'duration', probability: probability * share, seconds: away });
}

function noteFar(id: string, what: 'affect' | 'effort', slots: readonly Slot[], probability: number, events: RareEvent[]): void {
  for (const slot of new Set(slots)) for (const { share } of farValues(slot)) events.push({ id, what, probability: probability * share });
}

/** A value with its share; of a part that is a law of its own, the mean with its spread. */
interface Atom {
  readonly share: number;
  readonly value: number;
  readonly variance: number;
}

/** Values so far from the rest of a column that a sample without them does not show in its spread that they are missing. */
interface FarValues {
  readonly share: number;
  /** How far they lie from the rest on average. */
  readonly away: number;
}

/** So many standard deviations of the rest away, nothing in the rest tells of a value (judgement). */
const farAway = 3;

function farValues({ recipe }: Slot): readonly FarValues[] {
  if (recipe.kind !== 'draw' || recipe.from === undefined || !hasAtoms(recipe.from)) return [];
  const atoms = atomsOf(recipe.from, 1).sort((a, b) => a.value - b.value);
  const mirrored = atoms.map((atom) => ({ ...atom, value: -atom.value })).reverse();
  return [...farAbove(atoms), ...farAbove(mirrored)];
}

/** Groups of the greatest values, less than half of all, each beyond a gap that is wide against the spread of all below. */
function farAbove(atoms: readonly Atom[]): FarValues[] {
  const groups: { share: number; sum: number; base: number }[] = [];
  let share = 0;
  let mean = 0;
  let spread = 0;
  atoms.forEach(({ share: own, value, variance }, index) => {
    if (own <= 0) return;
    const gap = index === 0 ? 0 : value - atoms[index - 1]!.value;
    if (share > 0.5 && gap * gap * share > farAway * farAway * spread) groups.push({ share: 0, sum: 0, base: mean });
    const group = groups.at(-1);
    if (group !== undefined) {
      group.share += own;
      group.sum += own * (value - groups[0]!.base);
    }
    const before = share;
    share += own;
    const distance = value - mean;
    mean += (distance * own) / share;
    spread += own * variance + (distance * distance * own * before) / share;
  });
  return groups.map(({ share: own, sum }) => ({ share: own, away: sum / own }));
}

function hasAtoms(from: Distribution): boolean {
  return from.type === 'scaled' ? hasAtoms(from.distribution) : ['discrete', 'empirical', 'mixture'].includes(from.type);
}

function atomsOf(from: Distribution, share: number): Atom[] {
  switch (from.type) {
    case 'scaled':
      return atomsOf(from.distribution, share).map((atom) => ({
        share: atom.share,
        value: atom.value * from.scale + from.shift,
        variance: atom.variance * from.scale * from.scale,
      }));
    case 'discrete':
      return from.values.map((value, index) => ({ share: share * from.probabilities[index]!, value, variance: 0 }));
    case 'empirical': {
      const { values, weights = values.map(() => 1) } = from;
      const whole = weights.reduce((sum, weight) => sum + weight, 0);
      return values.map((value, index) => ({ share: (share * weights[index]!) / whole, value, variance: 0 }));
    }
    case 'mixture': {
      const whole = from.components.reduce((sum, { weight }) => sum + weight, 0);
      return from.components.flatMap(({ weight, distribution }) => atomsOf(distribution, (share * weight) / whole));
    }
    default:
      return [{ share, value: mean(from), variance: variance(from) }];
  }
}
