import { el } from '../dom';

/** The work as a link or as a file. */
export class ShareDialog {
  readonly element: HTMLDialogElement;
  readonly #link: HTMLInputElement;
  readonly #said = el('p', { role: 'status', class: 'said' });

  constructor(save: () => void) {
    this.#link = el('input', { type: 'text', readonly: true, id: 'share-link', onfocus: () => this.#link.select() });
    this.element = el(
      'dialog',
      { class: 'dialog share', 'aria-labelledby': 'share-heading' },
      el(
        'header',
        {},
        el('h2', { id: 'share-heading', text: 'Share' }),
        el('button', { class: 'remove', type: 'button', text: '\u00d7', 'aria-label': 'Close', onclick: () => this.element.close() }),
      ),
      el('p', { text: 'Journey, segments, promises and proposal are all in the link itself: nothing is sent anywhere.' }),
      el('label', { for: 'share-link', text: 'Link' }),
      el(
        'div',
        { class: 'beside' },
        this.#link,
        el('button', { class: 'primary', type: 'button', text: 'Copy', onclick: () => void this.#copy() }),
      ),
      el('div', { class: 'beside' }, el('button', { type: 'button', text: 'Save as a file', onclick: save }), this.#said),
    );
  }

  show(link: string): void {
    this.#link.value = link;
    this.#said.textContent = link.length > 8000 ? 'A long link: some programs cut it. A file is safer.' : '';
    this.element.showModal();
    this.#link.focus();
  }

  async #copy(): Promise<void> {
    this.#link.select();
    try {
      await navigator.clipboard.writeText(this.#link.value);
      this.#said.textContent = 'Copied.';
    } catch {
      this.#said.textContent = 'Select the link and copy it with the keyboard.';
    }
  }
}
