import { capital } from '../words/capital';
import { comparisonPage } from '../results/comparison-words';
import { simulationPage } from '../results/simulation-words';
import type { Comparison, Simulation } from '../results/types';
import type { Redesigns } from '../search/types';
import { pageOf, wordsOf } from '../words/display';
import { decisionBlocks } from './decision-evidence';
import type { ReportBlock, ReportPicture, Section } from './report-blocks';

/** A thing to be shown: a result of whatever kind, or a picture. */
export type Exhibit = { readonly picture: ReportPicture } | { readonly result: { readonly kind: string } };

/** What a section about a kind of result is called in a meeting; other kinds go by their names. */
const headings: { readonly [kind: string]: string } = {
  waterfall: 'What each change contributes',
  robustness: 'Does it hang on an assumption?',
  standards: 'Promises',
  'population impact': 'In people and money',
  'cost and value': 'What it costs, and what it brings',
  'sample size': 'What a test with real people takes',
  'memory-fit': 'Which memory these people have',
  anchor: 'Levels held against a survey',
  'back test': 'Predictions held against what came',
  watch: 'Promises over time',
  drivers: 'Which step matters most?',
  redesigns: 'Which redesign is best?',
  'least change': 'What is the least that is enough?',
  portfolio: 'Which journey first?',
  explanation: 'One customer, step by step',
  'compared explanation': 'One customer, before and after',
};

/** Each exhibit as a section of its own; pictures stand with what they follow. */
export function evidenceSections(exhibits: readonly Exhibit[]): Section[] {
  const sections: { heading: string; blocks: ReportBlock[] }[] = [];
  for (const exhibit of exhibits) {
    if ('picture' in exhibit) {
      const last = sections[sections.length - 1] ?? { heading: 'Pictures', blocks: [] };
      if (sections.length === 0) sections.push(last);
      last.blocks.push(exhibit);
    } else {
      sections.push({ heading: headingOf(exhibit.result), blocks: blocksOf(exhibit.result) });
    }
  }
  return sections;
}

function headingOf(result: { readonly kind: string }): string {
  const { kind } = result;
  if (kind === 'redesigns' && areOrders(result as Redesigns)) return 'Which order is best?';
  return headings[kind] ?? capital(kind.replaceAll('-', ' '));
}

/** Whether nothing but other orders was found. */
function areOrders({ leaders }: Redesigns): boolean {
  return leaders.length > 0 && leaders.every(({ edits }) => edits.every(({ edit }) => edit === 'reorder' || edit === 'move'));
}

/** The words of a result: its page, or the text it prints. */
export function blocksOf(result: { readonly kind: string }): ReportBlock[] {
  if (result.kind === 'simulation') return simulationPage(result as Simulation);
  if (result.kind === 'comparison') return comparisonPage(result as Comparison);
  const page = pageOf(result);
  return page === undefined ? [{ verbatim: wordsOf(result)!['text/plain'] }] : decisionBlocks(result, page).map(asLead);
}

/** A title that is a sentence is what was found, and no heading. */
function asLead(block: ReportBlock): ReportBlock {
  return 'title' in block && block.title.endsWith('.') ? { lead: block.title } : block;
}
