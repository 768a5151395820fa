import { describe, expect, it } from 'vitest';
import {
  atLeast,
  checkStandards,
  compare,
  createSimulator,
  defineJourney,
  defineSegments,
  diffJourneys,
  experiment,
  explain,
  journeyFromJson,
  journeyFromRows,
  move,
  populationImpact,
  redesign,
  redesignWithPatches,
  robustness,
  sampleSizeFor,
  segmentsFromJson,
  simulate,
  simulateAsync,
  toMarkdown,
  toText,
  waterfall,
} from 'peakend';
import {
  anchor,
  backTest,
  compareDurations,
  fitMemory,
  journeyFromLog,
  levelInterval,
  recordings,
  segmentsFromSurvey,
  watch,
} from 'peakend/data';
import { drivers } from 'peakend/decide';
import { fromCsv, fromJson, fromLogCsv, fromMermaid, fromXes, toCsv, toEventLog, toJson, toMermaid } from 'peakend/formats';

const visit = defineJourney({
  name: 'Visit',
  interactions: [
    { id: 'form', name: 'The form', stage: 'before', duration: '5 min', affect: -2, actors: ['Ann'] },
    { id: 'talk', stage: 'there', duration: '4 to 12 min', affect: 1 },
  ],
});
const edits = [move('form', { to: 'end' })];
const study = { customers: 50, seed: 1 } as const;
const compared = { baseline: visit, variants: { later: redesign(visit, edits) }, ...study };
const today = simulate({ journey: visit, ...study });
const verdict = compare(compared);
const people = Array.from({ length: 40 }, (_, index) => ({
  kind: index % 4 === 0 ? 'new' : 'regular',
  form: 1 + (index % 3),
  talk: 3 + (index % 3),
  csat: 2 + (index % 4),
  month: `2026-0${1 + Math.floor(index / 10)}`,
}));
const events = fromLogCsv(
  [
    'case,activity,start,end',
    ...people.map((_, index) => `c${index},Form,2026-03-01T09:00:00Z,2026-03-01T09:${10 + (index % 40)}:00Z`),
  ].join('\n'),
).value;
const log = journeyFromLog(events, { case: 'case', activity: 'activity', start: 'start', end: 'end', name: 'Office' });
const survey = segmentsFromSurvey(people, {
  segment: 'kind',
  touchpoints: { form: 'form', talk: 'talk' },
  scale: [1, 5],
  overall: { csat: 'csat' },
});
const heard = recordings.fromColumns(people, { steps: ['form', 'talk'], scale: [1, 5] });
const anchored = anchor({ journey: visit, segments: survey.segments, ...study }, survey.observed);

/** Everything a function hands over as an answer. What is a list of numbers or rows, or is only a step on the way, is left to the notebook. */
const answers: Record<string, unknown> = {
  defineJourney: visit,
  'defineJourney, read again': journeyFromJson(JSON.stringify(visit)),
  journeyFromRows: journeyFromRows([{ id: 'form', minutes: 5 }], { name: 'Visit' }),
  defineSegments: defineSegments([{ id: 'everyone', share: 1 }]),
  segmentsFromJson: segmentsFromJson([{ id: 'everyone', share: 1 }]),
  redesign: redesign(visit, edits),
  'redesignWithPatches, its journey': redesignWithPatches(visit, edits).journey,
  diffJourneys: diffJourneys(visit, redesign(visit, edits)),
  simulate: today,
  simulateAsync: await simulateAsync({ journey: visit, ...study }),
  compare: verdict,
  'createSimulator, compare': createSimulator(study).compare({ baseline: visit, variants: { later: redesign(visit, edits) } }),
  explain: explain(today, { segment: 'everyone', customer: 1 }),
  'explain, compared': explain(verdict, { segment: 'everyone', customer: 1 }),
  experiment: experiment({
    conditions: { now: { journey: visit }, later: { journey: compared.variants.later } },
    measure: 'satisfaction',
    contrasts: { gain: { of: 'later', versus: 'now' } },
    ...study,
  }),
  waterfall: waterfall({ baseline: visit, edits, ...study }),
  drivers: drivers({ journey: visit, ...study }),
  robustness: robustness({ ...compared, over: { draws: 2 } }),
  checkStandards: checkStandards(today, atLeast('satisfaction', 20)),
  sampleSizeFor: sampleSizeFor(verdict),
  populationImpact: populationImpact(verdict, { population: 1000 }),
  recordings: heard,
  fitMemory: fitMemory({ recordings: heard, ratings: { values: 'csat', scale: [1, 5] }, seed: 1 }),
  journeyFromLog: log,
  compareDurations: compareDurations(log, study),
  segmentsFromSurvey: survey,
  anchor: anchored,
  backTest: backTest({
    study: { journey: visit, ...study },
    observed: { rows: people, overall: { csat: 'csat' } },
    folds: [{ train: ({ month }) => month !== '2026-04', test: ({ month }) => month === '2026-04' }],
  }),
  watch: watch({
    expected: { regular: { mean: 4, sd: 0.7 } },
    observations: [4, 3.9, 4.1].map((mean, month) => ({ period: month + 1, mean, n: 200 })),
  }),
  levelInterval: levelInterval(anchored, (levels) => simulate({ ...levels, journey: visit, customers: 50 }).overall.csat.mean),
  fromCsv: fromCsv('id,minutes\nform,5\n', { name: 'Visit' }),
  fromJson: fromJson(JSON.stringify(visit)),
  fromMermaid: fromMermaid('journey\n  title Visit\n  Form: 2: Ann', { actors: 'segments' }),
  fromLogCsv: fromLogCsv('case,activity\n1,Form\n'),
  fromXes: fromXes('<log><trace><event><string key="concept:name" value="Form"/></event></trace></log>'),
  toCsv: toCsv(visit),
  toJson: toJson(visit),
  toMermaid: toMermaid(visit),
  toEventLog: toEventLog(today, { customers: 3 }),
  'toEventLog, rows': toEventLog(today, { customers: 3, format: 'rows' }),
};

const display = (result: unknown): Record<string, string> | undefined =>
  (result as Record<symbol, (() => Record<string, string>) | undefined>)[Symbol.for('Jupyter.display')]?.();

describe('what people get shows itself in a notebook', () => {
  it.each(Object.entries(answers))('%s', (_, result) => {
    const words = display(result);
    expect(words?.['text/plain']).toMatch(/\w/);
    expect(words?.['text/markdown']).toMatch(/\w/);
    expect([toText(result as never), toMarkdown(result as never)]).toEqual([words?.['text/plain'], words?.['text/markdown']]);
    expect(Object.getOwnPropertyDescriptor(result, Symbol.for('Jupyter.display'))?.enumerable, 'JSON and copies do not see it').toBe(false);
  });

  it('the first rows and lines of long ones', () => {
    const long = fromLogCsv(`case,activity\n${'1,Form\n'.repeat(300)}`);
    expect(display(long)?.['text/plain']).toContain('300 rows, of which the first 10');
    expect(display(toEventLog(today, { customers: 50 }))!['text/markdown']).toMatch(/^```\n[\s\S]*\n```\n\n… \d+ more lines/);
  });

  it('diagrams in a fence that draws them, whatever stands in them', () => {
    const odd = toMermaid({ name: 'A ````fence', interactions: [{ id: 'form', duration: 60, affect: 1 }] });
    expect(display(toMermaid(visit))!['text/markdown']).toMatch(/^```mermaid\njourney\n/);
    expect(display(odd)!['text/markdown']).toMatch(/^`{5}mermaid\n[\s\S]*\n`{5}\n/);
  });

  it('what is left behind, by place and number', () => {
    const { left } = toCsv(visit);
    expect(left.length).toBeGreaterThan(0);
    for (const { what } of left) expect(display(toCsv(visit))!['text/plain']!.replace(/\s+/g, ' ')).toContain(what);
    expect(display(toJson(visit))!['text/plain']).toContain('Everything was carried over.');
  });
});
