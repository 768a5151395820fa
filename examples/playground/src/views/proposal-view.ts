import { el, setText } from '../dom';
import type { CautionAnswer } from '../protocol';
import type { Actions } from './actions';

/** The proposal as a list of edits in words, each of which can be taken out again. */
export class ProposalView {
  readonly element: HTMLElement;
  readonly #list = el('ol', { class: 'edits' });
  readonly #empty = el('p', { class: 'empty', text: 'No change yet.' });
  readonly #clear: HTMLButtonElement;
  readonly #actions: Actions;

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
    this.#empty.hidden = descriptions.length > 0;
    this.#clear.hidden = descriptions.length === 0;
    while (this.#list.children.length > descriptions.length) this.#list.lastElementChild!.remove();
    descriptions.forEach((words, index) => {
      const item = this.#list.children[index] ?? this.#list.appendChild(this.#item(index));
      if (item.lastElementChild!.getAttribute('aria-label') === takeOut(words)) return;
      item.firstElementChild!.textContent = words.charAt(0).toUpperCase() + words.slice(1);
      item.lastElementChild!.setAttribute('aria-label', takeOut(words));
    });
  }

  #item(index: number): HTMLElement {
    const remove = (): void => this.#actions.removeEdit(index);
    return el('li', {}, el('span'), el('button', { class: 'remove', type: 'button', text: '\u00d7', onclick: remove }));
  }
}

function takeOut(words: string): string {
  return `Take out: ${words}`;
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
    while (this.#list.children.length > cautions.length) this.#list.lastElementChild!.remove();
    cautions.forEach(({ message }, index) => setText(this.#list.children[index] ?? this.#list.appendChild(el('li')), message));
  }
}
