import { formatNumber } from '../distributions/format-number';
import type { Issue } from '../errors/issue';
import { inputName, inputSource, inputValue } from '../robustness/input-words';
import type { Flip, Robustness } from '../robustness/types';
import { chosenVariant } from './robustness-shape';
import type { KnownBar, Tornado } from './tornado-bars';
import { studyWords } from './words';

const plain = (value: number): string => formatNumber(value, 2);

/** Every number that was tried alone: those of the model, of the journeys and of the segments. */
export function fromRobustness(result: Robustness, variant: string | undefined, issues: Issue[]): Tornado {
  const { name, overall } = chosenVariant(result, variant, issues);
  const { parameters, inputs } = result.over;
  const turns = (by: Flip['by'], path: string, write: (value: number) => string): Pick<KnownBar, 'turns'> => {
    const found = overall.flips.flatMap((flip) => ('path' in flip && flip.by === by && flip.path === path ? [write(flip.value)] : []));
    return found.length === 0 ? {} : { turns: found.join(' and ') };
  };
  const known = <Drawn>(drawn: { readonly [path: string]: Drawn }, path: string): Drawn | undefined =>
    Object.hasOwn(drawn, path) ? drawn[path] : undefined;
  const bars = [
    ...Object.entries(overall.parameters).map(([path, { atLow, atHigh }]): KnownBar => {
      const drawn = known(parameters, path);
      const ends = drawn === undefined ? {} : { from: plain(drawn.low), to: plain(drawn.high) };
      const today = drawn?.asStudied === undefined ? {} : { today: plain(drawn.asStudied) };
      return { label: path, source: 'model', low: atLow, high: atHigh, ...ends, ...today, ...turns('parameter', path, plain) };
    }),
    ...Object.entries(overall.inputs).map(([path, { atLow, atHigh }]): KnownBar => {
      const drawn = known(inputs, path);
      if (drawn === undefined) return { label: path, low: atLow, high: atHigh };
      const write = (value: number): string => inputValue(drawn, value);
      return {
        label: inputName(drawn),
        source: inputSource(drawn),
        ...{ low: atLow, high: atHigh, from: write(drawn.low), to: write(drawn.high), today: 'as written' },
        ...turns('input', path, write),
      };
    }),
  ];
  const { difference } = overall.asStudied;
  const which = result.order.variants.length > 1 ? `${name}. ` : '';
  return {
    bars,
    base: difference,
    outcome: result.outcome,
    isLevel: false,
    // The verdict turns where the difference reaches the margin on the other side.
    turnsAt: difference > 0 ? 0 - result.margin : result.margin,
    caption: [
      `${which}In brackets where a number comes from; + and −, × and ÷ are beside what is written. ${studyWords(result.study, true)}`,
    ],
  };
}
