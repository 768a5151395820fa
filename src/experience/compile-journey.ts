import { mean } from '../distributions/mathematics';
import { textOfStep } from '../journey/journey-hash';
import type { Interaction, Journey, Option, Segment } from '../journey/types';
import type { Work } from '../plain/work';
import type { Slot } from '../sampling/column-plan';
import { compileMemory } from './compile-memory';
import { compileModel } from './compile-model';
import { compileNode } from './compile-node';
import type { Compiler } from './compiler';
import type { JourneyPlan, NodePlan, StepPlan } from './journey-plan';
import { Happenings } from './living/happenings';
import { QuietRows } from './living/quiet-rows';
import { asDistribution, type ModelSlots } from './model-slots';
import { power } from '../numerics/power';
import { barsOf, givingUp, type BarAt } from './progress';
import { isAdjusted } from './responses';
import { once } from '../plain/once';

/** Nodes compiled before, by all that they depend on besides their step, and by its text. */
export type KnownNodes = Map<string, Map<string, NodePlan>>;

/** More versions of steps than these are begun anew (judgement). */
const mostNodes = 20_000;

/** What compiling a step costs, in customers × steps. */
const stepWork = 200;

/**
 * Looks everything up once, so that the loops over customers see columns only: `parameters.columns` gathers what has to be drawn. `known`: nodes of
 * earlier journeys, and of other segments of the same study, with the same columns.
 */
export function* compileJourney(
  journey: Journey,
  segment: Segment,
  parameters: ModelSlots,
  known: KnownNodes = new Map(),
): Work<JourneyPlan> {
  const { model, columns } = parameters;
  const parameter = (path: string): Slot => parameters.slot(path);
  const expectation = columns.draw('', 'expectation', segment.expectation ?? 0);
  const patience = segment.patience === undefined ? undefined : columns.draw('', 'patience', segment.patience, { between: [0, 1e11] });
  const facts = factsOf(journey);
  const ofModel = compileModel(parameters);
  const compiler: Compiler = {
    journey,
    segment,
    columns,
    parameters,
    expectation,
    sharedSeconds: facts.sharedSeconds,
    canLeave: patience !== undefined || facts.drops || anyDropout(segment),
    handsOff: ['affect', 'effort', 'duration'].some((name) => parameters.constant(`handOff.${name}`) !== 0),
    showsWork: facts.showsWork,
  };

  const nodes = nodesOf(compiler, known);
  const paces = parameters.paces(journey.interactions.length);
  const steps: StepPlan[] = [];
  for (const [index, interaction] of journey.interactions.entries()) {
    const text = nodes === undefined ? '' : textOfStep(interaction);
    let node = nodes?.get(text);
    if (node === undefined) {
      node = compileNode(compiler, interaction, { holders: [], stage: undefined }, (dropout) =>
        givingUp(compiler, dropout, facts.bars[index]),
      );
      nodes?.set(text, node);
      yield stepWork;
    }
    steps.push({ id: interaction.id, node, pace: paces[index]! });
  }

  const quiet = steps.map(({ node }) => (node.kind === 'unit' && !node.eventful ? node : undefined));
  return {
    steps,
    happenings: new Happenings(quiet.map((unit) => unit === undefined)),
    rows: new QuietRows(quiet),
    progressAt: facts.progressAt,
    canLeave: compiler.canLeave,
    canFail: steps.some((step) => some(step.node, (unit) => unit.failure !== undefined)),
    hasEffort: steps.some((step) => hasEffort(step.node)),
    hasSkip: steps.some((step) => canSkip(step.node)),
    patience,
    promiseSeconds: journey.promise,
    expectedSeconds: segment.expectedDuration,
    expectedFelt: feltOf(segment.expectedDuration, parameters),
    returnValue: segment.returnValue,
    expectation,
    priorBelief: segment.priorBelief === undefined ? expectation : columns.draw('', 'priorBelief', segment.priorBelief),
    memory: compileMemory(model.memory, journey.cohesion ?? 1, parameters, columns),
    time: ofModel.time,
    leavingAffect: ofModel.leavingAffect,
    handOff: compiler.handsOff
      ? { affect: parameter('handOff.affect'), effort: parameter('handOff.effort'), seconds: parameter('handOff.duration') }
      : undefined,
    work: compiler.showsWork ? { credit: parameter('waiting.work'), seconds: parameter('waiting.workTime') } : undefined,
    satisfaction: ofModel.satisfaction,
    loyalty: ofModel.loyalty,
    recommendationShift: ofModel.recommendationShift,
    noise: ofModel.noise,
  };
}

/** What is the same of a journey for whoever lives it. */
interface JourneyFacts {
  readonly sharedSeconds: ReadonlyMap<string, number>;
  readonly bars: readonly (BarAt | undefined)[];
  readonly progressAt: Float64Array;
  readonly drops: boolean;
  readonly showsWork: boolean;
}

/** Found once for all segments. */
const factsOf = /* @__PURE__ */ once((journey: Journey): JourneyFacts => ({
  sharedSeconds: sharedSeconds(journey),
  bars: barsOf(journey),
  progressAt: progressMade(journey.interactions),
  drops: journey.interactions.some(drops),
  showsWork: showsWork(journey.interactions),
}));

/** The nodes that would come out the same here; undefined where a step also depends on its place or on other steps. */
function nodesOf(compiler: Compiler, known: KnownNodes): Map<string, NodePlan> | undefined {
  const { journey, segment, canLeave, expectation } = compiler;
  if ((journey.progress?.shown ?? false) !== false || compiler.sharedSeconds.size > 0) return undefined;
  // Segments that differ in nothing a step is compiled from share their steps.
  const alike = segment.responses === undefined && segment.model === undefined && !isAdjusted(segment);
  const who = alike ? `${segment.dependence?.affect} ${segment.dependence?.duration}` : `of ${segment.id}`;
  const circumstances = `${journey.promise} ${journey.tolerance} ${compiler.showsWork} ${canLeave} ${expectation.id} ${who}`;
  let nodes = known.get(circumstances);
  if (nodes === undefined) known.set(circumstances, (nodes = new Map()));
  if (nodes.size > mostNodes) nodes.clear();
  return nodes;
}

/** Σ over finished steps of (its parts ÷ all parts)²: one plain step is one part, so merging raises it (judgement). */
function progressMade(interactions: readonly Interaction[]): Float64Array {
  const parts = interactions.map(partsOf);
  const all = parts.reduce((sum, count) => sum + count, 0);
  const made = new Float64Array(parts.length + 1);
  parts.forEach((count, index) => (made[index + 1] = made[index]! + (all > 0 ? (count / all) * (count / all) : 0)));
  return made;
}

function partsOf(interaction: Interaction): number {
  if (interaction.kind === 'gap') return 0;
  return interaction.parts === undefined ? 1 : interaction.parts.reduce((sum, part) => sum + partsOf(part), 0);
}

function anyDropout({ responses = {} }: Segment): boolean {
  return Object.values(responses).some((response) => (response.dropout ?? 0) > 0);
}

function drops({ dropout = 0, parts = [], choice }: Interaction): boolean {
  return dropout > 0 || parts.some(drops) || (choice?.options ?? []).some((option) => (option.dropout ?? 0) > 0);
}

function some(node: NodePlan, test: (unit: Extract<NodePlan, { kind: 'unit' }>) => boolean): boolean {
  if (node.kind === 'unit') return test(node);
  if (node.kind === 'choice') return node.options.some((option) => test(option.unit));
  return node.parts.some((part) => some(part, test));
}

function canSkip(node: NodePlan): boolean {
  if (node.kind === 'merged') return node.parts.some(canSkip);
  if (node.kind === 'choice')
    return node.skip !== undefined || node.none !== undefined || node.options.some((option) => option.unit.skip !== undefined);
  return node.gap || node.skip !== undefined;
}

function hasEffort(node: NodePlan): boolean {
  if (node.kind === 'merged') return node.effort !== undefined || node.parts.some(hasEffort);
  if (node.kind === 'choice') return node.options.some((option) => option.unit.effort !== undefined);
  return node.effort !== undefined;
}

function showsWork(interactions: readonly (Interaction | Option)[]): boolean {
  return interactions.some((unit) => {
    const { wait, failure } = unit;
    if (wait?.work === true || failure?.retry?.wait?.work === true) return true;
    const { parts = [], choice } = unit as Interaction;
    return showsWork(parts) || showsWork(choice?.options ?? []);
  });
}

/** What so many seconds in one piece feel like. */
function feltOf(seconds: number | undefined, parameters: ModelSlots): Slot | undefined {
  if (seconds === undefined) return undefined;
  const inputs = [parameters.slot('time.reference'), parameters.slot('time.beta')];
  return parameters.columns.derive(`felt ${seconds}`, inputs, (values) => {
    return values[0]! * power(seconds / values[0]!, values[1]!);
  });
}

/** Streams from which several units draw, with their mean seconds together. */
function sharedSeconds(journey: Journey): ReadonlyMap<string, number> {
  const seconds = new Map<string, number[]>();
  const visit = (interaction: Interaction): void => {
    if (interaction.drawAs !== undefined && interaction.duration !== undefined) {
      const own = mean(asDistribution(interaction.duration));
      seconds.set(interaction.drawAs, [...(seconds.get(interaction.drawAs) ?? []), own]);
    }
    interaction.parts?.forEach(visit);
  };
  journey.interactions.forEach(visit);
  const shared = [...seconds].filter(([, parts]) => parts.length > 1);
  return new Map(shared.map(([stream, parts]) => [stream, parts.reduce((sum, part) => sum + part, 0)]));
}
