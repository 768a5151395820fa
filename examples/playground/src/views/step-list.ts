import { insert, move, type Interaction, type Journey } from 'peakend';
import { arrange, el } from '../dom';
import type { CautionAnswer } from '../protocol';
import { freshStepId, nameOf } from '../steps';
import { faultText, type Actions } from './actions';
import { Drag } from './drag';
import { StepCard } from './step-card';

/** The steps, from first to last: as proposed, where they can be changed, or as they are. */
export class StepList {
  readonly element: HTMLElement;
  readonly #list = el('ol', { class: 'steps' });
  readonly #cards = new Map<string, StepCard>();
  readonly #actions: Actions;
  readonly #drag: Drag;
  #baseline: Journey | undefined;
  #current: Journey | undefined;
  #shown: Journey | undefined;
  #cautions: readonly CautionAnswer[] = [];
  #isFixed = false;

  constructor(actions: Actions) {
    this.#actions = actions;
    this.#drag = new Drag({
      list: this.#list,
      // Places are told in the order that stands, not in the one that is tried.
      ids: () => this.#current!.interactions.map(({ id }) => id),
      nameOf: (id) => nameOf(this.#current!.interactions.find((step) => step.id === id) ?? { id }),
      preview: (id, place) => {
        const issues = actions.preview(move(id, place));
        return issues.length === 0 ? undefined : faultText(issues);
      },
      drop: (id, place) => {
        const issues = actions.edit(move(id, place));
        if (issues.length > 0) actions.tell(faultText(issues));
      },
      cancel: () => void actions.preview(undefined),
      released: () => this.#draw(),
      tell: (text) => actions.tell(text),
    });
    const which = (text: string, isFixed: boolean): HTMLElement =>
      el(
        'label',
        {},
        el('input', { type: 'radio', name: 'which', ...(isFixed ? {} : { checked: true }), onchange: () => this.#choose(isFixed) }),
        el('span', { text }),
      );
    const add = el('button', { class: 'quiet', type: 'button', text: 'Add a step', onclick: () => this.#add() });
    this.element = el(
      'section',
      { class: 'panel steps-panel', 'aria-labelledby': 'steps-heading' },
      el(
        'header',
        {},
        el('h2', { id: 'steps-heading', text: 'Steps' }),
        el(
          'fieldset',
          { class: 'switch' },
          el('legend', { class: 'unseen', text: 'Which journey' }),
          which('As proposed', false),
          which('As it is', true),
        ),
      ),
      el('p', {
        id: 'drag-help',
        class: 'unseen',
        text: 'Drag it, or press space to lift it, arrows to move it, space to drop it, escape to put it back.',
      }),
      this.#list,
      add,
    );
  }

  /** Whether a step is in somebody's hand. */
  get isHeld(): boolean {
    return this.#drag.isPointing;
  }

  /** `current`: what stands; `shown`: what is being tried, or the same. */
  update(baseline: Journey, current: Journey, shown: Journey): void {
    this.#baseline = baseline;
    this.#current = current;
    this.#shown = shown;
    this.#draw();
  }

  setCautions(cautions: readonly CautionAnswer[]): void {
    this.#cautions = cautions;
    this.#draw();
  }

  #choose(isFixed: boolean): void {
    this.#isFixed = isFixed;
    this.element.classList.toggle('fixed', isFixed);
    this.#draw();
  }

  #add(): void {
    const id = freshStepId('New step', this.#current!);
    const issues = this.#actions.edit(insert({ id, name: 'New step', duration: '5 min', durationText: '5 min', affect: 0 }, { to: 'end' }));
    this.#actions.tell(issues.length === 0 ? 'Added a step at the end' : faultText(issues));
    this.#cards.get(id)?.handle.focus();
  }

  #draw(): void {
    // A row under the pointer is moved by its own hand, and nothing may change its height: what is new is drawn when it is dropped.
    if (this.#drag.isPointing) return;
    const before = new Map(this.#baseline!.interactions.map((step) => [step.id, step]));
    const { interactions } = this.#isFixed ? this.#baseline! : this.#shown!;
    for (const [id, card] of this.#cards) {
      if (interactions.some((step) => step.id === id)) continue;
      card.element.remove();
      this.#cards.delete(id);
    }
    interactions.forEach((step, index) => {
      this.#card(step.id).update({
        step,
        index,
        count: interactions.length,
        next: interactions[index + 1],
        mark: this.#isFixed || before.get(step.id) === step ? undefined : before.has(step.id) ? markOf(before.get(step.id)!, step) : 'new',
        cautions: this.#isFixed ? [] : this.#cautions.filter((caution) => caution.step === step.id),
        isFixed: this.#isFixed,
      });
    });
    arrange(
      this.#list,
      interactions.map(({ id }) => this.#cards.get(id)!.element),
    );
  }

  #card(id: string): StepCard {
    let card = this.#cards.get(id);
    if (card === undefined) this.#cards.set(id, (card = new StepCard(id, this.#actions)));
    return card;
  }
}

/** `redesign` leaves steps that it does not touch as the very objects they were. */
function markOf(before: Interaction, after: Interaction): 'changed' | undefined {
  return JSON.stringify(before) === JSON.stringify(after) ? undefined : 'changed';
}
