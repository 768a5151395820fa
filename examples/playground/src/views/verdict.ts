import type { Conclusion } from 'peakend';
import { el, setText } from '../dom';
import { between, count, digitsFor, percent, plain, shareChange, signed, time, timeChange } from '../numbers';
import type { Answer, Change, SegmentAnswer } from '../protocol';

const words = { better: 'Better', worse: 'Worse', 'practically the same': 'Practically the same', undecided: 'Undecided' } as const;

/** Who loses is told first. */
const order = ['worse', 'better', 'undecided', 'practically the same'] as const satisfies readonly Conclusion[];

/** The answer people came for: one number, what it means, and how sure it is; beside it what else changes. */
export class VerdictView {
  readonly element: HTMLElement;
  readonly #figure = el('p', { class: 'figure' });
  readonly #interval = el('p', { class: 'interval' });
  readonly #unit = el('p', { class: 'unit' });
  readonly #conclusion = el('p', { class: 'conclusion' });
  readonly #sentence = el('p', { class: 'sentence' });
  readonly #basis = el('p', { class: 'basis' });
  readonly #spoken = el('p', { class: 'unseen', 'aria-live': 'polite' });
  readonly #feltTime = el('dd', {}, el('span'), el('span', { class: 'difference' }));
  readonly #completed = el('dd', {}, el('span'), el('span', { class: 'difference' }));
  #speaking: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    this.element = el(
      'section',
      { class: 'verdict', 'aria-label': 'Verdict' },
      el('div', {}, this.#figure, this.#interval, this.#unit),
      el('div', {}, this.#conclusion, this.#sentence, this.#basis),
      el('dl', { class: 'besides' }, el('dt', { text: 'Felt time' }), this.#feltTime, el('dt', { text: 'Complete' }), this.#completed),
      this.#spoken,
    );
  }

  update({ coarse, customers, overall, segments, sentence, short, isChanged }: Answer): void {
    const { before, difference, low, high, conclusion } = overall.satisfaction;
    this.element.dataset['conclusion'] = isChanged ? conclusion : 'none';
    this.element.classList.toggle('coarse', coarse);
    setText(this.#figure, isChanged ? signed(difference, digitsFor(low, high)) : plain(before));
    setText(this.#interval, isChanged ? between(low, high) : '');
    setText(this.#unit, isChanged ? 'points of satisfaction' : 'satisfaction, of 100');
    setText(this.#conclusion, isChanged ? concluded(conclusion, segments) : 'The journey as it is');
    setText(this.#sentence, isChanged ? short : 'Move, change, merge or split steps: the verdict follows.');
    const basis = coarse ? `First look, n\u00a0=\u00a0${count(customers)}` : `n\u00a0=\u00a0${count(customers)}`;
    setText(this.#basis, `${basis} in each segment, the same customers before and after`);
    write(this.#feltTime, overall.feltTime, isChanged, time, timeChange);
    write(this.#completed, overall.completed, isChanged, percent, shareChange);
    clearTimeout(this.#speaking);
    // Only what stays is read aloud.
    if (!coarse) this.#speaking = setTimeout(() => setText(this.#spoken, isChanged ? sentence : ''), 700);
  }
}

/** Overall, and for whom it is otherwise. */
function concluded(overall: Conclusion, segments: readonly SegmentAnswer[]): string {
  if (segments.length < 2) return words[overall];
  const told = order.flatMap((conclusion) => {
    const who = segments.filter(({ satisfaction }) => satisfaction.conclusion === conclusion).map(({ name }) => name);
    return who.length === 0 ? [] : [{ conclusion, who }];
  });
  const [first] = told;
  if (told.length === 1 && first!.conclusion === overall) return `${words[overall]} for every segment`;
  return `${words[overall]} overall; ${told.map(({ conclusion, who }) => `${conclusion} for ${who.join(', ')}`).join('; ')}`;
}

type Words = (amount: number) => string;

function write(cell: HTMLElement, { before, after, difference }: Change, isChanged: boolean, value: Words, change: Words): void {
  setText(cell.children[0]!, value(isChanged ? after : before));
  setText(cell.children[1]!, isChanged ? change(difference) : '');
}
