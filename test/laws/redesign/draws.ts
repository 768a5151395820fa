import { defaultModel } from '../../../src/model/defaults';
import type { Journey } from '../../../src/journey/types';
import { compileJourney } from '../../../src/experience/compile-journey';
import { ModelSlots } from '../../../src/experience/model-slots';
import { finish } from '../../../src/plain/work';
import { rootKey } from '../../../src/random/root-key';
import { ColumnPlan } from '../../../src/sampling/column-plan';
import { SegmentColumns } from '../../../src/sampling/segment-columns';
import { Arena } from '../../../src/sampling/arena';

const customers = 32;

/**
 * Every column a journey draws, by stream and recipe, as bytes. Affect is drawn with or without bounds, depending on whether anything is
 * added to it later; the bounds are left out of the name and of nothing else.
 */
export function draws(journey: Journey): Map<string, Map<string, string>> {
  const plan = new ColumnPlan();
  finish(compileJourney(journey, { id: 'everyone', share: 1 }, new ModelSlots(defaultModel, plan)));
  const columns = new SegmentColumns(plan, rootKey('laws'), 'everyone', new Arena(2048));
  columns.begin(0, customers);
  const byStream = new Map<string, Map<string, string>>();
  plan.slots.forEach((slot) => {
    const { recipe } = slot;
    if (recipe.kind !== 'draw') return;
    const stream = byStream.get(recipe.stream) ?? new Map<string, string>();
    byStream.set(recipe.stream, stream);
    const { values, mask } = columns.column(slot);
    stream.set(recipe.key, Array.from({ length: customers }, (_, i) => values[i & mask]!).join(' '));
  });
  return byStream;
}
