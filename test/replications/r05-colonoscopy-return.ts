import { experiment } from 'peakend';
import { colonoscopy } from './r04-colonoscopy-trial';
import { inBand, text, type Replication } from './replication';

export const r05: Replication = {
  id: 'R5',
  study: 'Redelmeier, Katz & Kahneman 2003: colonoscopy trial, return for another',
  class: 'A',
  stimulus: 'The arms of R4; return is loyalty.',
  note: 'The odds ratio is what is tested. The level is not met: with an expectation of 0 the model sends far fewer patients back than the 46 % and 55 % that came, who had a doctor’s advice to follow; `loyalty.base` is there for that.',
  verdict: 'holds',
  checks: () => {
    const made = experiment({
      conditions: { control: { journey: colonoscopy.control }, treated: { journey: colonoscopy.treated } },
      measure: 'loyalty',
      contrasts: { odds: { of: 'treated', versus: 'control', statistic: 'oddsRatio', observed: { value: 1.41, interval: [1.02, 1.95] } } },
      customers: 1,
      seed: 'R5',
    });
    const { control, treated } = made.conditions;
    return [
      inBand(
        `odds ratio of coming back (predicted shares ${text(control.predicted)} and ${text(treated.predicted)}; published 0.46 and 0.55)`,
        'defaults',
        made.contrasts.odds!.predicted,
        '1.41',
        [1.02, 1.95],
      ),
    ];
  },
};
