import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import * as peakend from 'peakend';
import { arbitraries } from 'peakend/arbitraries';

/*
 * Copied by scripts/checklists.mjs into a copy of the repository in which the things of scripts/checklists were added: they work through
 * everything generic.
 */

const { calmWait, columns, compare, defineJourney, diffJourneys, explain, journeyFromRows, rayleigh, redesign, rows, simulate, toText } =
  peakend;
const all = (value: unknown) => JSON.stringify(value);
const schema = (name: string) =>
  new Ajv2020({ strict: true, allowUnionTypes: true, strictRequired: false }).compile(
    JSON.parse(readFileSync(`schema/${name}.schema.json`, 'utf8')) as object,
  );
const told = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    return (error as Error).message;
  }
  return '';
};
const visit = (wait: object, duration: unknown = 1200) =>
  defineJourney({
    name: 'Visit',
    interactions: [
      { id: 'queue', kind: 'wait', duration: duration as never, wait },
      { id: 'desk', duration: 60, affect: 2 },
    ],
  });
const study = { customers: 2000, seed: 1 };

it('a wait condition', () => {
  const felt = (journey: peakend.Journey) => simulate({ ...study, journey }).overall.perceivedDuration.mean;
  const [plain, comfortable] = [visit({}), visit({ comfortable: true })];
  expect(comfortable.interactions[0]!.wait).toEqual({ comfortable: true });
  expect(told(() => visit({ comfortable: 3 }))).toContain('interactions[0].wait.comfortable');
  expect(felt(comfortable)).toBeLessThan(felt(plain));
  expect(felt(comfortable)).toBeGreaterThan(0.85 * felt(plain));
  expect(toText(comfortable)).toContain('comfortable');
  expect(all(journeyFromRows([{ id: 'q', kind: 'wait', minutes: 3, comfortable: 'yes' }], { name: 'V' }))).toContain('"comfortable":true');
  const edits = [peakend.update('queue', { wait: { comfortable: true } })];
  expect(all(redesign(plain, edits))).toContain('"comfortable":true');
  expect(toText(diffJourneys(plain, comfortable))).toContain('comfortable');
  // Within its tolerance nothing of a wait but felt time can change.
  const [short, eased] = [visit({ tolerance: 86_400 }), visit({ tolerance: 86_400, comfortable: true })];
  const verdict = compare({ ...study, baseline: short, variants: { comfort: eased } });
  expect(toText(verdict)).toContain('comfort reaches');
  expect(all(explain(simulate({ ...study, journey: comfortable }), { segment: 'everyone', customer: 1 }))).toContain('comfortable');
  expect(peakend.modelParameters['waiting.comfortable.time']).toMatchObject({ default: 0.9 });
  expect(schema('journey')(comfortable)).toBe(true);
  const made = fc.sample(arbitraries(fc).journeys(), { seed: 1, numRuns: 100 });
  expect(all(made)).toContain('"comfortable":');
});

it('an outcome', () => {
  const journey = visit({}, { type: 'lognormal', median: 600, sigma: 1 });
  const result = simulate({ ...study, journey, keep: ['regret', 'disconfirmation'] });
  const { regret, disconfirmation } = columns(result, 'everyone');
  expect(regret!.some((value) => value > 0)).toBe(true);
  expect(regret).toEqual(disconfirmation!.map((gap) => Math.max(0, -gap)));
  expect(rows(result).some((row) => row.outcome === 'regret')).toBe(true);
  expect(toText(simulate({ ...study, journey, outcomes: ['regret'] }))).toContain('regret');
  expect(told(() => simulate({ ...study, journey, outcomes: ['remorse' as never] }))).toContain('regret');
  const comparison = compare({ ...study, baseline: journey, variants: { shorter: visit({}, 60) }, outcomes: ['regret'] });
  expect(comparison.variants['shorter']!.overall.regret).toMatchObject({ conclusion: 'better' });
  expect(toText(comparison)).toContain('regret');
  expect(all(explain(result, { segment: 'everyone', customer: 1 }).outcomes)).toContain('regret');
  expect(peakend.checkStandards(result, [peakend.atMost('regret', 10)]).verdict).toBe('holds');
});

it('an edit', () => {
  const plain = visit({});
  const edits = [calmWait('queue', 0.2)];
  expect(redesign(plain, edits).interactions[0]!.wait).toEqual({ anxious: 0.2 });
  expect(peakend.editsFromJson(all(edits))).toEqual(edits);
  expect(toText(edits[0]!, { journey: plain })).toContain('calm people in');
  expect(all(peakend.checkEdits([{ edit: 'calmWait' }], plain))).toContain('calmWait');
  expect(all(peakend.checkEdits([calmWait('desk', 0.2)], plain))).toContain('desk');
  expect(all(peakend.checkEdits([{ edit: 'calmWiat', id: 'queue' }], plain))).toContain('calmWait');
  const valid = schema('edits');
  expect([valid(edits), valid([{ edit: 'calmWait', id: 'queue', anxious: 2 }])]).toEqual([true, false]);
  const made = fc.sample(arbitraries(fc).journeyWithRedesign({ kinds: ['calmWait'], maxEdits: 1 }), { seed: 1, numRuns: 30 });
  expect(all(made)).toContain('"edit":"calmWait"');
});

it('a distribution', () => {
  const drawn = rayleigh({ scale: 600 });
  expect(told(() => rayleigh({ scale: -1 }))).toContain('scale');
  expect(peakend.mean(drawn)).toBeCloseTo(600 * Math.sqrt(Math.PI / 2), 9);
  expect(peakend.cdf(drawn, peakend.quantile(drawn, 0.3))).toBeCloseTo(0.3, 12);
  const journey = visit({}, JSON.parse(all(drawn)));
  expect(journey.interactions[0]!.duration).toEqual(drawn);
  expect(schema('journey')(journey)).toBe(true);
  const clock = simulate({ ...study, journey }).overall.clockDuration;
  expect(Math.abs(clock.mean - 60 - peakend.mean(drawn))).toBeLessThan(5 * clock.standardError);
  expect(toText(drawn, { unit: 'seconds' })).not.toBe('');
  const slower = redesign(journey, [peakend.scaleDuration('queue', 2)]);
  expect(slower.interactions[0]!.duration).toEqual({ type: 'rayleigh', scale: 1200 });
  const made = fc.sample(arbitraries(fc).distributions({ types: ['rayleigh'] }), { seed: 1, numRuns: 5 });
  expect(all(made)).toContain('"type":"rayleigh"');
  expect(all(fc.sample(arbitraries(fc).distributions(), { seed: 1, numRuns: 200 }))).toContain('"type":"rayleigh"');
});
