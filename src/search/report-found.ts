import { carriedMargins } from '../comparison/carried-margins';
import { compareWork } from '../comparison/compare';
import { at } from '../errors/wording';
import { outcomeNames, type OutcomeName } from '../experience/outcomes';
import type { Journey } from '../journey/types';
import { canonicalJson } from '../plain/canonical-json';
import type { Work } from '../plain/work';
import { editsWords } from '../redesign/edit-words';
import { redesign } from '../redesign/redesign';
import { runEdits } from '../redesign/run-edits';
import { differenceIn } from '../results/comparison-words';
import type { Comparison } from '../results/types';
import type { Progress } from '../simulation/progress';
import type { ResolvedStudy } from '../simulation/read-study';
import { checkStandards, outcomeOf, worst } from '../standards/check-standards';
import { statisticLevel } from '../standards/statistic-level';
import type { Standard, StandardsReport, Verdict } from '../standards/types';
import { countedWithin } from './counted-within';
import type { Design } from './designs';
import type { FoundRedesign, StatedObjective } from './types';

/** What is reported of designs: on customers of the study's own seed, so that `compare` with the same seed says the same. */
export interface Reported {
  readonly comparison: Comparison;
  readonly standards: StandardsReport | undefined;
  readonly found: readonly Omit<FoundRedesign, 'behind'>[];
}

export function* reportFound(
  study: ResolvedStudy,
  found: readonly Design[],
  objectives: readonly StatedObjective[],
  standards: readonly Standard[],
  margins: { readonly [Name in OutcomeName]?: number },
  progress: Progress,
): Work<Reported> {
  const baseline = study.journeys[0]!;
  const designs = found.map((design) => withoutVoidMoves(design, baseline));
  const names = designs.map((_, index) => `design ${lettersOf(index)}`);
  const journeys = [baseline, ...designs.map(({ edits }) => redesign(baseline, edits))];
  const wanted = new Set<OutcomeName>([
    ...objectives.map(({ outcome }) => outcome),
    ...standards.map((standard) => outcomeOf(standard)[0]),
  ]);
  // What it is worth in money is asked of what was found, also where it was not searched for.
  if (study.segments.every(({ returnValue }) => returnValue !== undefined)) wanted.add('value');
  const requested = outcomeNames.filter((name) => wanted.has(name));
  const kept = standards.flatMap((one) => ('outcome' in one && statisticLevel(one.statistic) !== undefined ? [one.outcome] : []));
  const own: ResolvedStudy = {
    ...study,
    journeys,
    journeyPaths: ['baseline', ...names.map((name) => at('variants', name))],
    until: undefined,
    requested,
    outcomes: new Set(requested),
    interactions: false,
    keep: new Set(kept),
  };
  const [first] = objectives;
  const leading = first === undefined ? {} : { leading: first.outcome };
  const comparing = compareWork({ study: own, names, margins: carriedMargins(margins, study.model), ...leading });
  const comparison = yield* countedWithin(comparing, progress, designs.length * study.customers * study.segments.length);
  const report = standards.length === 0 ? undefined : checkStandards(comparison, standards);
  return {
    comparison,
    standards: report,
    found: designs.map(({ edits, cost, unpriced }, index) => {
      const name = names[index]!;
      return {
        name,
        edits,
        description: editsWords(edits, baseline).join('; '),
        cost,
        unpriced,
        changes: objectives.map((objective) => changeOf(comparison, name, objective)),
        ...(report === undefined ? {} : { standards: verdictOf(report, name) }),
      };
    }),
  };
}

/** A design without moves at no cost that a later order of its steps makes void: told, they would say that a step goes where it does not stay. */
function withoutVoidMoves(design: Design, baseline: Journey): Design {
  let { edits, unpriced } = design;
  const whole = canonicalJson(design.journey);
  for (const edit of design.edits.slice(0, -1)) {
    if (edit.edit !== 'move' || (edit.cost ?? 0) !== 0) continue;
    const rest = edits.filter((other) => other !== edit);
    const made = runEdits(baseline, rest).done?.journey;
    if (made === undefined || canonicalJson(made) !== whole) continue;
    edits = rest;
    if (edit.cost === undefined) unpriced--;
  }
  return { ...design, edits, unpriced };
}

function changeOf(comparison: Comparison, name: string, { outcome, segment }: StatedObjective): FoundRedesign['changes'][number] {
  const variant = comparison.variants[name]!;
  const { difference, interval } = differenceIn(segment === 'overall' ? variant.overall : variant.segments[segment]!, outcome)!;
  return { outcome, segment, difference, interval };
}

function verdictOf({ standards }: StandardsReport, name: string): Verdict {
  const own = standards.filter(({ variant }) => variant === name).map(({ verdict }) => verdict);
  return worst(own);
}

/** A … Z, AA, AB … */
function lettersOf(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : `${lettersOf(Math.floor(index / 26) - 1)}${last}`;
}
