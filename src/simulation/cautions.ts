import { shareOutside } from '../distributions/share-outside';
import { quantile } from '../distributions/quantile';
import { resolveResponse } from '../experience/responses';
import type { Affect, Interaction, Journey, Option, Segment } from '../journey/types';
import type { Parameter } from '../model/types';
import type { ResolvedStudy } from './read-study';
import type { Caution } from '../results/types';
import { ratingCautions } from './rating-caution';
import { oneLine } from '../words/one-line';

const shortestSeconds = 10;
const longestSeconds = 7200;

/**
 * Doubts that can be told from the study itself, before anything is simulated, each said once: about one of its journeys, or about all of
 * them, where a variant's are told under its own path.
 */
export function studyCautions(study: ResolvedStudy, customers: number, only?: Journey): Caution[] {
  const cautions: Caution[] = [];
  if (!study.seedGiven) {
    cautions.push({
      code: 'default-seed',
      path: 'seed',
      message: `no seed was named, so '${study.seed}' was used: the same study gives the same numbers every time`,
    });
  }
  if (customers === 1) {
    cautions.push({
      code: 'one-customer',
      path: 'customers',
      message: 'one customer a segment: spread and error are unknown and shown as 0',
    });
  } else if (customers < 100) {
    cautions.push({ code: 'few-customers', path: 'customers', message: `${customers} customers a segment: tails and intervals are rough` });
  }
  if (study.models.some((model) => model.memory.kind === 'total')) {
    cautions.push({
      code: 'total-memory',
      path: 'model.memory',
      message: 'total adds affect up over time: a benchmark, not how people remember; it is cut to ±10 where satisfaction is formed',
    });
  }
  const said = new Set<string>();
  study.journeys.forEach((journey, index) => {
    if (only !== undefined && journey !== only) return;
    // A variant's own path where the baseline does not say the same already; each doubt once, for the first segment it concerns.
    const where = index === 0 || only !== undefined ? '' : `${study.journeyPaths[index]!}.`;
    for (const caution of [
      ...ratingCautions(journey),
      ...extrapolations(journey),
      ...study.segments.flatMap((segment) => clampings(journey, segment)),
    ]) {
      const key = `${caution.code} ${caution.message}`;
      if (said.has(key) || cautions.some(({ code, path }) => code === caution.code && path === where + caution.path)) continue;
      said.add(key);
      cautions.push({ ...caution, path: where + caution.path });
    }
  });
  return cautions.map((caution) => ({ ...caution, message: oneLine(caution.message) }));
}

/** The power law of felt time was measured between seconds and hours. */
function extrapolations(journey: Journey): Caution[] {
  const outside: string[] = [];
  eachUnit(journey, (unit, path) => {
    if (unit.duration === undefined) return;
    const middle = typeof unit.duration === 'number' ? unit.duration : quantile(unit.duration, 0.5);
    if (middle > 0 && (middle < shortestSeconds / 2 || middle > longestSeconds * 2)) outside.push(path);
  });
  if (outside.length === 0) return [];
  const others = outside.length === 1 ? '' : ` and ${outside.length - 1} more`;
  return [
    {
      code: 'extrapolation',
      path: `${outside[0]!}.duration`,
      message: `felt time is extrapolated at ${outside[0]!}${others}: the power law was measured from about 10 s to 2 h`,
    },
  ];
}

/** Affect beyond ±10 is cut to the scale; more than 1 % of customers deserves a word. */
function clampings(journey: Journey, segment: Segment): Caution[] {
  const cautions: Caution[] = [];
  eachUnit(journey, (unit, path, holders, stage) => {
    const response = resolveResponse(segment, unit, { holders, stage });
    const affect = (response.affect ?? unit.affect ?? 0) as Affect | string;
    if (typeof affect === 'string') return;
    const levels: readonly Parameter[] = typeof affect === 'object' && 'start' in affect ? [affect.start, affect.end] : [affect];
    const share = Math.max(...levels.map((level) => outsideScale(level, response.affectShift)));
    if (share > 0.01) {
      cautions.push({
        code: 'affect-clamped',
        path: `${path}.affect`,
        message: `at "${unit.id}" ${Math.floor(share * 1000 + 0.5) / 10} % of segment ${segment.id} would lie beyond ±10 and are cut to the scale`,
      });
    }
    if ((unit.failure?.probability ?? 0) * response.failureScale > 1 || (unit.dropout ?? 0) * response.dropoutScale > 1) {
      cautions.push({
        code: 'probability-capped',
        path,
        message: `at "${unit.id}" the responses of segment ${segment.id} scale a probability above 1; it is taken as 1`,
      });
    }
  });
  return cautions;
}

function outsideScale(level: Parameter, shift: number): number {
  if (typeof level === 'number') return Math.abs(level + shift) > 10 ? 1 : 0;
  return shareOutside(level, -10 - shift, 10 - shift);
}

type Visit = (unit: Interaction | Option, path: string, holders: readonly Interaction[], stage: string | undefined) => void;

function eachUnit(journey: Journey, visit: Visit): void {
  const step = (interaction: Interaction, path: string, holders: readonly Interaction[]): void => {
    visit(interaction, path, holders, undefined);
    interaction.parts?.forEach((part, index) => step(part, `${path}.parts[${index}]`, [...holders, interaction]));
    interaction.choice?.options.forEach((option, index) => visit(option, `${path}.choice.options[${index}]`, holders, interaction.stage));
  };
  journey.interactions.forEach((interaction, index) => step(interaction, `interactions[${index}]`, []));
}
