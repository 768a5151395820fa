import { formatDistribution } from '../distributions/format-distribution';
import { formatSeconds } from '../distributions/format-seconds';
import { quantile } from '../distributions/mathematics';
import type { Block } from '../words/page';
import type { Table } from '../words/table';
import { shortened } from '../words/width';
import { stepNotes } from './step-notes';
import type { Affect, Interaction, Journey, MergedAffect, Option } from './types';

/** One line of the table. */
type Line = readonly [place: string, id: string, stage: string, kind: string, duration: string, affect: string, notes: string];

/** A journey in a line and a table: a row for each step, and below it its other options (`or`) and what was merged into it (`+`). */
export function journeyPage(journey: Journey): Block[] {
  const lines: Line[] = [];
  journey.interactions.forEach((step, index) => addStep(step, String(index + 1), '', lines));
  return [{ title: header(journey) }, { table: tableOf(lines) }];
}

function header(journey: Journey): string {
  const { interactions, promise, tolerance, cohesion, progress } = journey;
  const count = interactions.length === 1 ? '1 step' : `${interactions.length} steps`;
  const facts = [count, `about ${formatSeconds(interactions.reduce((sum, step) => sum + medianSeconds(step), 0))}`];
  if (promise !== undefined) facts.push(`promised ${formatSeconds(promise)}`);
  if (tolerance !== undefined) facts.push(`waits sour after ${formatSeconds(tolerance)}`);
  if (cohesion !== undefined) facts.push(`cohesion ${cohesion}`);
  if (progress !== undefined && progress.shown !== false) {
    const pace = typeof progress.pace === 'string' ? ` (${progress.pace})` : progress.pace === undefined ? '' : ' (pace by step)';
    const over = progress.shown === true ? '' : ` over ${progress.shown.join(', ')}`;
    facts.push(`progress shown${over}${pace}${progress.endowed === undefined ? '' : `, head start ${progress.endowed}`}`);
  }
  return `${shortened(journey.name, 60)}: ${facts.join(', ')}`;
}

function medianSeconds(step: Interaction): number {
  if (step.parts !== undefined) return step.parts.reduce((sum, part) => sum + medianSeconds(part), 0);
  return typeof step.duration === 'number' ? step.duration : step.duration === undefined ? 0 : quantile(step.duration, 0.5);
}

function addStep(step: Interaction, place: string, indent: string, lines: Line[]): void {
  const inner = `${indent}  `;
  lines.push(lineOf(step, place, indent));
  for (const option of step.choice?.options ?? []) lines.push(lineOf(option, '', `${inner}or `));
  for (const part of step.parts ?? []) addStep(part, '', `${inner}+ `, lines);
}

function lineOf(unit: Interaction | Option, place: string, indent: string): Line {
  const stage = 'stage' in unit ? (unit.stage ?? '') : '';
  const duration = unit.duration === undefined ? '' : formatDistribution(unit.duration, 'seconds');
  return [place, `${indent}${unit.id}`, stage, unit.kind ?? '', duration, formatAffect(unit.affect), stepNotes(unit).join('; ')];
}

function formatAffect(affect: Affect | MergedAffect | undefined): string {
  if (affect === undefined) return '';
  if (typeof affect === 'string') return affect;
  if (typeof affect === 'object' && 'start' in affect)
    return `${formatDistribution(affect.start, 'plain')} → ${formatDistribution(affect.end, 'plain')}`;
  return formatDistribution(affect, 'plain');
}

const head: Line = ['', 'step', 'stage', 'kind', 'duration', 'affect', 'notes'];

/** A column with nothing in it but its heading is left out. */
function tableOf(lines: readonly Line[]): Table {
  const used = head.map((_, column) => column).filter((column) => lines.some((line) => line[column] !== ''));
  const cells = (line: Line): string[] => used.map((column) => line[column]!);
  return { head: cells(head), rows: lines.map(cells), names: [used.indexOf(1), used.indexOf(2)], hasNotes: true };
}
