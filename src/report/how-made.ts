import { grouped, percent } from '../results/format-outcome';
import { variantNames } from '../results/order';
import type { Comparison, Simulation } from '../results/types';
import { readableJson } from '../words/one-line';
import type { ReportBlock } from './report-blocks';

/** Seed, customers, versions, and the study as data: whoever has them gets every digit again. */
export function howMade(result: Simulation | Comparison): ReportBlock[] {
  const { study, versions } = result;
  const { library, streams, schema } = versions;
  const asked =
    result.kind === 'simulation'
      ? { journey: result.journey, ...study }
      : {
          baseline: result.baseline.journey,
          variants: Object.fromEntries(variantNames(result).map((name) => [name, result.variants[name]!.simulation.journey])),
          margin: result.margin,
          ...study,
        };
  const call = result.kind === 'simulation' ? 'simulate' : 'compare';
  return [
    {
      points: [
        `peakend ${library}, stream scheme ${streams}, schema ${schema}`,
        `seed '${study.seed}', ${grouped(study.customers)} customers in each of ${study.segments.length} segment${study.segments.length === 1 ? '' : 's'}`,
        `intervals at ${percent(study.confidence)}`,
        ...hashes(result).map(([name, hash]) => `${name}: journey ${hash}`),
      ],
    },
    { prose: hasOwnMemory(result) ? ownMemory : `With the data below, ${call}(data) gives every digit again, on any machine.` },
    { summary: 'The study as data (JSON)', data: readableJson(asked) },
  ];
}

const ownMemory = 'A memory of your own is a function, which data cannot hold: hand it over again with the data below.';

function hasOwnMemory({ study: { model, segments } }: Simulation | Comparison): boolean {
  const own = (memory: unknown): boolean => typeof memory === 'function' || (memory as { kind?: unknown } | undefined)?.kind === 'custom';
  return own(model.memory) || segments.some((segment) => own(segment.model?.memory));
}

function hashes(result: Simulation | Comparison): (readonly [string, string])[] {
  if (result.kind === 'simulation') return [[result.journey.name, result.versions.journey]];
  const { baseline, variants } = result;
  return [
    [baseline.journey.name, baseline.versions.journey],
    ...variantNames(result).map((name) => [name, variants[name]!.simulation.versions.journey] as const),
  ];
}
