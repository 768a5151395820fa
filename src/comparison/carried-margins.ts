import type { OutcomeName } from '../experience/outcomes';
import { mean } from '../distributions/mathematics';
import type { ExperienceModel } from '../model/types';
import { ofSatisfaction } from '../results/written-margin';

type Margins = { readonly [Name in OutcomeName]?: number };

/**
 * A margin on satisfaction is one on all that is made of satisfaction, or measured in the same points, where they name none of their own: else
 * one table would call the same change practically the same and worse. Shares and NPS count people over a threshold: no margin on points is one on
 * them.
 */
export function carriedMargins(margins: Margins, model: ExperienceModel): Margins {
  const { satisfaction } = margins;
  if (satisfaction === undefined || satisfaction === 0) return margins;
  return { ...ofSatisfaction(satisfaction, mean(model.loyalty.slope)), ...margins };
}
