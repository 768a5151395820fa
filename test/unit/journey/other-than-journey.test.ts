import { expect, it } from 'vitest';
import { checkJourney, explain, populationImpact, rows, toText, type Printable } from 'peakend';
import { emotionRibbon, outcomeChart } from 'peakend/charts';
import { fromCsv, fromMermaid } from 'peakend/formats';
import { issuesOf } from '../formats/issues-of';

const diagram = fromMermaid('journey\n title Visit\n Arrive: 2: Ann\n Pay: 4: Ann');
const table = fromCsv('id,minutes\npay,4\n', { name: 'Visit' });
const hintsOf = (act: () => unknown): unknown[] => issuesOf(act).map(({ hint }) => hint);

it('doors for a journey say where in what was read it stands', () => {
  const hintOf = (given: unknown) => checkJourney(given).map(({ hint }) => hint);
  expect(hintOf(diagram.value)).toEqual(['hand over its .journey']);
  expect(hintOf(diagram)).toEqual(['hand over its .value.journey']);
  expect(hintOf(table)).toEqual(['hand over its .value']);
});

it('so does toText', () => {
  expect(hintsOf(() => toText(diagram.value as never as Printable))).toEqual(['hand over its .journey']);
  expect(hintsOf(() => toText({ ...table } as never as Printable))).toEqual(['hand over its .value']);
  expect(hintsOf(() => toText({ nothing: 1 } as never as Printable))).toEqual([undefined]);
});

it('doors for a result say to simulate it first', () => {
  const first = 'simulate its .journey first: simulate({ journey })';
  const given = diagram.value as never;
  for (const act of [
    () => explain(given, { segment: 'everyone', customer: 0 } as const),
    () => rows(given),
    () => outcomeChart(given),
    () => emotionRibbon(given),
  ]) {
    expect(hintsOf(act)).toEqual([first]);
  }
  expect(hintsOf(() => rows(diagram.value.journey as never))).toEqual(['simulate it first: simulate({ journey })']);
  expect(hintsOf(() => emotionRibbon(table as never))).toEqual(['simulate its .value first: simulate({ journey })']);
  expect(hintsOf(() => populationImpact(given))).toEqual([
    'compare its .journey with something first: compare({ baseline, variants: { … } })',
  ]);
});
