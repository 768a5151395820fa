import type { OutcomeName, StandardInput } from 'peakend';
import { el, setText } from '../dom';
import type { Answer } from '../protocol';
import type { Actions } from './actions';

interface Kind {
  readonly label: string;
  readonly placeholder: string;
  make(value: string): StandardInput;
}

const bounded =
  (outcome: OutcomeName, key: 'atLeast' | 'atMost', read: (text: string) => number | string, segment: string) => (value: string) =>
    ({ outcome, [key]: read(value), segment }) as unknown as StandardInput;
const number = (text: string): number => Number(text.trim().replace('\u2212', '-') || Number.NaN);
const share = (text: string): number => number(text.replace('%', '')) / 100;
const asTyped = (text: string): string => text.trim();

const kinds: readonly Kind[] = [
  {
    label: 'No segment less satisfied by more than',
    placeholder: '0.5',
    make: (value) => ({ noSegmentWorse: 'satisfaction', margin: number(value) }),
  },
  { label: 'More satisfied by at least', placeholder: '2', make: (value) => ({ improves: 'satisfaction', by: number(value) }) },
  { label: 'Satisfaction in each segment at least', placeholder: '50', make: bounded('satisfaction', 'atLeast', number, 'each') },
  { label: 'Felt time at most', placeholder: '1 h', make: bounded('perceivedDuration', 'atMost', asTyped, 'overall') },
  { label: 'Waiting at most', placeholder: '20 min', make: bounded('waitingDuration', 'atMost', asTyped, 'overall') },
  { label: 'Complete it, of 100, at least', placeholder: '95', make: bounded('completed', 'atLeast', share, 'overall') },
];

const signs = { holds: '\u2713', fails: '\u2717', 'cannot tell': '?' } as const;

/** Promises, each with its light. */
export class StandardsView {
  readonly element: HTMLElement;
  readonly #list = el('ul', { class: 'standards' });
  readonly #empty = el('p', { class: 'empty', text: 'Nothing is promised yet.' });
  readonly #fault = el('p', { class: 'fault', role: 'status', hidden: true });
  #standards: readonly StandardInput[] = [];

  readonly #actions: Actions;

  constructor(actions: Actions) {
    this.#actions = actions;
    const kind = el(
      'select',
      { 'aria-label': 'Promise' },
      ...kinds.map(({ label }, index) => el('option', { value: String(index), text: label })),
    );
    const value = el('input', {
      type: 'text',
      'aria-label': 'Bound',
      autocomplete: 'off',
      placeholder: kinds[0]!.placeholder,
      required: true,
    });
    kind.addEventListener('change', () => (value.placeholder = kinds[Number(kind.value)]!.placeholder));
    const add = (event: Event): void => {
      event.preventDefault();
      if (value.value.trim() === '') return value.focus();
      actions.setStandards([...this.#standards, kinds[Number(kind.value)]!.make(value.value)]);
      value.value = '';
    };
    this.element = el(
      'section',
      { class: 'panel standards-panel', 'aria-labelledby': 'standards-heading' },
      el('header', {}, el('h2', { id: 'standards-heading', text: 'What must hold' })),
      this.#empty,
      this.#list,
      el('form', { class: 'add', novalidate: true, onsubmit: add }, kind, value, el('button', { type: 'submit', text: 'Add' })),
      this.#fault,
    );
  }

  setStandards(standards: readonly StandardInput[]): void {
    this.#standards = standards;
    this.#empty.hidden = standards.length > 0;
  }

  fail(text: string): void {
    this.#fault.hidden = text === '';
    setText(this.#fault, text);
  }

  update({ standards, coarse, isChanged }: Answer): void {
    this.#list.classList.toggle('coarse', coarse);
    while (this.#list.children.length > standards.length) this.#list.lastElementChild!.remove();
    standards.forEach(({ verdict, sentence, hint }, index) => {
      const item = (this.#list.children[index] as HTMLElement | undefined) ?? this.#list.appendChild(this.#item(index));
      // Without a proposal nothing changes: that is no verdict about a change.
      const isIdle = !isChanged && !('outcome' in (this.#standards[index] ?? {}));
      const [light, words] = item.children as unknown as [HTMLElement, HTMLElement];
      item.dataset['verdict'] = isIdle ? 'idle' : verdict;
      setText(light, isIdle ? '\u00b7' : signs[verdict]);
      const [promise, ...rest] = sentence.split(': ');
      setText(words.children[0]!, promise!);
      setText(words.children[1]!, isIdle ? 'once something is changed' : rest.join(': '));
      words.title = hint ?? '';
      item.lastElementChild!.setAttribute('aria-label', `Remove the promise: ${promise!}`);
    });
  }

  #item(index: number): HTMLElement {
    const drop = (): void => this.#actions.setStandards(this.#standards.filter((_, at) => at !== index));
    return el(
      'li',
      {},
      el('span', { class: 'light', 'aria-hidden': 'true' }),
      el('p', {}, el('strong'), el('span', { class: 'found' })),
      el('button', { class: 'remove', type: 'button', text: '\u00d7', onclick: drop }),
    );
  }
}
