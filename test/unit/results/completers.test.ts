import { compare, informWait, redesign, toText } from 'peakend';
import { forestChart, tradeOffChart } from 'peakend/charts';
import { report } from 'peakend/report';
import { describe, expect, it } from 'vitest';

/** Told how long it takes, more people stay: their visits are longer, and each of those who stay either way feels it shorter. */
const visit = {
  name: 'Clinic',
  interactions: [
    { id: 'wait', kind: 'wait', duration: '20 min to 3 h', affect: -2, wait: { tolerance: '30 min' } },
    { id: 'results', kind: 'wait', duration: '15 to 90 min', affect: -2, wait: { tolerance: '30 min' } },
    { id: 'doctor', duration: '10 to 20 min', affect: 4 },
  ],
} as const;
const segments = [
  { id: 'hasty', share: 0.5, patience: '1 to 4 h' },
  { id: 'hurried', share: 0.5, patience: '1 to 3 h' },
] as const;
const study = { baseline: visit, variants: { told: redesign(visit, [informWait('wait')]) }, segments, customers: 500, seed: 1 };
const titleOf = ({ title }: { readonly title: { readonly text: string | readonly string[] } }): string => [title.text].flat().join(' ');
const among = /more stay to the end, for those who complete both −[\d.]+ (?:min|s), better/;

describe('a time that grows because people stay', () => {
  const result = compare(study);

  it('is what this study shows', () => {
    const { perceivedDuration, ifCompletedBoth } = result.variants.told.overall;
    expect([perceivedDuration.conclusion, ifCompletedBoth!.perceivedDuration!.conclusion]).toEqual(['worse', 'better']);
  });

  it('is told with that of those who complete both: in the finding of a report', () => {
    expect(report(result).finding[0]).toMatch(new RegExp(`felt time \\+[\\d.]+ min \\(worse; ${among.source}\\)`));
  });

  it('in the titles of charts and what they tell', () => {
    expect(titleOf(forestChart(result, { outcome: 'perceivedDuration' }))).toMatch(among);
    expect(titleOf(forestChart(result, { outcomes: ['satisfaction', 'perceivedDuration'] }))).toMatch(
      new RegExp(`worse on felt time \\(${among.source}\\)`),
    );
    expect(tradeOffChart(result, { x: 'perceivedDuration' }).title.subtitle!.join(' ')).toMatch(among);
    const two = compare({ ...study, variants: { ...study.variants, same: visit } });
    expect(titleOf(forestChart(two, { outcome: 'perceivedDuration' }))).toMatch(new RegExp(`worse with told \\(${among.source}\\)`));
  });

  it('where it leads: in the sentence, for each segment, and in the lead of a report', () => {
    const led = compare({ ...study, outcomes: ['perceivedDuration', 'completed'] });
    expect(led.variants.told.sentence.match(new RegExp(among, 'g'))).toHaveLength(3);
    const [finding] = report(led).finding;
    expect(finding).toMatch(among);
    expect(finding).toContain('For those who complete both: better for both segments.');
  });

  it('also of waiting in the text', () => {
    expect(toText(result).replace(/\n/g, ' ')).toMatch(/Of those who complete both \(\d+ %\): .*waiting/);
  });

  it('is told alone where who completes is the same, and where completers say the same', () => {
    const patient = compare({ ...study, segments: [{ id: 'all', share: 1 }] });
    const shorter = compare({ ...study, variants: { told: { ...visit, interactions: visit.interactions.slice(1) } } });
    for (const one of [patient, shorter]) {
      expect(titleOf(forestChart(one, { outcome: 'perceivedDuration' }))).not.toContain('complete both');
      expect(report(one).finding[0]).not.toContain('complete both');
    }
  });
});
