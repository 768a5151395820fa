import { el } from '../dom';
import type { CautionAnswer } from '../protocol';
import type { Actions } from './actions';

/** The proposal as a list of edits in words, each of which can be taken out again. */
export class ProposalView {
  readonly element: HTMLElement;
  readonly #list = el('ol', { class: 'edits' });
  readonly #empty = el('p', { class: 'empty', text: 'No change yet.' });
  readonly #clear: HTMLButtonElement;
  readonly #actions: Actions;
  #said: string | undefined;

  constructor(actions: Actions) {
    this.#actions = actions;
    this.#clear = el('button', { class: 'quiet', type: 'button', text: 'Start over', onclick: () => actions.clearEdits() });
    this.element = el(
      'section',
      { class: 'panel proposal-panel', 'aria-labelledby': 'proposal-heading' },
      el('header', {}, el('h2', { id: 'proposal-heading', text: 'The proposal' }), this.#clear),
      this.#empty,
      this.#list,
    );
  }

  update(descriptions: readonly string[]): void {
    if (descriptions.join('\n') === this.#said) return;
    this.#said = descriptions.join('\n');
    this.#empty.hidden = descriptions.length > 0;
    this.#clear.hidden = descriptions.length === 0;
    this.#list.replaceChildren(
      ...descriptions.map((words, index) =>
        el(
          'li',
          {},
          el('span', { text: words.charAt(0).toUpperCase() + words.slice(1) }),
          el('button', {
            class: 'remove',
            type: 'button',
            text: '\u00d7',
            'aria-label': `Take out: ${words}`,
            onclick: () => this.#actions.removeEdit(index),
          }),
        ),
      ),
    );
  }
}

/** Doubts that are about no single step. */
export class CautionsView {
  readonly element: HTMLElement;
  readonly #list = el('ul', { class: 'cautions' });

  constructor() {
    this.element = el(
      'section',
      { class: 'panel cautions-panel', 'aria-labelledby': 'cautions-heading', hidden: true },
      el('header', {}, el('h2', { id: 'cautions-heading', text: 'To bear in mind' })),
      this.#list,
    );
  }

  update(cautions: readonly CautionAnswer[]): void {
    this.element.hidden = cautions.length === 0;
    this.#list.replaceChildren(...cautions.map(({ message }) => el('li', { text: message })));
  }
}
