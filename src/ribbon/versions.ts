import { segmentName } from '../results/segment-name';
import { JourneyError } from '../errors/journey-error';
import { unknownName } from '../errors/unknown-name';
import type { OutcomeName } from '../experience/outcomes';
import { variantNames } from '../results/order';
import type { AnyComparison, Difference, VariantResult } from '../results/types';
import { alignSteps, type SharedSlot } from './align';
import { defaultBand } from './band';
import type { Drawing, Slot } from './drawing';
import { withGaps } from './gaps';
import { durationText } from './number-text';
import type { RibbonOptions } from './options';
import { palettes } from './palette';
import { lineOf, stepsOf, summaryOf } from './ribbon-of';
import type { EmotionRibbonStep } from './ribbon-input';

/** A comparison as something to draw: one variant laid over the baseline, on one axis. */
export function comparisonDrawing(result: AnyComparison, options: RibbonOptions): Drawing {
  const { segment, across = 'clock', width = 1_000, theme = 'light', note } = options;
  const name = variantOf(result, options.variant);
  const variant = result.variants[name]!;
  const { baseline } = result;
  summaryOf(baseline, segment, 'segment');
  const felt = [baseline, variant.simulation].map(({ journey }) => journey.interactions.filter(({ kind }) => kind !== 'gap'));
  const slots = alignSteps(felt[0]!, felt[1]!);
  const before = stepsOf(baseline, segment, across, 'result.baseline');
  const after = stepsOf(variant.simulation, segment, across, 'result.variant');
  const verdict = verdictOf(result, variant, segment);
  const who = segment === undefined ? '' : `, ${segmentName(baseline.study.segments, segment)}`;
  return {
    ...{ note, width, across },
    title: options.title ?? `${baseline.journey.name}: ${name} against today${who}`,
    subtitle: options.subtitle ?? verdict,
    band: `${defaultBand}, ${name}`,
    palette: palettes[theme],
    slots: slots.map((slot) => drawnSlot(slot, [...before, ...after])),
    line: withGaps(lineOf(name, after, spans(slots, 'after', after)), variant.simulation, segment),
    other: withGaps(lineOf('today', before, spans(slots, 'before', before)), baseline, segment),
    compares: 'versions',
    // Who reads the description has read the title, unless somebody gave another.
    finding: [
      ...(options.title === undefined ? [] : [`${name} against today${who}.`]),
      ...(verdict === undefined ? [] : [verdict]),
      ...changesOf(slots),
    ].join(' '),
  };
}

function variantOf(result: AnyComparison, asked: string | undefined): string {
  const names = variantNames(result);
  if (asked === undefined && names.length === 1) return names[0]!;
  if (asked !== undefined && names.includes(asked)) return asked;
  throw new JourneyError([unknownName('variant', asked, names)]);
}

/** What the comparison says of the outcome it speaks of. */
function verdictOf({ leading }: AnyComparison, variant: VariantResult<string, never>, segment: string | undefined): string | undefined {
  const differences = segment === undefined ? variant.overall : variant.segments[segment];
  const found = (differences as { readonly [Key in OutcomeName]?: Difference } | undefined)?.[leading];
  const sentence: unknown = found?.sentence;
  return typeof sentence === 'string' && sentence !== '' ? `${sentence[0]!.toUpperCase()}${sentence.slice(1)}.` : undefined;
}

function drawnSlot({ before, after, change, into }: SharedSlot, steps: readonly EmotionRibbonStep[]): Slot {
  const own = change === 'merged' ? before! : (after ?? before!);
  const whole = change === 'merged' ? after : change === 'split' ? before : undefined;
  const seconds = whole === undefined ? undefined : steps.find(({ id }) => id === whole.id)?.seconds;
  return {
    label: own.name ?? own.id,
    stage: own.stage,
    wait: own.kind === 'wait',
    ...(change === undefined ? {} : { change }),
    ...(into === undefined ? {} : { into }),
    ...(into === undefined || seconds === undefined ? {} : { intoTime: durationText(seconds) }),
  };
}

/** From which slot to which each step of a version runs. */
function spans(
  slots: readonly SharedSlot[],
  side: 'before' | 'after',
  steps: readonly EmotionRibbonStep[],
): { from: number; to: number }[] {
  const spans = new Map<string, { from: number; to: number }>();
  slots.forEach((slot, index) => {
    const id = slot[side]?.id;
    if (id !== undefined) spans.set(id, { from: spans.get(id)?.from ?? index, to: index });
  });
  return steps.map(({ id }) => spans.get(id)!);
}

/** What is new, gone, moved or changed, in a sentence each. */
function changesOf(slots: readonly SharedSlot[]): string[] {
  const named = (kinds: readonly string[]): string[] =>
    slots.filter(({ change }) => kinds.includes(change ?? '')).map(({ before, after }) => (after ?? before!).name ?? (after ?? before!).id);
  const told = (words: string, names: readonly string[]): string[] =>
    names.length === 0 ? [] : [`${words}: ${[...new Set(names)].slice(0, 30).join(', ')}${new Set(names).size > 30 ? ', …' : ''}.`];
  return [
    ...told('New', named(['new'])),
    ...told('Gone', named(['gone'])),
    ...told('Moved', named(['moved'])),
    ...told('Merged', named(['merged'])),
    ...told('Split', named(['split'])),
    ...told('Replaced', named(['replaced'])),
    ...told('Changed', named(['changed'])),
  ];
}
