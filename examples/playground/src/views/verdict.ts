import { el, setText, show } from '../dom';
import { count, plain, signed } from '../numbers';
import type { Answer } from '../protocol';

const words = { better: 'Better', worse: 'Worse', 'practically the same': 'Practically the same', undecided: 'Undecided' } as const;

/** The answer people came for: one number, what it means, and how sure it is. */
export class VerdictView {
  readonly element: HTMLElement;
  readonly #figure = el('p', { class: 'figure' });
  readonly #unit = el('p', { class: 'unit' });
  readonly #conclusion = el('p', { class: 'conclusion' });
  readonly #sentence = el('p', { class: 'sentence' });
  readonly #basis = el('p', { class: 'basis' });
  readonly #spoken = el('p', { class: 'unseen', 'aria-live': 'polite' });
  #speaking: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    this.element = el(
      'section',
      { class: 'verdict', 'aria-label': 'Verdict' },
      el('div', { class: 'number' }, this.#figure, this.#unit),
      el('div', { class: 'meaning' }, this.#conclusion, this.#sentence, this.#basis),
      this.#spoken,
    );
  }

  update(answer: Answer, hasEdits: boolean): void {
    const { coarse, customers, overall, sentence } = answer;
    const { before, difference, low, high, conclusion } = overall.satisfaction;
    this.element.dataset['conclusion'] = hasEdits ? conclusion : 'none';
    this.element.classList.toggle('coarse', coarse);
    setText(this.#figure, hasEdits ? signed(difference) : plain(before));
    setText(this.#unit, hasEdits ? 'points of satisfaction' : 'satisfaction, of 100');
    setText(this.#conclusion, hasEdits ? `${words[conclusion]}, ${signed(low)} to ${signed(high)}` : 'The journey as it is');
    setText(this.#sentence, hasEdits ? sentence : 'Move, change, merge or split steps: the verdict follows.');
    const basis = coarse ? `First look, n\u00a0=\u00a0${count(customers)}` : `n\u00a0=\u00a0${count(customers)}`;
    setText(this.#basis, `${basis} in each segment, the same customers before and after`);
    clearTimeout(this.#speaking);
    // Only what stays is read aloud.
    if (!coarse) this.#speaking = setTimeout(() => setText(this.#spoken, hasEdits ? sentence : ''), 700);
  }

  /** Nothing can be simulated: what is wrong is told elsewhere. */
  waiting(isWaiting: boolean): void {
    show(this.element, !isWaiting);
  }
}
