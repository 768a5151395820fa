import { describe, expect, it } from 'vitest';
import {
  atLeast,
  checkStandards,
  compare,
  defineJourney,
  defineSegments,
  diffJourneys,
  explain,
  insert,
  merge,
  move,
  populationImpact,
  redesign,
  robustness,
  sampleSizeFor,
  simulate,
  toText,
  update,
  waterfall,
} from '../../../src/index';
import { forestChart, standardsChart } from '../../../src/charts';
import { drivers, findRedesigns, mergeNeighbours } from '../../../src/decide';
import { report } from '../../../src/report';
import { sharesSentence } from '../../../src/robustness/input-words';

const visit = defineJourney({
  name: 'Visit',
  interactions: [
    { id: 'k1', name: 'Front desk', duration: '2 to 6 min', affect: -1 },
    { id: 'k2', name: 'Triage', duration: '4 min', affect: -2 },
    { id: 'k3', name: 'Waiting room', kind: 'wait', duration: '10 to 60 min', affect: -1, dropout: 0.1, wait: { tolerance: '20 min' } },
    { id: 'k4', name: 'Doctor', duration: '10 min', affect: 4 },
    { id: 'k5', name: 'Papers', duration: '5 min', affect: -3 },
  ],
});
const segments = defineSegments([
  { id: 's1', name: 'Minor injury', share: 0.6, patience: '40 min' },
  { id: 's2', name: 'Parents', share: 0.4, expectation: 2 },
]);
const study = { segments, customers: 200, seed: 1 };
const edits = [
  move('k5', { before: 'k3' }),
  merge(['k1', 'k2'], { id: 'k6', name: 'Welcome' }),
  insert({ id: 'k7', duration: 30 }, { to: 'end' }),
];
const sooner = redesign(visit, edits);
const verdict = compare({ ...study, baseline: visit, variants: { sooner }, margin: 0.5 });
const standards = [atLeast('satisfaction', 10, { segment: 'each' }), atLeast('satisfaction', 10, { segment: 's1' })];
const anyId = /\b[ks]\d\b/;

describe('what has a name is called by it, and not by its id', () => {
  const assumptions = robustness({ ...study, baseline: visit, variants: { sooner }, over: { draws: 8, shares: 0 } });
  const held = checkStandards(verdict, standards);

  it.each([
    ['a simulation', () => toText(simulate({ ...study, journey: visit }))],
    ['a comparison', () => toText(verdict)],
    ['the same from JSON', () => toText(JSON.parse(JSON.stringify(verdict)) as typeof verdict)],
    ['a waterfall', () => toText(waterfall({ ...study, baseline: visit, edits }))],
    ['standards', () => toText(held)],
    ['sentences of standards', () => held.standards.map(({ sentence }) => sentence).join()],
    ['a picture of standards', () => JSON.stringify(standardsChart(held).description)],
    ['robustness', () => toText(assumptions)],
    ['what tells journeys apart', () => toText(diffJourneys(visit, redesign(visit, [...edits.slice(0, 2), update('k4', { affect: 3 })])))],
    ['a report', () => report(verdict, { evidence: [held, assumptions] }).markdown.split('## How it was made')[0]!],
    ['people', () => toText(populationImpact(verdict, { population: 1000 }))],
    ['how many to ask', () => toText(sampleSizeFor(verdict, { segment: 's1' }))],
    ['neighbours that a search merges', () => toText(findRedesigns({ ...study, journey: visit, candidates: [mergeNeighbours()] }))],
  ])('%s', (_, make) => {
    const text = make().replaceAll('k7', '');
    expect(text).toMatch(/Minor injury|Front desk/);
    expect(anyId.exec(text)?.[0]).toBeUndefined();
  });

  it('what has none by its id', () => {
    const bare = { name: 'Visit', interactions: [{ id: 'k1', duration: 60 }] };
    expect(toText(diffJourneys(bare, redesign(bare, [insert({ id: 'k2', duration: 60 }, { to: 'end' })])))).toBe('added "k2" to the end');
    const nameless = [
      { id: 's1', share: 0.5 },
      { id: 's2', share: 0.5 },
    ];
    expect(toText(simulate({ journey: bare, segments: nameless, customers: 100, seed: 1 }))).toMatch(/all +s1 +s2\n/);
  });
});

describe('digits and sentences that the numbers bear out', () => {
  it('a margin that comes of the one on satisfaction brings no digits of its own', () => {
    expect(verdict.margin.loyalty).toBeCloseTo(0.008625, 9);
    expect(verdict.variants['sooner']!.overall.loyalty.sentence).toMatch(/loyalty \+\d+\.\d{1,2} pp/);
    expect(toText(verdict)).toMatch(/loyalty +\+\d+\.\d{1,2} pp \(\+\d+\.\d{1,2} pp to/);
    expect(forestChart(verdict, { outcome: 'loyalty' }).description).toMatch(/loyalty \+\d+\.\d{1,2} pp \(/);
    // One that was written does.
    const written = compare({ ...study, baseline: visit, variants: { sooner }, margin: { satisfaction: 0.5, loyalty: 0.00125 } });
    expect(written.variants['sooner']!.overall.loyalty.sentence).toMatch(/loyalty \+\d+\.\d{3} pp/);
  });

  it('lives that end before the journeys differ do not part there', () => {
    const after = compare({ ...study, baseline: visit, variants: { swapped: redesign(visit, [move('k5', { before: 'k4' })]) } });
    const gone = Array.from({ length: 50 }, (_, customer) => explain(after, { segment: 's1', customer })).filter(
      ({ baseline }) => baseline.leaving !== false,
    );
    expect(gone.length).toBeGreaterThan(3);
    for (const { variants } of gone) {
      expect(variants['swapped']!.parting).toBeUndefined();
      expect(variants['swapped']!.sentence).toMatch(
        /^Every step is lived alike\. Nothing that is remembered changes\. In both the customer leaves/,
      );
    }
  });

  it('no percentile may lie where its outcome cannot', () => {
    const today = simulate({ ...study, journey: visit });
    for (const outcome of ['loyalty', 'satisfaction', 'waitingDuration', 'csat'] as const) {
      const [low] = checkStandards(today, [atLeast(outcome, 1, { statistic: 'p5', segment: 's1' })]).standards;
      expect(low!.interval.low).toBeGreaterThanOrEqual(outcome === 'csat' ? 1 : 0);
      const [high] = checkStandards(today, [atLeast(outcome, 1, { statistic: 'p95', segment: 's1' })]).standards;
      expect(high!.interval.high).toBeLessThanOrEqual({ loyalty: 1, satisfaction: 100, csat: 5, waitingDuration: Infinity }[outcome]);
    }
  });

  it('fewer people dropping out are not fewer people who run out of patience', () => {
    const { dropout } = drivers({ ...study, journey: visit }).rankings;
    expect(dropout!.sentence).toMatch(/^10 % fewer people dropping out \(want of patience aside\)/);
  });

  it('shares of what is uncertain sum to all where luck puts one below 0', () => {
    const share = (first: number) => ({ first, firstError: 0.1, total: 0.5, totalError: 0.1 });
    const shares = { guesses: share(0.3), model: share(0.1), memory: share(-0.06), sampling: 0.06, interactions: 0.6 };
    const told = [...sharesSentence(shares).matchAll(/(\d+) % (?:\(± \d+\) )?from/g)].map(([, number]) => Number(number));
    expect(told).toEqual([30, 10, 0, 6, 54]);
  });
});
