import { outcomeDescriptions } from '../../experience/outcomes';
import { grouped } from '../../results/format-outcome';
import { estimateIn } from '../../results/simulation-words';
import type { Caution } from '../../results/types';
import type { Summary } from '../../summary/types';
import type { ResolvedStudy } from '../read-study';

/** Where the most customers that `until` was allowed do not know its outcome as closely as it asked for: how closely they do. */
export function untilBounded({ until }: ResolvedStudy, customers: number, overall: Summary): Caution[] {
  if (until === undefined || customers < until.max) return [];
  const { outcome, halfWidth, max } = until;
  const estimate = estimateIn(overall, outcome);
  const reached =
    estimate === undefined ? Infinity : Math.max(estimate.mean - estimate.interval.low, estimate.interval.high - estimate.mean);
  if (reached <= halfWidth) return [];
  const { label, unit } = outcomeDescriptions[outcome];
  const many = `${grouped(max)} customers a segment, the most that max allows`;
  // Where the outcome was not asked for, only that it takes more is known.
  const message =
    estimate === undefined
      ? `${many}, are fewer than it takes to know ${label} to ±${halfWidth}`
      : `${many}, know ${label} to ±${Number(reached.toPrecision(2))} (${unit}), not ±${halfWidth}: ` +
        `that takes about ${grouped(Number((customers * (reached / halfWidth) * (reached / halfWidth)).toPrecision(2)))}`;
  return [{ code: 'until-bounded', path: 'until.max', message }];
}
