import type { Segment, SegmentInput } from '../../journey/types';
import type { ExperienceModelInput } from '../../model/types';
import { copyPlain } from '../../plain/copy-plain';
import { oneLine } from '../../words/one-line';
import { targetsOf } from '../targets';
import type { Dimension, Draft, Plain, Value } from './dimension';
import { changePair, type Pair } from './pair';
import type { CaseSetting, CounterexampleCase } from './types';

/** A customer, assumptions and a journey with its redesign, as what differs from where the search started. */
export interface Case {
  /** The number of the case it started from. */
  readonly start: number;
  readonly pair: Pair;
  readonly segment: Segment;
  readonly model: ExperienceModelInput;
  readonly settings: readonly { readonly dimension: Dimension; readonly value: Value }[];
}

/** A case written out: all that `compare` needs besides how many customers, and which. */
export type WrittenCase = Pick<CounterexampleCase, 'baseline' | 'variants' | 'segments' | 'model'>;

/** Throws where the journeys do not allow the changes. */
export function writeCase({ pair, segment, model, settings }: Case): WrittenCase {
  const { count: _count, ...alone } = segment;
  const draft: Draft = {
    segment: copyPlain({ ...alone, share: 1 }) as object as Plain,
    model: copyPlain(model) as object as Plain,
    changes: [],
  };
  for (const { dimension, value } of settings) dimension.put(draft, value);
  const { baseline, variant } = draft.changes.reduce(changePair, pair);
  const known = new Set(targetsOf([baseline, variant]).map(({ name }) => name));
  const responses = Object.entries((draft.segment['responses'] ?? {}) as Plain).filter(([target]) => known.has(target));
  delete draft.segment['responses'];
  if (responses.length > 0) draft.segment['responses'] = Object.fromEntries(responses);
  return {
    baseline,
    variants: { redesign: variant },
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
export function keyOf({ start, settings }: Pick<Case, 'start' | 'settings'>): string {
  return `${start} ${JSON.stringify(settings.map(({ dimension, value }) => [dimension.key, value]))}`;
}

const prefixes = { customer: '', assumption: 'assumptions.', journey: '' };

/** What is unusual about a case; of one kind only where it is named. */
export function describeSettings({ settings }: Case, kind?: Dimension['of']): CaseSetting[] {
  return settings
    .filter(({ dimension: { of } }) => kind === undefined || of === kind)
    .map(({ dimension, value }) => ({
      setting: `${prefixes[dimension.of]}${dimension.key}`,
      value,
      words: oneLine(dimension.words(value)),
    }));
}
