import { grouped } from '../results/format-outcome';
import type { Comparison } from '../results/types';
import { sharesWords, verdictWords } from '../robustness/robustness-words';
import type { Robustness } from '../robustness/types';
import type { StandardsReport } from '../standards/types';
import type { Exhibit } from './evidence';

/** What further down in the same report speaks against a variant: a verdict that is not robust, promises that it breaks. */
export function evidenceAgainst(result: Comparison, variant: string, exhibits: readonly Exhibit[]): string[] {
  const shown = exhibits.flatMap((exhibit) => ('result' in exhibit ? [exhibit.result] : []));
  return shown.flatMap((one) => {
    if (one.kind === 'robustness') return doubts(result, variant, one as Robustness);
    return one.kind === 'standards' ? broken(variant, one as StandardsReport) : [];
  });
}

function doubts({ leading }: Comparison, variant: string, { outcome, variants }: Robustness): string[] {
  const here = outcome === leading ? variants[variant]?.overall : undefined;
  if (here === undefined || here.verdict === 'robust') return [];
  return [
    `Over what we do not know ${sharesWords(here.shares)} of ${grouped(here.differences.length)} parameter sets: ${verdictWords(here)}.`,
  ];
}

function broken(variant: string, { standards }: StandardsReport): string[] {
  const own = standards.filter((standard) => standard.variant === variant);
  const fails = own.filter(({ verdict }) => verdict === 'fails').length;
  return fails === 0 ? [] : [`Fails ${fails} of ${own.length} ${own.length === 1 ? 'promise' : 'promises'}.`];
}
