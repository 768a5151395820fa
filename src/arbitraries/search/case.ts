import { oneLine } from '../../words/one-line';
import type { CompareInput } from '../../comparison/compare-types';
import type { Segment, SegmentInput } from '../../journey/types';
import type { ExperienceModelInput } from '../../model/types';
import { copyPlain } from '../../plain/copy-plain';
import { targetsOf } from '../targets';
import type { Dimension, Draft, Plain, Value } from './dimension';
import { changePair, type Pair } from './subject';
import type { CaseSetting } from './types';

/** One way in which a case differs from the usual. */
export interface Setting {
  readonly dimension: Dimension;
  readonly value: Value;
}

/** A customer, assumptions and a journey with its redesign, as what differs from where the search started. */
export interface Case {
  readonly pair: Pair;
  readonly segment: Segment;
  readonly model: ExperienceModelInput;
  readonly settings: readonly Setting[];
}

/** A case written out: all that `compare` needs besides how many customers, and which. */
export type WrittenCase = Required<Pick<CompareInput<readonly [SegmentInput], 'redesign'>, 'baseline' | 'variants'>> & {
  readonly segments: readonly [SegmentInput];
  readonly model: ExperienceModelInput;
};

/** Undefined where the journeys do not allow the changes. */
export function writeCase({ pair, segment, model, settings }: Case): WrittenCase | undefined {
  const { count: _count, ...alone } = segment;
  const draft: Draft = {
    segment: copyPlain({ ...alone, share: 1 }) as object as Plain,
    model: copyPlain(model) as object as Plain,
    changes: [],
  };
  for (const { dimension, value } of settings) dimension.put(draft, value);
  let changed: Pair | undefined = pair;
  for (const change of draft.changes) changed = changed && changePair(changed, change);
  if (changed === undefined) return undefined;
  const known = new Set(targetsOf([changed.baseline, changed.variant]).map(({ name }) => name));
  const responses = Object.entries((draft.segment['responses'] ?? {}) as Plain).filter(([target]) => known.has(target));
  delete draft.segment['responses'];
  if (responses.length > 0) draft.segment['responses'] = Object.fromEntries(responses);
  return {
    baseline: changed.baseline,
    variants: { redesign: changed.variant },
    segments: [draft.segment as object as SegmentInput],
    model: draft.model as ExperienceModelInput,
  };
}

/** The same case without, with another, or with a further setting. */
export function withSetting(one: Case, dimension: Dimension, value: Value | undefined): Case {
  const others = one.settings.filter((setting) => setting.dimension.key !== dimension.key);
  const settings = value === undefined ? others : [...others, { dimension, value }];
  // In one order, so that the same settings are the same case however they came together.
  settings.sort((a, b) => (a.dimension.key < b.dimension.key ? -1 : 1));
  return { ...one, settings };
}

/** The same text for the same settings of the same start. */
export function keyOf(one: Case, start: number): string {
  return `${start} ${JSON.stringify(one.settings.map(({ dimension, value }) => [dimension.key, value]))}`;
}

export function describeSettings(one: Case): CaseSetting[] {
  const prefix = { customer: '', assumption: 'assumptions.', journey: '' };
  return one.settings.map(({ dimension, value }) => ({
    setting: `${prefix[dimension.of]}${dimension.key}`,
    value,
    words: oneLine(dimension.words(value)),
  }));
}
