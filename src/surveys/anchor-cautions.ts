import { normalQuantile } from '../numerics/normal';
import { at } from '../errors/wording';
import { fixed, signed } from '../results/format-outcome';
import type { AnchorCautionCode, Anchored, LevelResidual } from './anchor-types';
import { figureGap, figureLabels, figureText } from './figure-text';
import type { ReadFigures } from './read-observed';
import type { DataCaution } from './survey-types';

/** A level that has to move so far says that the journey is not the one people lived (judgement): two logits are 50 → 88 of 100 points. */
const farLogits = 2;
/** A spread that has to be so many times what it was. */
const farSpread = 3;
const fewAnswers = 30;
/** A figure that was to be met and is off by more than this changes in steps too large to meet it. */
const met = { csat: 0.01, 'csat.sd': 0.02, satisfied: 0.01, recommendation: 0.02, nps: 2, returned: 0.01 };
/** One chance in a hundred, over all figures tested together, that one is off so far though nothing is wrong. */
const alarm = 0.01;

/** Doubts about levels. */
export function anchorCautions(
  { moved, residuals, by, refused }: Pick<Anchored, 'moved' | 'residuals' | 'by' | 'refused'>,
  ids: readonly string[],
  figures: ReadFigures,
): DataCaution<AnchorCautionCode>[] {
  const cautions: DataCaution<AnchorCautionCode>[] = [];
  moved.forEach(({ parameter, segment, from, to, by: figure, before, after }, index) => {
    const far = parameter === 'response.sd' ? to > farSpread * from || to < from / farSpread : Math.abs(to - from) > farLogits;
    if (!far) return;
    const message =
      `${parameter} of ${segment} had to move from ${fixed(from, 2)} to ${fixed(to, 2)} (${figureLabels[figure]} ${figureText(figure, before)} → ` +
      `${figureText(figure, after)}): so far that the journey may not be the one people lived`;
    cautions.push({ code: 'far', path: at('moved', index), message });
  });
  residuals.forEach(({ figure, segment, observed, anchored, used }, index) => {
    const setHere = moved.some((move) => move.by === figure && move.segment === segment);
    if (!used || !setHere || Math.abs(anchored - observed) <= met[figure]) return;
    const message =
      `${figureLabels[figure]} of ${segment} could be brought to ${figureText(figure, anchored)} only, measured ${figureText(figure, observed)}: with so few ` +
      'or so equal customers it changes in steps';
    cautions.push({ code: 'in-steps', path: at('residuals', index), message });
  });
  for (const base of moved.filter(({ parameter }) => parameter === 'satisfaction.base')) {
    const shift = moved.find(({ parameter, segment }) => parameter === 'response.recommendation.shift' && segment === base.segment);
    if (shift === undefined) continue;
    const [up, back] = [base.to - base.from, shift.to - shift.from];
    if (!(up * back < 0 && Math.abs(up) > 2 * base.standardError && Math.abs(back) > 2 * shift.standardError)) continue;
    const message =
      `satisfaction and recommendation of ${base.segment} pull apart: satisfaction.base moved by ${signed(up, 2)}, recommendation.shift by ` +
      `${signed(back, 2)}, each beyond its error; were both asked of the same people, about the same journey?`;
    cautions.push({ code: 'contradiction', path: at('moved', moved.indexOf(shift)), message });
  }
  const tested = residuals.filter(({ used }) => !used);
  const critical = tested.length === 0 ? Infinity : normalQuantile(1 - alarm / 2 / tested.length);
  residuals.forEach((residual, index) => {
    if (residual.used || Math.abs(residual.z) <= critical) return;
    if (refused.some(({ figure, segment }) => figure === residual.figure && segment === residual.segment)) return;
    cautions.push({ code: 'off', path: at('residuals', index), message: offMessage(residual) });
  });
  const pooledOff = residuals.filter(({ used, z, segment }) => used && segment !== 'overall' && by === 'overall' && Math.abs(z) > 4);
  if (pooledOff.length > 0) {
    const message = `one level for everybody leaves ${[...new Set(pooledOff.map(({ segment }) => segment))].join(', ')} off beyond chance: anchor by: 'segment' to see theirs`;
    cautions.push({ code: 'segments-differ', path: 'residuals', message });
  }
  const few = residuals.filter(({ n }) => n < fewAnswers);
  if (few.length > 0) {
    const who = [...new Set(few.map(({ segment }) => segment))].join(', ');
    cautions.push({ code: 'few-answers', path: 'observed', message: `fewer than ${fewAnswers} people stand behind figures of ${who}` });
  }
  const without = by === 'segment' ? ids.filter((_, index) => !figures.has(index)) : [];
  if (without.length > 0) {
    cautions.push({
      code: 'not-anchored',
      path: 'observed',
      message: `nothing was measured of ${without.join(', ')}: their levels stay as they were`,
    });
  }
  return cautions;
}

function offMessage({ figure, segment, observed, anchored, difference, z }: LevelResidual): string {
  return (
    `${figureLabels[figure]} of ${segment} is answered with ${figureText(figure, anchored)}, measured ${figureText(figure, observed)} ` +
    `(${figureGap(figure, difference)}, ${fixed(Math.abs(z), 1)} standard errors): no level that was set explains it`
  );
}
