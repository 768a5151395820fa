import { deepFreeze } from '../plain/deep-freeze';
import { diffWords } from '../redesign/diff-words';
import { diffJourneys } from '../redesign/diff-journeys';
import { editsWords } from '../redesign/edit-words';
import { populationImpact } from '../planning/population-impact';
import type { PopulationImpact } from '../planning/types';
import type { Edit } from '../redesign/types';
import { cautionLines } from '../results/caution-lines';
import { allCautions, againstBaseline, differenceBlocks, footOf } from '../results/comparison-words';
import { inOrder, variantNames } from '../results/order';
import { simulationPage } from '../results/simulation-words';
import type { Comparison, Simulation, VariantResult } from '../results/types';
import { emotionRibbon } from '../ribbon/emotion-ribbon';
import { pageOf, withDisplay } from '../words/display';
import { costAndValue } from '../worth/cost-and-value';
import type { CostAndValue } from '../worth/types';
import { evidenceSections, type Exhibit } from './evidence';
import { comparisonFinding, simulationFinding } from './finding';
import { forWhom } from './for-whom';
import { howMade } from './how-made';
import { measureNext } from './measure-next';
import { reportHtml } from './page-html';
import { reportMarkdown, reportText } from './page-markdown';
import { readReport, type ReadReport } from './read-report';
import type { ReportBlock, ReportPage, Section } from './report-blocks';
import { restsOn } from './rests-on';
import type { Report, Reportable, ReportOptions } from './types';

/**
 * A page for a meeting: the finding first, then pictures, who gains and who loses, what it costs and brings, what the answer rests on, what to
 * measure next, and how to get every digit again. As Markdown, and as one HTML file to open, print or send: it holds its pictures, loads
 * nothing, runs no script, and every name in it is escaped.
 *
 * @param what What `simulate` or `compare` returned; any other result becomes a report of its own words.
 * @param options `title`, `subtitle`; of a comparison `proposals` (by variant the edits that made it, with their costs); `evidence`: further
 * results (`waterfall`, `robustness`, `checkStandards`, `populationImpact`, …) and pictures, each shown in a section.
 * @returns Frozen plain data: `title`, the sentences of the `finding`, `markdown` and `html`. Shows itself in notebooks as Markdown.
 * @throws JourneyError for what is no result, and for options that do not exist, do not fit or name an unknown variant.
 *
 * @example
 * import { compare } from 'peakend';
 * import { report } from 'peakend/report';
 * const call = (affect) => ({ name: 'Call', interactions: [{ id: 'talk', duration: 300, affect }] });
 * const kinder = compare({ baseline: call(0), variants: { kinder: call(2) }, customers: 100, seed: 1 });
 * const page = report(kinder, { subtitle: 'For the service board' });
 * page.title; // 'kinder against Call'
 * page.html.slice(0, 15); // '<!doctype html>'
 */
export function report(what: Reportable, options: ReportOptions = {}): Report {
  const page = pageFor(readReport(what, options));
  const { title } = page;
  const finding = page.finding.map(({ lead, more }) => [lead, ...more].join(' '));
  const made: Report = { kind: 'report', title, finding, markdown: reportMarkdown(page), html: reportHtml(page) };
  return deepFreeze(withDisplay(made, () => ({ 'text/plain': reportText(page), 'text/markdown': made.markdown })));
}

function pageFor(read: ReadReport): ReportPage {
  const { about, subtitle } = read;
  if (about.kind === 'comparison') return comparisonReport(about as Comparison, read);
  if (about.kind === 'simulation') return simulationReport(about as Simulation, read);
  const [section, ...others] = evidenceSections([{ result: about }, ...read.exhibits]);
  const [first, ...rest] = section!.blocks;
  const named = first === undefined ? section!.heading : 'title' in first ? first.title : 'lead' in first ? first.lead : section!.heading;
  return {
    title: read.title ?? section!.heading,
    subtitle,
    finding: [{ lead: named, more: [] }],
    sections: [{ heading: section!.heading, blocks: named === section!.heading ? section!.blocks : rest }, ...others],
  };
}

function simulationReport(result: Simulation, { title, subtitle, exhibits }: ReadReport): ReportPage {
  const [, ...words] = simulationPage(result);
  return {
    title: title ?? result.journey.name,
    subtitle,
    finding: [simulationFinding(result)],
    sections: [
      { heading: 'The journey', blocks: [...ribbonOf(result, () => emotionRibbon(result)), ...words] },
      ...evidenceSections(exhibits),
      ...closing(result, exhibits),
    ],
  };
}

function comparisonReport(result: Comparison, { title, subtitle, proposals, exhibits }: ReadReport): ReportPage {
  const names = variantNames(result);
  const impact = impactIn(result, exhibits);
  const cautions = allCautions(result);
  return {
    title: title ?? `${namesText(names)} against ${result.baseline.journey.name}`,
    subtitle,
    finding: comparisonFinding(result, impact, exhibits),
    sections: [
      ...inOrder(names, result.variants).map(([name, variant]): Section => ({
        heading: againstBaseline(result, name),
        blocks: [
          { points: changesOf(result, variant, proposals.get(name)) },
          ...ribbonOf(variant.simulation, () => emotionRibbon(result, { variant: name })),
          { heading: 'For whom' },
          ...forWhom(result, variant),
          { heading: 'Outcome by outcome' },
          ...differenceBlocks(result, variant),
        ],
      })),
      { heading: 'How sure', blocks: [{ prose: [footOf(result), ...cautionLines(cautions)] }] },
      ...costs(result, proposals, exhibits),
      ...evidenceSections(exhibits),
      ...closing(result, exhibits),
    ],
  };
}

/** So many variants are named in a heading, the others counted. */
const mostNamed = 4;

function namesText(names: readonly string[]): string {
  return names.length <= mostNamed
    ? names.join(', ')
    : `${names.slice(0, mostNamed - 1).join(', ')} and ${names.length - mostNamed + 1} others`;
}

/** The edits that were proposed, in words; where none were handed over, what differs. */
function changesOf({ baseline }: Comparison, { simulation }: VariantResult, edits: readonly Edit[] | undefined): string[] {
  if (edits !== undefined && edits.length > 0) return editsWords(edits, baseline.journey);
  return diffWords(diffJourneys(baseline.journey, simulation.journey).changes, baseline.journey, simulation.journey);
}

/** What was worked out for a population, or what the study says of one. */
function impactIn(result: Comparison, exhibits: readonly Exhibit[]): PopulationImpact | undefined {
  for (const exhibit of exhibits)
    if ('result' in exhibit && exhibit.result.kind === 'population impact') return exhibit.result as PopulationImpact;
  return result.study.population === undefined ? undefined : populationImpact(result);
}

/** What it costs beside what it brings, where an edit names a cost, and the evidence does not tell it already. */
function costs(result: Comparison, proposals: ReadReport['proposals'], exhibits: readonly Exhibit[]): Section[] {
  if (exhibits.some((exhibit) => 'result' in exhibit && isWorthOf(exhibit.result, result))) return [];
  if (![...proposals.values()].some((edits) => edits.some(({ cost }) => cost !== undefined))) return [];
  const [, ...blocks] = pageOf(costAndValue(result, { proposals: Object.fromEntries(proposals) }))!;
  return [{ heading: 'What it costs, and what it brings', blocks }];
}

/** Whether it holds the costs of these very variants, in this very study. */
function isWorthOf(shown: { readonly kind: string }, result: Comparison): boolean {
  if (shown.kind !== 'cost and value') return false;
  const { variants, study } = shown as CostAndValue;
  const names = (holder: object): string => JSON.stringify(Object.keys(holder).sort());
  return names(variants) === names(result.variants) && JSON.stringify(study) === JSON.stringify(result.study);
}

/** Steps can be drawn where they were asked for. */
function ribbonOf({ overall }: Simulation, draw: () => ReturnType<typeof emotionRibbon>): ReportBlock[] {
  if (overall.interactions === undefined) return [{ prose: "No picture: the study did not ask for 'interactions' among its outcomes." }];
  return [{ picture: draw() }];
}

function closing(result: Simulation | Comparison, exhibits: readonly Exhibit[]): Section[] {
  return [
    { heading: 'What it rests on', blocks: restsOn(result) },
    { heading: 'What to measure next', blocks: measureNext(result, exhibits) },
    { heading: 'How it was made', blocks: howMade(result) },
  ];
}
